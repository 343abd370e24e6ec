import Kernel
import SQL

/// Settings that stand on one page. A room lists its own in ``Room/settings`` and adds ``SettingsRoutes/of(_:)`` to its
/// routes.
package protocol SettingGroup: Sendable {
    /// Stands in the address: `/settings/mail`.
    static var code: String { get }
    /// Tells groups apart in the audit log; never changed.
    static var number: Int64 { get }
    static var name: Phrase { get }
    /// What the group is about, in a sentence.
    static var note: Phrase { get }
    static var lines: [SettingLine] { get }
    /// What contradicts each other.
    static func problems(in draft: SettingsDraft) -> [FormProblem]
    /// What else changes with them, in the same transaction.
    static func settle(_ draft: SettingsDraft, _ house: House, _ tx: Transaction) throws
}

extension SettingGroup {
    package static func problems(in draft: SettingsDraft) -> [FormProblem] { [] }
    package static func settle(_ draft: SettingsDraft, _ house: House, _ tx: Transaction) throws {}

    static var path: String { "/settings/" + code }
}

/// The values of a group as they are to become.
package struct SettingsDraft: Sendable {
    /// Stored texts by code; secrets as typed, "" for removed. What is not here stays as it is.
    let values: [String: String]

    package subscript<Value>(_ setting: Setting<Value>) -> Value {
        values[setting.code].flatMap { Value(stored: $0) } ?? setting.initial
    }

    /// Whether a secret is to be set now.
    func sets(_ setting: Setting<SealedText>) -> Bool { values[setting.code]?.isEmpty == false }
}
