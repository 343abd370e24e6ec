/// An exact decimal factor such as 12.5 % or 1.35: kept in billionths, so nine decimal places.
///
/// Reaches from about −9.2 to +9.2 thousand million. There is no way in or out through a binary fraction.
public struct Rate: Hashable, Sendable {
    /// The factor times 10⁹.
    public let billionths: Int64

    /// The factor of so many billionths.
    public init(billionths: Int64) { self.billionths = billionths }

    /// 0 %.
    public static let zero = Rate(billionths: 0)
    /// 100 %.
    public static let one = Rate(billionths: 1_000_000_000)

    static let scale: Int128 = 1_000_000_000

    /// A whole number of percent.
    public static func percent(_ value: Int32) -> Rate { Rate(billionths: Int64(value) * 10_000_000) }

    /// `part / whole`, rounded to nine places.
    ///
    /// - Throws: ``RateRefusal/noWhole`` when the whole is zero, ``RateRefusal/tooLarge`` when it does not fit.
    public static func share(
        _ part: Money, of whole: Money, rounding: Rounding = .halfAwayFromZero
    ) throws(RateRefusal) -> Rate {
        guard whole.fen != 0 else { throw .noWhole }
        let sign: Int128 = whole.fen < 0 ? -1 : 1
        return try Rate(wide: rounding.quotient(Int128(part.fen) * scale * sign, Int128(whole.fen) * sign))
    }

    init(wide: Int128) throws(RateRefusal) {
        guard let billionths = Int64(exactly: wide) else { throw .tooLarge }
        self.init(billionths: billionths)
    }
}

extension Rate: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.billionths < right.billionths }
}

extension Rate {
    /// The sum, or ``RateRefusal/tooLarge``.
    public static func + (left: Rate, right: Rate) throws(RateRefusal) -> Rate {
        try Rate(wide: Int128(left.billionths) + Int128(right.billionths))
    }

    /// The difference, or ``RateRefusal/tooLarge``.
    public static func - (left: Rate, right: Rate) throws(RateRefusal) -> Rate {
        try Rate(wide: Int128(left.billionths) - Int128(right.billionths))
    }

    /// The product; places beyond the ninth are rounded by the named rule.
    public func multiplied(by other: Rate, rounding: Rounding) throws(RateRefusal) -> Rate {
        try Rate(wide: rounding.quotient(Int128(billionths) * Int128(other.billionths), Rate.scale))
    }
}
