/// Predicted against observed shares in bins of equal count.
public struct CalibrationCurve: Sendable, Codable, Equatable {
    public struct Bin: Sendable, Codable, Equatable {
        /// Rows (or sum of weights), averaged over repeats.
        public var count: Double
        public var lowest: Double
        public var highest: Double
        /// Mean predicted probability.
        public var predicted: Double
        /// Share that left, with Wilson's interval.
        public var observed: IntervalEstimate
    }

    public var bins: [Bin]

    /// - Parameters: as for ``MetricReport/init(repeats:outcome:weights:groups:resamples:seed:)``; equal predictions share
    ///   a bin. With groups an interval is as wide as for so many rows as say the same (``DesignEffect``).
    public init(
        repeats: [[Double]], outcome: [Double], weights: [Double]? = nil, groups: [Int]? = nil, binCount: Int = 10
    ) {
        var pooled: [(probability: Double, outcome: Double, weight: Double, group: Int)] = []
        for probabilities in repeats {
            for (row, value) in probabilities.enumerated() where !value.isNaN {
                pooled.append((value, outcome[row], weights?[row] ?? 1, groups?[row] ?? 0))
            }
        }
        pooled.sort { ($0.probability, $0.outcome, $0.weight) < ($1.probability, $1.outcome, $1.weight) }
        let used = max(1, repeats.count { $0.contains { !$0.isNaN } })
        bins = []
        var start = 0
        for bin in 0..<binCount where start < pooled.count {
            var end = max(start + 1, pooled.count * (bin + 1) / binCount)
            while end < pooled.count, pooled[end].probability == pooled[end - 1].probability { end += 1 }
            let part = pooled[start..<end]
            let weight = part.reduce(0) { $0 + $1.weight }
            let events = part.reduce(0) { $0 + $1.weight * $1.outcome }
            let shrink =
                groups == nil ? 1 : DesignEffect.ofShare(part.map(\.outcome), groups: part.map(\.group))
            bins.append(
                Bin(
                    count: weight / Double(used), lowest: part.first!.probability, highest: part.last!.probability,
                    predicted: part.reduce(0) { $0 + $1.weight * $1.probability } / weight,
                    observed: Proportion(events: events / Double(used) / shrink, count: weight / Double(used) / shrink)
                        .wilson))
            start = end
        }
    }
}
