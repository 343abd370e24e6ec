extension Rate {
    /// Reads `0.125`, `12.5%`, `-3‰`, `１２．５％`, `1,250%`.
    ///
    /// - Throws: ``RateRefusal/unreadable(_:)``, or ``RateRefusal/tooPrecise(_:)`` for more than nine places.
    public init(_ text: String) throws(RateRefusal) {
        var body = Substring(text.narrowed)
        var shift = 0
        if body.hasSuffix("%") {
            shift = 2
        } else if body.hasSuffix("‰") {
            shift = 3
        }
        if shift > 0 {
            body = body.dropLast()
            while body.last == " " { body = body.dropLast() }
        }
        guard var number = DecimalText(body) else { throw .unreadable(text) }
        number.places += shift
        guard let units = number.units(places: 9, rounding: nil) else {
            guard number.units(places: 9, rounding: .towardZero) != nil else { throw .tooLarge }
            throw .tooPrecise(text)
        }
        try self.init(wide: units)
    }

    /// The shortest exact decimal: `0.125`, `-1`, `0`.
    public var plain: String { Self.text(Int128(billionths), places: 9) }

    /// The same as a percentage: `12.5%`.
    public var percentText: String { Self.text(Int128(billionths), places: 7) + "%" }

    private static func text(_ units: Int128, places: Int) -> String {
        let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: Int128.powerOfTen(places).magnitude)
        var text = (units < 0 ? "-" : "") + String(whole)
        guard rest > 0 else { return text }
        let digits = String(rest)
        text += "." + String(repeating: "0", count: places - digits.count) + digits
        while text.last == "0" { text.removeLast() }
        return text
    }
}

extension Rate: CustomStringConvertible {
    public var description: String { plain }
}

extension Rate: Codable {
    /// JSON carries a rate as text (`"0.125"`), so that no reader turns it into a binary fraction.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(plain)
    }
}
