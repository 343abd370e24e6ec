extension Money {
    /// Reads an amount in yuan: `1234.5`, `¥1,234.50`, `-1234元`, `(1,234.50)`, `CNY 12`, `1.2万`, `３亿元`.
    ///
    /// - Parameter rounding: the rule for places beyond the fen; without one, such a text is refused.
    /// - Throws: ``MoneyRefusal/unreadable(_:)``, ``MoneyRefusal/tooPrecise(_:)``, ``MoneyRefusal/tooLarge``.
    public init(_ text: String, rounding: Rounding? = nil) throws(MoneyRefusal) {
        guard var number = Self.number(in: text) else { throw .unreadable(text) }
        if number.places < 0 {
            guard let whole = number.units(places: 0, rounding: nil) else { throw .tooLarge }
            (number.digits, number.places) = (whole, 0)
        }
        guard let units = number.units(places: 2, rounding: rounding) else {
            guard number.units(places: 2, rounding: .towardZero) != nil else { throw .tooLarge }
            throw .tooPrecise(text)
        }
        try self.init(wide: units)
    }

    private static func number(in text: String) -> DecimalText? {
        if let plain = DecimalText(text) { return plain }
        var body = Substring(text.narrowed(without: [" "]))
        var sign = ""
        if let first = body.first, first == "-" || first == "+" {
            sign = String(first)
            body = body.dropFirst()
        }
        for mark in ["人民币", "RMB", "CNY", "¥", "￥"] where body.hasPrefix(mark) { body = body.dropFirst(mark.count) }
        for mark in ["人民币", "RMB", "CNY", "元", "圆"] where body.hasSuffix(mark) { body = body.dropLast(mark.count) }
        var shift = 0
        if body.hasSuffix("万") {
            (shift, body) = (4, body.dropLast())
        } else if body.hasSuffix("亿") {
            (shift, body) = (8, body.dropLast())
        }
        guard var number = DecimalText(sign + body) else { return nil }
        number.places -= shift
        return number
    }

    /// Yuan with two places and nothing else, for files: `-1234.50`.
    public var plain: String {
        let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return (isNegative ? "-" : "") + "\(yuan)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// The amount for people: `¥1,234.50`, in English `CNY 1,234.50`.
    public func text(in language: Language) -> String {
        let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return marked(yuan.grouped() + "." + (rest < 10 ? "0" : "") + "\(rest)", language)
    }

    /// ``text(in:)`` in both languages.
    public var phrase: Phrase { Phrase(zh: text(in: .zh), en: text(in: .en)) }

    private func marked(_ number: String, _ language: Language) -> String {
        switch language {
        case .zh: (isNegative ? "-" : "") + "¥" + number
        case .en: (isNegative ? "-" : "") + "CNY " + number
        }
    }

    /// The amount at a glance, rounded to two places of its unit: `¥12.35万`, `¥1.2亿`, `CNY 123.5K`.
    public func shortText(in language: Language) -> String {
        let units: [(fen: Int128, name: String)]
        switch language {
        case .zh: units = [(10_000_000_000, "亿"), (1_000_000, "万"), (100, "")]
        case .en: units = [(100_000_000_000, "B"), (100_000_000, "M"), (100_000, "K"), (100, "")]
        }
        for (index, unit) in units.enumerated() {
            let hundredths = Rounding.halfAwayFromZero.quotient(Int128(fen.magnitude) * 100, unit.fen)
            guard hundredths >= 100 || index == units.count - 1 else { continue }
            let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
            var number = whole.magnitude.grouped()
            if rest > 0 { number += "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? "\(rest / 10)" : "\(rest)") }
            return marked(number + unit.name, language)
        }
        return text(in: language)
    }
}

extension Money: CustomStringConvertible {
    public var description: String { plain }
}

extension Money: Codable {
    /// JSON carries an amount as text in yuan (`"1234.50"`): unmistakable, and no reader makes a binary
    /// fraction of it.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(plain)
    }
}
