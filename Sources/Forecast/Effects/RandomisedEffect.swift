/// Effects where chance decided who was treated: plain differences with honest intervals.
public enum RandomisedEffect {
    /// The fewest rows per group.
    public static let leastRows = 10

    /// Difference of shares with Newcombe's hybrid score interval, or of means with Welch's when the outcome is not 0/1.
    ///
    /// - Parameters:
    ///   - outcome: per row of the frame.
    ///   - rows: the rows looked at; those without an assignment are left out.
    /// - Throws: ``EffectRefusal/tooFewRows(treated:control:needed:)``.
    public static func estimate(_ outcome: [Double], treatment: Treatment, rows: [Int]) throws -> EffectEstimate {
        let treated = rows.filter { treatment.assignment[$0] == true }.map { outcome[$0] }
        let control = rows.filter { treatment.assignment[$0] == false }.map { outcome[$0] }
        guard treated.count >= leastRows, control.count >= leastRows else {
            throw EffectRefusal.tooFewRows(treated: treated.count, control: control.count, needed: leastRows)
        }
        let isShare = treated.allSatisfy { $0 == 0 || $0 == 1 } && control.allSatisfy { $0 == 0 || $0 == 1 }
        let effect = difference(treated, control, isShare: isShare)
        return EffectEstimate(
            design: .randomised, scale: isShare ? .share : .mean, effect: effect, naive: effect,
            treatedCount: treated.count, controlCount: control.count)
    }

    static func difference(_ treated: [Double], _ control: [Double], isShare: Bool) -> IntervalEstimate {
        guard isShare else { return welch(treated, control) }
        return Proportion(events: treated.reduce(0, +), count: Double(treated.count))
            .difference(from: Proportion(events: control.reduce(0, +), count: Double(control.count)))
    }

    /// Welch's interval for a difference of means (Welch 1947, degrees of freedom after Satterthwaite).
    static func welch(_ treated: [Double], _ control: [Double]) -> IntervalEstimate {
        let (one, two) = (Moments(treated), Moments(control))
        let (a, b) = (one.variance / one.count, two.variance / two.count)
        let value = one.mean - two.mean
        guard a + b > 0 else { return IntervalEstimate(value: value, low: value, high: value) }
        let degrees = (a + b) * (a + b) / (a * a / (one.count - 1) + b * b / (two.count - 1))
        let spread = StudentDistribution.quantile(0.975, degrees: degrees) * (a + b).squareRoot()
        return IntervalEstimate(value: value, low: value - spread, high: value + spread)
    }

    /// Difference of means with a percentile interval of resampled rows, for outcomes with long tails.
    public static func bootstrapped(
        _ treated: [Double], _ control: [Double], resamples: Int = 2_000, seed: UInt64
    ) throws -> IntervalEstimate {
        let all = treated + control
        let split = treated.count
        let bootstrap = Bootstrap(
            strata: [(0..<Int32(split)).map { $0 }, (Int32(split)..<Int32(all.count)).map { $0 }], unitCount: all.count,
            resamples: resamples, seed: seed)
        let drawn = try bootstrap.map { counts in
            var sums = (0.0, 0.0)
            for index in 0..<split { sums.0 += Double(counts[index]) * all[index] }
            for index in split..<all.count { sums.1 += Double(counts[index]) * all[index] }
            return sums.0 / Double(split) - sums.1 / Double(all.count - split)
        }
        return Bootstrap.interval(
            Moments(treated).mean - Moments(control).mean, resampled: drawn, smallest: min(treated.count, control.count)
        )
    }
}
