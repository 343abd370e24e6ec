extension Money {
    /// The sum, or ``MoneyRefusal/tooLarge``.
    public static func + (left: Money, right: Money) throws(MoneyRefusal) -> Money {
        try Money(wide: Int128(left.fen) + Int128(right.fen))
    }

    /// The difference, or ``MoneyRefusal/tooLarge``.
    public static func - (left: Money, right: Money) throws(MoneyRefusal) -> Money {
        try Money(wide: Int128(left.fen) - Int128(right.fen))
    }

    /// The opposite amount, for a reversal; the most negative amount has none and is refused.
    public static prefix func - (amount: Money) throws(MoneyRefusal) -> Money {
        try Money(wide: -Int128(amount.fen))
    }

    /// So many times the amount, or ``MoneyRefusal/tooLarge``.
    public static func * (amount: Money, count: Int64) throws(MoneyRefusal) -> Money {
        try Money(wide: Int128(amount.fen) * Int128(count))
    }

    /// The sum, independent of order: only the total has to fit, not every running total.
    public static func sum(_ amounts: some Sequence<Money>) throws(MoneyRefusal) -> Money {
        var total: Int128 = 0
        for amount in amounts { total += Int128(amount.fen) }
        return try Money(wide: total)
    }

    /// The exact product rounded once to the fen by the named rule.
    public func multiplied(by rate: Rate, rounding: Rounding) throws(MoneyRefusal) -> Money {
        try Money(wide: rounding.quotient(Int128(fen) * Int128(rate.billionths), Rate.scale))
    }

    /// The exact product with a fraction rounded once to the fen: `8000 ÷ 21.75 ÷ 8 × 1.5 × 1.5` in one step.
    public func multiplied(by fraction: Fraction, rounding: Rounding) throws(MoneyRefusal) -> Money {
        let (product, overflow) = Int128(fen).multipliedReportingOverflow(by: fraction.numerator)
        guard !overflow else { throw .tooLarge }
        return try Money(wide: rounding.quotient(product, fraction.denominator))
    }

    /// To a whole multiple of `unit`: whole yuan for a housing fund, for example.
    ///
    /// - Precondition: `unit` is positive.
    public func rounded(to unit: Money, _ rounding: Rounding) throws(MoneyRefusal) -> Money {
        try Money(wide: rounding.quotient(Int128(fen), Int128(unit.fen)) * Int128(unit.fen))
    }
}
