import Kernel

/// H11 to H14: figures of learning and of new people. The rooms of training and recruiting show them.
enum LearningFormula {
    /// H11: the weighted mean of indicators from 0 to 100; nil without weights.
    static func newHireQuality(_ indicators: [(value: Rate, weight: Rate)]) throws(FractionRefusal) -> Fraction? {
        var (sum, weights) = (Fraction.zero, Fraction.zero)
        for (value, weight) in indicators {
            sum = try sum + Fraction(value) * Fraction(weight)
            weights = try weights + Fraction(weight)
        }
        return weights.numerator == 0 ? nil : try sum / weights
    }

    /// H12, level 2: what was learned, after minus before. Levels 1, 3 and 4 are means and differences of the same kind.
    static func learned(pre: Rate, post: Rate) throws(FractionRefusal) -> Fraction {
        try Fraction(post) - Fraction(pre)
    }

    /// H13: (benefit − cost) / cost; nil without cost. The benefit is already isolated.
    static func returnOnInvestment(benefit: Money, cost: Money) throws(MoneyRefusal) -> Fraction? {
        .share(try benefit - cost, of: cost)
    }

    /// H13: benefit / cost.
    static func benefitCostRatio(benefit: Money, cost: Money) -> Fraction? { .share(benefit, of: cost) }

    /// H13: the gain that may be claimed: what was seen × the share due to training × the confidence in that share.
    static func isolated(gain: Money, share: Rate, confidence: Rate) throws -> Money {
        try gain.multiplied(by: Fraction(share) * Fraction(confidence), rounding: .halfAwayFromZero)
    }

    /// H14: (post − pre) / (max − pre); nil when nothing could be gained.
    static func normalisedGain(pre: Rate, post: Rate, max: Rate) throws(FractionRefusal) -> Fraction? {
        pre == max ? nil : try (Fraction(post) - Fraction(pre)) / (Fraction(max) - Fraction(pre))
    }
}
