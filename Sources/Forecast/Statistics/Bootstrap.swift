/// Percentile intervals from resampled rows (Efron and Tibshirani 1993, chapter 13).
///
/// Every resample has a random stream of its own, so results depend on the seed only, not on threads.
struct Bootstrap: Sendable {
    /// Rows to draw from, in strata; each stratum keeps its size in every resample.
    private let strata: [[Int32]]
    private let rowCount: Int
    private let random: SeededRandom
    let resamples: Int

    /// - Parameters:
    ///   - units: the units drawn (rows, or clusters of rows), cut into strata; numbers below `unitCount`.
    init(strata: [[Int32]], unitCount: Int, resamples: Int, seed: UInt64) {
        self.strata = strata.filter { !$0.isEmpty }
        rowCount = unitCount
        self.resamples = resamples
        random = SeededRandom(seed: seed)
    }

    /// Runs `body` on the number of times each unit was drawn, once per resample; results in order of resamples.
    func map<Result: Sendable>(_ body: @Sendable (UnsafePointer<Int32>) -> Result) throws -> [Result] {
        let size = 16
        let blocks = (resamples + size - 1) / size
        return try Parallel.map(blocks) { block in
            let counts = UnsafeMutablePointer<Int32>.allocate(capacity: rowCount)
            defer { counts.deallocate() }
            return (block * size..<min(resamples, (block + 1) * size)).map { resample in
                draw(resample, into: counts)
                return body(counts)
            }
        }.flatMap { $0 }
    }

    private func draw(_ resample: Int, into counts: UnsafeMutablePointer<Int32>) {
        counts.update(repeating: 0, count: rowCount)
        var stream = random.stream(UInt64(resample))
        for stratum in strata {
            let size = UInt64(stratum.count)
            stratum.withUnsafeBufferPointer { units in
                for _ in 0..<units.count {
                    counts[Int(units[Int(stream.next().multipliedFullWidth(by: size).high)])] += 1
                }
            }
        }
    }

    /// The 2.5 % and 97.5 % quantiles; undefined resamples do not count.
    ///
    /// - Parameter smallest: the size of the smallest group drawn from; resamples of few units vary too little, so the quantiles
    ///   move outwards to Φ(−t √(n / (n − 1))), t the Student quantile with n − 1 degrees (Hesterberg 2015). nil = as they are.
    static func interval(_ value: Double, resampled: [Double], smallest: Int? = nil) -> IntervalEstimate {
        let sorted = resampled.filter { $0.isFinite }.sorted()
        guard !sorted.isEmpty, value.isFinite else { return IntervalEstimate(value: value, low: .nan, high: .nan) }
        var tail = 0.025
        if let smallest, smallest > 1 {
            let n = Double(smallest)
            let t = StudentDistribution.quantile(0.975, degrees: n - 1)
            tail = NormalDistribution.cumulative(-t * (n / (n - 1)).squareRoot())
        }
        return IntervalEstimate(
            value: value, low: sorted.sortedQuantile(tail), high: sorted.sortedQuantile(1 - tail))
    }

    /// For figures that resampling shifts (distances such as ECE can only grow by noise): the percentile interval moved
    /// so that the resamples' median lies on the value, cut off at zero.
    static func centred(_ value: Double, resampled: [Double]) -> IntervalEstimate {
        let sorted = resampled.filter { $0.isFinite }.sorted()
        guard !sorted.isEmpty, value.isFinite else { return IntervalEstimate(value: value, low: .nan, high: .nan) }
        let shift = value - sorted.sortedQuantile(0.5)
        return IntervalEstimate(
            value: value, low: min(value, max(0, sorted.sortedQuantile(0.025) + shift)),
            high: max(value, sorted.sortedQuantile(0.975) + shift))
    }
}
