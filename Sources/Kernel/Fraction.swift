/// An exact ratio of whole numbers, for chains of factors that may be rounded only once, at the end.
///
/// Always in lowest terms with a positive denominator. Running out of 128 bits is refused, never wrapped.
public struct Fraction: Hashable, Sendable {
    /// Carries the sign.
    public let numerator: Int128
    /// Always positive.
    public let denominator: Int128

    /// - Throws: ``FractionRefusal/zeroDenominator`` or ``FractionRefusal/tooLarge``.
    public init(_ numerator: Int128, over denominator: Int128 = 1) throws(FractionRefusal) {
        guard denominator != 0 else { throw .zeroDenominator }
        guard numerator != .min, denominator != .min else { throw .tooLarge }
        let divisor = Self.commonDivisor(numerator, denominator) * denominator.signum()
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The rate as an exact ratio.
    public init(_ rate: Rate) {
        let units = Int128(rate.billionths)
        let divisor = Self.commonDivisor(units, Rate.scale)
        numerator = units / divisor
        denominator = Rate.scale / divisor
    }

    /// The exact product in lowest terms.
    public static func * (left: Fraction, right: Fraction) throws(FractionRefusal) -> Fraction {
        // Crosswise reduction first keeps long chains small.
        let a = commonDivisor(left.numerator, right.denominator)
        let b = commonDivisor(right.numerator, left.denominator)
        let top = (left.numerator / a).multipliedReportingOverflow(by: right.numerator / b)
        let bottom = (left.denominator / b).multipliedReportingOverflow(by: right.denominator / a)
        guard !top.overflow, !bottom.overflow else { throw .tooLarge }
        return try Fraction(top.partialValue, over: bottom.partialValue)
    }

    /// The exact quotient in lowest terms; division by zero is refused.
    public static func / (left: Fraction, right: Fraction) throws(FractionRefusal) -> Fraction {
        try left * Fraction(right.denominator, over: right.numerator)
    }

    private static func commonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a < 0 ? -a : a
    }
}

/// Why a fraction does not exist.
public enum FractionRefusal: Refusal, Hashable {
    case zeroDenominator
    case tooLarge

    public var explanation: Phrase {
        switch self {
        case .zeroDenominator: Phrase(zh: "除数为零，无法计算。", en: "Nothing can be divided by zero.")
        case .tooLarge:
            Phrase(
                zh: "计算结果超出可记录的范围。请检查是否多写了几位数字。",
                en: "The result is too large to be recorded. Check the factors for extra digits.")
        }
    }
}
