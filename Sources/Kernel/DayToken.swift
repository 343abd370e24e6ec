/// The words a written date is made of.
enum DayToken {
    /// A number and how many digits it was written with.
    case number(Int, width: Int)
    case mark(Character)
    case month(Int)
    case weekday
    /// A time of day, whatever it says.
    case time

    /// Splits a narrowed text; nil when something in it belongs to no date. Spaces separate and vanish.
    static func tokens(of text: String) -> [DayToken]? {
        guard text.utf8.count <= 80 else { return nil }
        var tokens: [DayToken] = []
        var rest = Substring(text)
        while let next = rest.first {
            if next == " " {
                rest = rest.dropFirst()
            } else if let time = timeEnd(in: rest, after: tokens) {
                rest = time
                tokens.append(.time)
            } else if isDigit(next) {
                let digits = rest.prefix(while: isDigit)
                guard digits.count <= 8, let value = Int(digits) else { return nil }
                tokens.append(.number(value, width: digits.count))
                rest = rest.dropFirst(digits.count)
            } else if let (token, end) = chinese(in: rest) {
                tokens.append(token)
                rest = end
            } else if next.isASCII, next.isLetter {
                let word = rest.prefix(while: { $0.isASCII && $0.isLetter })
                rest = rest.dropFirst(word.count)
                if let ordinal = tokens.last, case .number(_, 1...2) = ordinal, isOrdinal(word) { continue }
                guard let token = named(word) else { return nil }
                if rest.first == "." { rest = rest.dropFirst() }
                tokens.append(token)
            } else if "-/.,年月日号".contains(next) {
                tokens.append(.mark(next))
                rest = rest.dropFirst()
            } else {
                return nil
            }
        }
        return tokens
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func isOrdinal(_ word: Substring) -> Bool {
        ["st", "nd", "rd", "th"].contains(word.lowercased())
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static func named(_ word: Substring) -> DayToken? {
        let word = word.lowercased()
        guard word.count >= 3 else { return nil }
        if let index = months.firstIndex(where: { $0 == word || (word.count == 3 && $0.hasPrefix(word)) }) {
            return .month(index + 1)
        }
        if word == "sept" { return .month(9) }
        let short = word.count <= 5
        return weekdays.contains { $0 == word || (short && $0.hasPrefix(word)) } ? .weekday : nil
    }
}
