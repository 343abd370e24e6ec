import Kernel

/// What a turnover rate divides by. There are three honest answers to one question, so the choice stands beside the figure.
enum TurnoverDefinition: String, Codable, Sendable, Hashable, CaseIterable {
    /// H01, the source's own. Can pass 100 %.
    case opening
    /// H02, with the mean of the headcounts at start and end.
    case average
    /// H03, with everybody who was there at any time of the period: bounded by 100 %.
    case cumulative

    /// Leavers over the base; nil without a base.
    ///
    /// - Parameters:
    ///   - opening: headcount at the end of the day before the period.
    ///   - closing: headcount at the end of its last day.
    ///   - entered: joiners; for a group also those who moved into it.
    func rate(leavers: Int, opening: Int, closing: Int, entered: Int) -> Fraction? {
        switch self {
        case .opening: .share(leavers, of: opening)
        case .average: .share(leavers * 2, of: opening + closing)
        case .cumulative: .share(leavers, of: opening + entered)
        }
    }

    var name: Phrase {
        switch self {
        case .opening: Phrase(zh: "期初口径", en: "On opening headcount")
        case .average: Phrase(zh: "平均人数口径", en: "On average headcount")
        case .cumulative: Phrase(zh: "期初＋入职口径", en: "On opening plus joiners")
        }
    }

    var formula: Phrase {
        switch self {
        case .opening:
            Phrase(zh: "期内离职人次 ÷ 期初在职人数", en: "Leavers in the period ÷ headcount at its start")
        case .average:
            Phrase(
                zh: "期内离职人次 ÷〔（期初在职人数＋期末在职人数）÷ 2〕",
                en: "Leavers ÷ the mean of headcount at start and end")
        case .cumulative:
            Phrase(
                zh: "期内离职人次 ÷（期初在职人数＋期内进入人次）", en: "Leavers ÷ (headcount at start + those who came in)")
        }
    }

    /// The id in the list of formulas.
    var id: String {
        switch self {
        case .opening: "H01"
        case .average: "H02"
        case .cumulative: "H03"
        }
    }
}

/// A rate of a period as a rate of a year.
enum Annualising: String, Codable, Sendable, Hashable, CaseIterable {
    /// H04: period rate × 12 / months. May pass 100 %.
    case simple
    /// H05: 1 − (1 − rate)^(12 / months), the language of survival.
    case compound

    /// - Parameter months: 1, 3 or 12 months the rate covers.
    /// - Returns: nil for a compound rate of more than 100 %, which nobody can survive twice.
    func yearly(_ rate: Fraction, months: Int) -> Fraction? {
        guard months > 0, 12 % months == 0 else { return nil }
        switch self {
        case .simple: return try? rate * Fraction(Int128(12 / months))
        case .compound: return Self.compounded(rate, times: 12 / months)
        }
    }

    /// In units of 10⁻¹⁸, so that no chain of factors runs out of digits; exact far beyond any place shown.
    private static func compounded(_ rate: Fraction, times: Int) -> Fraction? {
        guard rate.numerator >= 0, rate.numerator <= rate.denominator else { return nil }
        if times == 1 { return rate }
        let scale: Int128 = 1_000_000_000_000_000_000
        guard let staying = try? Fraction.one - rate else { return nil }
        let top = staying.numerator.multipliedReportingOverflow(by: scale)
        guard !top.overflow else { return nil }
        let once = top.partialValue / staying.denominator
        var left = scale
        for _ in 0..<times { left = (left * once + scale / 2) / scale }
        return try? Fraction(scale - left, over: scale)
    }

    var name: Phrase {
        switch self {
        case .simple: Phrase(zh: "年化（简单）", en: "Per year, simple")
        case .compound: Phrase(zh: "年化（复利）", en: "Per year, compound")
        }
    }

    func formula(months: Int) -> Phrase {
        let times = months > 0 ? 12 / months : 1
        switch self {
        case .simple: return Phrase(zh: "本期离职率 × \(times)", en: "Rate of the period × \(times)")
        case .compound:
            return Phrase(
                zh: "1 −（1 − 本期离职率）的 \(times) 次方", en: "1 − (1 − rate of the period) to the power of \(times)")
        }
    }
}
