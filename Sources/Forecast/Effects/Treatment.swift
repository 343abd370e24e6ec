/// Who was treated and who is the comparison; other rows take no part.
public struct Treatment: Sendable, Equatable {
    /// Per row of the frame: true = treated, false = comparison, nil = neither.
    public let assignment: [Bool?]

    public init(assignment: [Bool?]) { self.assignment = assignment }

    /// - Parameters:
    ///   - column: the treatment each row got; numbers are compared by value.
    ///   - control: nil = the other value, when there are exactly two.
    /// - Throws: ``EffectRefusal/unknownLevel(_:known:)``, ``EffectRefusal/nameControl(levels:)``.
    public init(_ column: Column, treated: String, control: String? = nil) throws {
        let cells = Self.cells(column)
        let levels = Set(cells.compactMap { $0 }).sorted()
        func level(_ name: String) throws -> String {
            if levels.contains(name) { return name }
            if let number = Double(name), let same = levels.first(where: { Double($0) == number }) { return same }
            throw EffectRefusal.unknownLevel(name, known: Array(levels.prefix(10)))
        }
        let treated = try level(treated)
        let others = levels.filter { $0 != treated }
        let comparison: String
        if let control {
            comparison = try level(control)
        } else if others.count == 1 {
            comparison = others[0]
        } else {
            throw EffectRefusal.nameControl(levels: Array(levels.prefix(10)))
        }
        assignment = cells.map { $0 == treated ? true : $0 == comparison ? false : nil }
    }

    /// Rows that were treated or are the comparison.
    public var rows: [Int] { assignment.indices.filter { assignment[$0] != nil } }

    private static func cells(_ column: Column) -> [String?] {
        switch column.values {
        case .numeric(let numbers):
            numbers.map { $0.isNaN ? nil : $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) }
        case .categorical(let codes, let levels): codes.map { $0 < 0 ? nil : levels[Int($0)] }
        }
    }
}
