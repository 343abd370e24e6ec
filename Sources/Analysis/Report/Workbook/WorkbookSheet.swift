/// One sheet of a workbook as data: a heading row and typed cells.
struct WorkbookSheet: Sendable, Equatable {
    enum Cell: Sendable, Equatable {
        /// Always written as text, whatever it begins with, so that no program takes it for a formula.
        case text(String)
        case count(Int)
        case number(Double)
        case percent(Double)
        case blank
    }

    var name: String
    var columns: [String]
    var rows: [[Cell]]
}

extension WorkbookSheet.Cell {
    /// A number, or nothing when it is not known.
    static func known(_ value: Double?, asPercent: Bool = false) -> WorkbookSheet.Cell {
        guard let value, value.isFinite else { return .blank }
        return asPercent ? .percent(value) : .number(value)
    }
}
