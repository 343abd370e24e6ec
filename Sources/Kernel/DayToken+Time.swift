extension DayToken {
    /// What follows a well-formed time of day at the start of the text: `08:30`, `8:30:00.000`, `T00:00:00Z`,
    /// `08:30 PM`, `T08:00:00+08:00`, `下午2:30`, `8时30分`. Nil when there is none, or nothing dated comes before it.
    static func timeEnd(in text: Substring, after tokens: [DayToken]) -> Substring? {
        guard !tokens.isEmpty else { return nil }
        var rest = text
        if rest.first == "T" || rest.first == "t" { rest = rest.dropFirst() }
        for half in ["上午", "下午"] where rest.hasPrefix(half) { rest = rest.dropFirst(2) }
        guard let hour = number(&rest, upTo: 24), let mark = rest.first else { return nil }
        if mark == "时" || mark == "点" { return chineseEnd(in: rest.dropFirst()) }
        guard mark == ":" else { return nil }
        rest = rest.dropFirst()
        guard number(&rest, upTo: 59) != nil else { return nil }
        if rest.first == ":" {
            rest = rest.dropFirst()
            guard number(&rest, upTo: 60) != nil else { return nil }
            if rest.first == "." {
                let places = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                guard !places.isEmpty else { return nil }
                rest = rest.dropFirst(places.count + 1)
            }
        }
        return zoneEnd(in: half(of: rest, hour: hour))
    }

    /// Minutes and seconds may be missing: `8时`, `8点30分`, `8时30分05秒`.
    private static func chineseEnd(in text: Substring) -> Substring? {
        var rest = text
        for mark in ["分", "秒"] {
            guard rest.first?.isNumber == true else { break }
            guard number(&rest, upTo: 60) != nil, rest.hasPrefix(mark) else { return nil }
            rest = rest.dropFirst()
        }
        return rest
    }

    private static func number(_ text: inout Substring, upTo limit: Int) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), let value = Int(digits), value <= limit else { return nil }
        text = text.dropFirst(digits.count)
        return value
    }

    private static func half(of text: Substring, hour: Int) -> Substring {
        let trimmed = text.drop { $0 == " " }
        let mark = trimmed.prefix(2).lowercased()
        return hour <= 12 && (mark == "am" || mark == "pm") ? trimmed.dropFirst(2) : text
    }

    private static func zoneEnd(in text: Substring) -> Substring {
        if text.first == "Z" || text.first == "z" { return text.dropFirst() }
        let trimmed = text.drop { $0 == " " }
        guard let sign = trimmed.first, sign == "+" || sign == "-" else { return text }
        let offset = trimmed.dropFirst().prefix { ($0.isASCII && $0.isNumber) || $0 == ":" }
        return (2...5).contains(offset.count) ? trimmed.dropFirst(offset.count + 1) : text
    }
}
