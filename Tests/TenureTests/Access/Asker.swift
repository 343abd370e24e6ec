import Shell
import Testing

/// A column of the matrix: who asks.
struct Asker: Sendable, Hashable, CustomTestStringConvertible {
    /// As it heads the column.
    let name: String
    /// Nil for those who have not signed in.
    let role: BuiltinRole?
    /// Has the role for the whole company instead of the east, and is nobody's colleague.
    var isWhole = false

    /// Somebody who has not signed in.
    static let nobody = Asker(name: "nobody", role: nil)
    /// A program with a token of the HR account that may read people and nothing else.
    static let program = Asker(name: "token", role: .hr)
    /// Those who look after everything, or everybody.
    static let whole = [BuiltinRole.administrator, .hr, .auditor].map {
        Asker(name: $0.rawValue + "*", role: $0, isWhole: true)
    }
    static let all = [nobody, program] + BuiltinRole.allCases.map { Asker(name: $0.rawValue, role: $0) } + whole

    var isProgram: Bool { self == .program }
    var testDescription: String { name }
}

/// Whose record it is, seen from a visitor. Everybody works in the east and has their role there; the west is foreign.
enum Relation: String, CaseIterable, Sendable {
    /// There is no such record, and never was.
    case missing
    /// In the west.
    case outside
    /// In the east, neither above nor below the visitor.
    case colleague
    /// Reports to the visitor.
    case report
    /// The visitor's own.
    case own
}
