/// How good held-out probabilities are: every ``Metric`` with a bootstrap interval, the base rate beside it.
///
/// With repeated folds each figure is the mean over repeats; a resample draws rows (or groups) once and uses them in every
/// repeat, because the repeats are not independent of each other.
public struct MetricReport: Sendable, Codable, Equatable {
    public struct Entry: Sendable, Codable, Equatable {
        public var metric: Metric
        public var estimate: IntervalEstimate
        /// What everyone getting the base rate would reach.
        public var reference: Double
    }

    /// Rows judged in at least one repeat.
    public var rowCount: Int
    /// Share that left, weighted if weights were given.
    public var baseRate: Double
    public var repeats: Int
    public var resamples: Int
    public var entries: [Entry]
    /// Each metric in each repeat, in the order of `entries`.
    public var byRepeat: [[Double]]

    public subscript(metric: Metric) -> IntervalEstimate { entries[metric.position].estimate }

    /// - Parameters:
    ///   - repeats: per repeat a probability per row of the frame; NaN where the row was not held out.
    ///   - outcome: 0 or 1 per row of the frame.
    ///   - weights: per row of the frame, or nil for equal weights.
    ///   - groups: when rows belong together (same person in several months), a number per row; whole groups are drawn.
    /// - Throws: ``ForecastMetricRefusal`` when no row was judged or all judged rows have one outcome.
    public init(
        repeats: [[Double]], outcome: [Double], weights: [Double]? = nil, groups: [Int]? = nil,
        resamples: Int = 1_000, seed: UInt64
    ) throws {
        let rows = outcome.indices.filter { row in repeats.contains { !$0[row].isNaN } }
        let judged = repeats.map { probabilities in rows.filter { !probabilities[$0].isNaN } }
        guard !rows.isEmpty else { throw ForecastMetricRefusal.nothingJudged }
        let positives = rows.filter { outcome[$0] == 1 }
        guard !positives.isEmpty, positives.count < rows.count else { throw ForecastMetricRefusal.oneOutcome }

        let (units, unitCount) = Self.units(rows: rows, groups: groups, count: outcome.count)
        let ranked = zip(repeats, judged).filter { !$1.isEmpty }.map {
            RankedPredictions(rows: $1, probabilities: $0, outcome: outcome, weights: weights, units: units)
        }
        let values = ranked.map { $0.measures() }
        let bootstrap = Bootstrap(
            strata: Self.strata(rows: rows, outcome: outcome, grouped: groups != nil, unitCount: unitCount),
            unitCount: unitCount, resamples: resamples, seed: seed)
        let resampled = try bootstrap.map { counts in Self.mean(ranked.map { $0.measures(counts: counts) }) }

        rowCount = rows.count
        baseRate =
            rows.reduce(0) { $0 + (weights?[$1] ?? 1) * outcome[$1] } / rows.reduce(0) { $0 + (weights?[$1] ?? 1) }
        self.repeats = ranked.count
        self.resamples = resamples
        byRepeat = values
        let means = Self.mean(values)
        let base = baseRate
        entries = Metric.allCases.map { metric in
            let drawn = resampled.map { $0[metric.position] }
            let value = means[metric.position]
            let isDistance = [.ece, .brierReliability, .brierResolution].contains(metric)
            return Entry(
                metric: metric,
                estimate: isDistance
                    ? Bootstrap.centred(value, resampled: drawn) : Bootstrap.interval(value, resampled: drawn),
                reference: metric.reference(baseRate: base))
        }
    }

    /// What the bootstrap draws for each row: itself, or its group.
    private static func units(rows: [Int], groups: [Int]?, count: Int) -> ([Int32], Int) {
        var units = [Int32](repeating: -1, count: count)
        guard let groups else {
            for (position, row) in rows.enumerated() { units[row] = Int32(position) }
            return (units, rows.count)
        }
        var known: [Int: Int32] = [:]
        for row in rows {
            let unit = known[groups[row]] ?? Int32(known.count)
            known[groups[row]] = unit
            units[row] = unit
        }
        return (units, known.count)
    }

    /// With few events a plain resample could hold next to none: then each outcome keeps its number of rows.
    private static func strata(rows: [Int], outcome: [Double], grouped: Bool, unitCount: Int) -> [[Int32]] {
        let all = (0..<Int32(unitCount)).map { $0 }
        guard !grouped else { return [all] }
        let positives = all.filter { outcome[rows[Int($0)]] == 1 }
        guard min(positives.count, unitCount - positives.count) < 50 else { return [all] }
        return [positives, all.filter { outcome[rows[Int($0)]] != 1 }]
    }

    private static func mean(_ values: [[Double]]) -> [Double] {
        values[0].indices.map { position in values.reduce(0) { $0 + $1[position] } / Double(values.count) }
    }
}
