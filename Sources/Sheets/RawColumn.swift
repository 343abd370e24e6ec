/// A column before its kind is decided: levels in first-seen order plus, from workbooks, numbers the file itself types.
struct RawColumn {
    /// ≥ 0: level. Below: one of the marks.
    var codes: [Int32]
    var levels: [String]
    /// Same length as `codes` where a cell is a number by the file's own word; empty for text files.
    var numbers: [Double] = []
    /// Error cells (#DIV/0! …): missing, and listed.
    var errors: [TableColumn.Unreadable] = []
    var errorCount = 0

    static let missing: Int32 = -1
    static let number: Int32 = -2
    static let percentage: Int32 = -3
    static let money: Int32 = -4
    static let day: Int32 = -5

    func reading(at row: Int, _ levelReadings: [Reading]) -> Reading {
        let code = codes[row]
        if code >= 0 { return levelReadings[Int(code)] }
        switch code {
        case Self.number:
            return .number(numbers[row], numbers[row] == numbers[row].rounded() ? .integer : .decimal)
        case Self.percentage: return .number(numbers[row], .percentage)
        case Self.money: return .number(numbers[row], .money)
        case Self.day: return .day(numbers[row])
        default: return .missing
        }
    }
}
