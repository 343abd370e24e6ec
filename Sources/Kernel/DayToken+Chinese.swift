extension DayToken {
    /// A Chinese numeral (`二〇二三`, `十二`, `廿一`, `三十`) or weekday (`周五`, `星期日`, `(周五)`) at the start.
    static func chinese(in text: Substring) -> (token: DayToken, rest: Substring)? {
        var body = text
        let bracketed = body.first == "("
        if bracketed { body = body.dropFirst() }
        for prefix in ["星期", "礼拜", "周"] where body.hasPrefix(prefix) {
            body = body.dropFirst(prefix.count)
            guard let day = body.first, "一二三四五六日天".contains(day) else { return nil }
            body = body.dropFirst()
            if bracketed {
                guard body.first == ")" else { return nil }
                body = body.dropFirst()
            }
            return (.weekday, body)
        }
        guard !bracketed else { return nil }
        let run = text.prefix { digit($0) != nil || "十廿卅".contains($0) }
        guard let token = numeral(run) else { return nil }
        return (token, text.dropFirst(run.count))
    }

    private static func digit(_ character: Character) -> Int? {
        switch character {
        case "〇", "零", "○": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func numeral(_ run: Substring) -> DayToken? {
        let digits = run.compactMap(digit)
        if digits.count == run.count {
            guard [1, 2, 4].contains(digits.count) else { return nil }
            return .number(digits.reduce(0) { $0 * 10 + $1 }, width: digits.count)
        }
        // 十, 十二, 二十, 二十一, 廿一, 卅: tens mark in the middle, one digit at most on either side.
        let parts = Array(run)
        guard let mark = parts.firstIndex(where: { "十廿卅".contains($0) }), digits.count == parts.count - 1,
            mark <= 1, parts.count - mark <= 2
        else { return nil }
        let tens: Int
        switch parts[mark] {
        case "廿": tens = 2
        case "卅": tens = 3
        default: tens = mark == 1 ? digit(parts[0]) ?? 1 : 1
        }
        guard parts[mark] == "十" || mark == 0 else { return nil }
        let ones = parts.count > mark + 1 ? digit(parts[mark + 1]) ?? 0 : 0
        return .number(tens * 10 + ones, width: 2)
    }
}
