/// What the values of a column mean: decides how they are cleaned and how they are written for people.
public enum ColumnKind: String, Sendable, Codable, CaseIterable {
    case integer, decimal
    /// A share: 0.25 is written 25 %.
    case percentage
    case money
    /// Days since 1970-01-01.
    case day
    /// 1 = yes, 0 = no.
    case yesNo
    /// A category.
    case text

    /// What can be told from the values alone.
    public init(inferring values: Column.Values) {
        switch values {
        case .categorical: self = .text
        case .numeric(let numbers):
            let present = numbers.lazy.filter { !$0.isNaN }
            self = present.allSatisfy { $0 == $0.rounded() } ? .integer : .decimal
        }
    }
}
