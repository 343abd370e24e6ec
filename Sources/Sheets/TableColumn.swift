/// One column of a ``Table``.
public struct TableColumn: Sendable {
    public enum Values: Sendable {
        /// NaN is missing.
        case number([Double])
        /// Indices into `levels`, which stand in the order of first appearance; −1 is missing.
        case text(codes: [Int32], levels: [String])
    }

    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case integer, decimal
        /// 12.5 % is the number 0.125.
        case percentage
        /// An amount with a currency sign or unit; 1.5万 is 15,000.
        case money
        /// Days since 1970-01-01; a time of day is the fraction.
        case day
        /// Text whose levels are all words for yes or no.
        case yesNo
        case text
    }

    /// A cell that does not fit the column's kind; its value is missing.
    public struct Unreadable: Sendable, Hashable, Codable {
        /// 0-based row of the table.
        public var row: Int
        public var text: String
    }

    public var name: String
    public var kind: Kind
    public var values: Values
    /// The first cells that did not fit, by row; see ``unreadableCount`` for how many there are.
    public var unreadable: [Unreadable]
    public var unreadableCount: Int

    public var count: Int {
        switch values {
        case .number(let numbers): numbers.count
        case .text(let codes, _): codes.count
        }
    }

    /// What the cell says, for lists and messages: whole numbers without ".0", days as ISO text. Nil when missing.
    public func text(at row: Int) -> String? {
        switch values {
        case .text(let codes, let levels):
            return codes[row] < 0 ? nil : levels[Int(codes[row])]
        case .number(let numbers):
            let value = numbers[row]
            if value.isNaN { return nil }
            switch kind {
            case .day: return CivilDay.text(value)
            case .percentage: return PlainText.number(PlainText.tidy(value * 100)) + "%"
            default: return PlainText.number(value)
            }
        }
    }
}
