import Kernel

/// Sums, differences and texts of exact ratios: a rate is rounded once, where it is shown.
extension Fraction {
    static let zero = Fraction(Rate.zero)
    static let one = Fraction(Rate.one)

    /// A share of a count; nil without a whole, which is shown as a dash and never as 0 %.
    static func share(_ part: Int, of whole: Int) -> Fraction? {
        whole > 0 ? try? Fraction(Int128(part), over: Int128(whole)) : nil
    }

    /// The same of amounts.
    static func share(_ part: Money, of whole: Money) -> Fraction? {
        try? Fraction(Int128(part.fen), over: Int128(whole.fen))
    }

    static func + (left: Fraction, right: Fraction) throws(FractionRefusal) -> Fraction {
        let a = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let b = right.numerator.multipliedReportingOverflow(by: left.denominator)
        let below = left.denominator.multipliedReportingOverflow(by: right.denominator)
        let above = a.partialValue.addingReportingOverflow(b.partialValue)
        guard !a.overflow, !b.overflow, !below.overflow, !above.overflow else { throw .tooLarge }
        return try Fraction(above.partialValue, over: below.partialValue)
    }

    static func - (left: Fraction, right: Fraction) throws(FractionRefusal) -> Fraction {
        try left + Fraction(-right.numerator, over: right.denominator)
    }

    /// With so many places, a half away from zero: `0.2439`.
    func decimal(_ places: Int) -> String {
        let units = units(places)
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let text = places == 0 ? padded : padded.dropLast(places) + "." + padded.suffix(places)
        return (units < 0 ? "-" : "") + text
    }

    /// To nine places.
    var rate: Rate { Rate(billionths: Int64(clamping: units(9))) }

    /// For drawing and for the eye; never for adding up.
    var drawn: Double { Double(numerator) / Double(denominator) }

    private func units(_ places: Int) -> Int128 {
        var (rest, below) = (numerator.magnitude, denominator.magnitude)
        // Past 36 digits the last bits decide about no place that is shown.
        while below > UInt128.max / 32 { (rest, below) = (rest >> 1, below >> 1) }
        var units = Int128(clamping: rest / below)
        rest %= below
        for _ in 0..<places {
            rest *= 10
            units = units * 10 + Int128(clamping: rest / below)
            rest %= below
        }
        if rest >= below - rest { units += 1 }
        return numerator < 0 ? -units : units
    }
}
