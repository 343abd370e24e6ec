/// Before and after, against others over the same time: (treated after − before) − (comparison after − before).
///
/// Right when both groups would have changed alike without the treatment. Whole units are resampled, so several records of one person
/// are not taken for several people (Bertrand, Duflo and Mullainathan 2004).
public enum DifferenceInDifferences {
    /// The fewest units per group with records before and after.
    public static let leastUnits = 10

    /// One measured value.
    public struct Record: Sendable, Codable, Equatable {
        public var unit: Int
        public var treated: Bool
        public var after: Bool
        public var value: Double

        public init(unit: Int, treated: Bool, after: Bool, value: Double) {
            self.unit = unit
            self.treated = treated
            self.after = after
            self.value = value
        }
    }

    /// Units without a record on either side are left out and counted as trimmed.
    ///
    /// - Throws: ``EffectRefusal/tooFewRows(treated:control:needed:)``.
    public static func estimate(_ records: [Record], resamples: Int = 2_000, seed: UInt64) throws -> EffectEstimate {
        var sums: [Int: (treated: Bool, before: SIMD2<Double>, after: SIMD2<Double>)] = [:]
        for record in records where !record.value.isNaN {
            var entry = sums[record.unit] ?? (record.treated, .zero, .zero)
            if record.after { entry.after += SIMD2(record.value, 1) } else { entry.before += SIMD2(record.value, 1) }
            sums[record.unit] = entry
        }
        let complete = sums.sorted { $0.key < $1.key }.map(\.value).filter { $0.before.y > 0 && $0.after.y > 0 }
        func changes(_ treated: Bool) -> [Double] {
            complete.filter { $0.treated == treated }.map { $0.after.x / $0.after.y - $0.before.x / $0.before.y }
        }
        let (treated, control) = (changes(true), changes(false))
        guard treated.count >= leastUnits, control.count >= leastUnits else {
            throw EffectRefusal.tooFewRows(treated: treated.count, control: control.count, needed: leastUnits)
        }
        let effect = try RandomisedEffect.bootstrapped(treated, control, resamples: resamples, seed: seed)
        let own = Moments(treated)
        let spread =
            StudentDistribution.quantile(0.975, degrees: own.count - 1) * (own.variance / own.count).squareRoot()
        return EffectEstimate(
            design: .differenceInDifferences, scale: .mean, effect: effect,
            naive: IntervalEstimate(value: own.mean, low: own.mean - spread, high: own.mean + spread),
            treatedCount: treated.count, controlCount: control.count, trimmed: sums.count - complete.count)
    }
}
