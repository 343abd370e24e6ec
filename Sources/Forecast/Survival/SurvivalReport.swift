import Kernel

/// How well held-out risk scores and curves say who leaves when, with bootstrap intervals.
///
/// With repeated folds each figure is the mean over repeats; a resample draws the rows once for all repeats.
public struct SurvivalReport: Sendable, Codable, Equatable {
    public struct Repeat: Sendable {
        /// Per row of the frame, NaN where not held out; higher leaves sooner.
        public var risk: [Double]
        /// Curves of the rows with a risk, in their order; nil when only the order was predicted.
        public var curves: SurvivalCurves?

        public init(risk: [Double], curves: SurvivalCurves? = nil) {
            self.risk = risk
            self.curves = curves
        }
    }

    public var rowCount: Int
    public var eventCount: Int
    public var repeats: Int
    public var harrell: IntervalEstimate
    public var uno: IntervalEstimate
    /// Lower is better.
    public var integratedBrier: IntervalEstimate?
    /// What the Kaplan–Meier curve of all rows reaches.
    public var integratedBrierReference: Double?

    /// - Parameter outcome: per row of the frame.
    public init(repeats: [Repeat], outcome: SurvivalOutcome, resamples: Int = 200, seed: UInt64) throws {
        let rows = outcome.times.indices.filter { row in repeats.contains { !$0.risk[row].isNaN } }
        guard !rows.isEmpty else { throw ForecastMetricRefusal.nothingJudged }
        let all = outcome.taking(rows)
        let horizon = CensoringCurve(all).horizon
        let own = repeats.map { entry in rows.filter { !entry.risk[$0].isNaN } }
        let position = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })

        @Sendable func concordance(_ counts: UnsafePointer<Int32>?) -> [Double] {
            var sums = [0.0, 0.0]
            for (entry, rows) in zip(repeats, own) {
                let drawn = rows.flatMap { row in
                    [Int](repeating: row, count: counts.map { Int($0[position[row]!]) } ?? 1)
                }
                let (sample, risk) = (outcome.taking(drawn), drawn.map { entry.risk[$0] })
                sums[0] += Concordance.harrell(sample, risk: risk) / Double(repeats.count)
                sums[1] += Concordance.uno(sample, risk: risk, censoring: all, horizon: horizon) / Double(repeats.count)
            }
            return sums
        }

        let bootstrap = Bootstrap(
            strata: [(0..<Int32(rows.count)).map { $0 }], unitCount: rows.count, resamples: resamples, seed: seed)
        let values = concordance(nil)
        let drawn = try bootstrap.map { concordance($0) }
        rowCount = rows.count
        eventCount = all.eventCount
        self.repeats = repeats.count
        harrell = Bootstrap.interval(values[0], resampled: drawn.map { $0[0] })
        uno = Bootstrap.interval(values[1], resampled: drawn.map { $0[1] })

        guard repeats.allSatisfy({ $0.curves != nil }) else { return }
        let errors = zip(repeats, own).map { entry, rows in
            RowBrier(entry.curves!, outcome: outcome.taking(rows), censoring: all)
        }
        @Sendable func brier(_ counts: UnsafePointer<Int32>?) -> Double {
            zip(errors, own).reduce(0) { sum, entry in
                sum + entry.0.mean { index in counts.map { Double($0[position[entry.1[index]]!]) } ?? 1 }
            } / Double(errors.count)
        }
        integratedBrier = Bootstrap.interval(brier(nil), resampled: try bootstrap.map { brier($0) })
        let curve = KaplanMeier(all)
        let constant = SurvivalCurves(
            times: curve.steps.map(\.time),
            surviving: rows.flatMap { _ in curve.steps.map(\.surviving.value) })
        integratedBrierReference = RowBrier(constant, outcome: all, censoring: all).mean { _ in 1 }
    }
}

/// Each row's share of the integrated Brier score, so that resamples only add up.
struct RowBrier: Sendable {
    private let errors: [Double]

    init(_ curves: SurvivalCurves, outcome: SurvivalOutcome, censoring: SurvivalOutcome) {
        let weights = BrierWeights(outcome: outcome, censoring: censoring)
        errors = outcome.times.indices.map { row in
            weights.integrated { weights.error(row, predicted: curves[row, at: $0], at: $1) }
        }
    }

    func mean(_ weight: (Int) -> Double) -> Double {
        var (sum, total) = (0.0, 0.0)
        for (index, error) in errors.enumerated() {
            let own = weight(index)
            sum += own * error
            total += own
        }
        return sum / total
    }
}
