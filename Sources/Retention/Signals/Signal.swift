import Kernel
import SQL
import Shell

/// One version of a signal: a published fact, a rule about it, and why it may be watched.
struct Signal: Hashable, Sendable {
    enum Severity: String, Sendable, Hashable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case high, medium
        /// Listed only; nobody is alerted.
        case low

        var alerts: Bool { self != .low }
    }

    /// `training_completion_low`; own signals are numbered: `s1234`. Stands in addresses, never renamed.
    let code: String
    let version: Int
    var name: Phrase
    /// The code of the fact.
    var fact: String
    var rule: SignalRule
    var severity: Severity
    /// What it is for, as it is told to those it is about.
    var purpose: Phrase
    var basis: LegalBasis
    /// How long hits are kept after they are over, in months.
    var keptMonths: Int
    /// The class of fields it belongs to.
    var audience: FieldClass
    var isActive: Bool
    /// Why this version was made.
    var remark: String?
    /// When it was made; nil for a default nobody has changed.
    var createdAt: Instant?
    var account = ID<Account>(0)
}

extension LegalBasis: SQLBindable, SQLReadable {}
