/// The parts of a written date, before anyone asks whether the calendar has that day.
struct DayText {
    enum Form {
        case dated(year: Int, month: Int, day: Int)
        /// `a/b/year`: which is the day is open.
        case trailingYear(Int, Int, year: Int)
        /// A date whose year has two digits.
        case shortYear
    }

    let form: Form

    init?(_ text: String) {
        let tokens = DayToken.tokens(of: text.narrowed)
        guard let date = Self.withoutTail(tokens), let form = Self.form(of: date) else { return nil }
        self.form = form
    }

    /// The tokens of the date alone; nil when what follows is neither a time of day nor a weekday.
    private static func withoutTail(_ tokens: [DayToken]?) -> ArraySlice<DayToken>? {
        guard var rest = tokens?[...] else { return nil }
        // `Fri, 1 Dec 2023`
        if case .weekday? = rest.first { rest = rest.dropFirst() }
        if case .mark(",")? = rest.first { rest = rest.dropFirst() }
        if case .weekday? = rest.last { rest = rest.dropLast() }
        if case .mark(",")? = rest.last { rest = rest.dropLast() }
        if case .time? = rest.last { rest = rest.dropLast() }
        if case .weekday? = rest.last { rest = rest.dropLast() }
        return rest
    }

    private static func form(of tokens: ArraySlice<DayToken>) -> Form? {
        let tokens = Array(tokens)
        switch tokens.count {
        case 1:
            guard case .number(let value, 8) = tokens[0] else { return nil }
            return .dated(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        case 5:
            guard case .mark(let first) = tokens[1], case .mark(let second) = tokens[3] else { return nil }
            return form(tokens[0], first, tokens[2], second, tokens[4])
        case 6:
            guard case .mark("年") = tokens[1], case .mark("月") = tokens[3], case .mark(let last) = tokens[5],
                last == "日" || last == "号"
            else { return nil }
            return form(tokens[0], "年", tokens[2], "月", tokens[4])
        default: return worded(tokens)
        }
    }

    private static func form(
        _ a: DayToken, _ first: Character, _ b: DayToken, _ second: Character, _ c: DayToken
    ) -> Form? {
        let chinese = first == "年" && second == "月"
        guard chinese || first == second, chinese || "-/.".contains(first) else {
            return worded([a, .mark(first), b, .mark(second), c])
        }
        guard case .number(let x, let xWidth) = a, case .number(let z, let zWidth) = c else { return nil }
        guard case .number(let y, 1...2) = b else { return worded([a, .mark(first), b, .mark(second), c]) }
        switch (xWidth, zWidth) {
        case (4, 1...2): return .dated(year: x, month: y, day: z)
        case (1...2, 4) where !chinese: return .trailingYear(x, y, year: z)
        case (1...2, 1...2): return .shortYear
        default: return nil
        }
    }

    /// Dates with the month's English name: `1 Dec 2023`, `1-Dec-2023`, `Dec 1, 2023`, `2023 Dec 1`.
    private static func worded(_ tokens: [DayToken]) -> Form? {
        var month: Int?
        var numbers: [(value: Int, width: Int)] = []
        for token in tokens {
            switch token {
            case .month(let value) where month == nil: month = value
            case .number(let value, let width): numbers.append((value, width))
            case .mark("-"), .mark("/"), .mark("."), .mark(","): continue
            default: return nil
            }
        }
        guard let month, numbers.count == 2 else { return nil }
        let (a, b) = (numbers[0], numbers[1])
        switch (a.width, b.width) {
        case (1...2, 4): return .dated(year: b.value, month: month, day: a.value)
        case (4, 1...2): return .dated(year: a.value, month: month, day: b.value)
        case (1...2, 1...2): return .shortYear
        default: return nil
        }
    }
}
