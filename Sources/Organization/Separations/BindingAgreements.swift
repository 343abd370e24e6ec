import Kernel

/// Agreements that outlast the job. Labour Contract Law arts. 22–25; SPC Interpretation (I) art. 36; rule L-12.
package enum BindingAgreements {
    /// The most that leaving early may cost after a paid training: the cost, falling with the time served (art. 22).
    package static func trainingPenalty(
        cost: Money, months: Int, served: Int
    ) throws(MoneyRefusal) -> Money {
        guard months > 0, served < months else { return .zero }
        let shares = try cost * Int64(months - max(0, served))
        guard let share = try? Fraction(1, over: Int128(months)) else { return .zero }
        return try shares.multiplied(by: share, rounding: .halfAwayFromZero)
    }

    /// What a month without competing is worth when no pay was agreed: 30 % of the average of 12 months, not below the
    /// local minimum wage.
    package static func nonCompetePay(
        averagePay: Money, localMinimum: Money
    ) throws(MoneyRefusal) -> Money {
        max(try averagePay.multiplied(by: .percent(30), rounding: .halfAwayFromZero), localMinimum)
    }
}
