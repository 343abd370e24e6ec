/// Rows by rank of their score in tiers of fixed shares, and what became of them.
public struct TierTable: Sendable, Codable, Equatable {
    public struct Tier: Sendable, Codable, Equatable {
        /// 0 = highest scores.
        public var index: Int
        /// Share of rows by rule.
        public var share: Double
        /// Rows, averaged over repeats.
        public var count: Double
        /// Mean predicted probability.
        public var predicted: Double
        /// Share that left, with Wilson's interval.
        public var actual: IntervalEstimate
    }

    /// Very high, high, medium, low, very low.
    public static let defaultShares = [0.05, 0.15, 0.25, 0.35, 0.20]

    public var tiers: [Tier]

    /// - Parameters: as for ``MetricReport/init(repeats:outcome:weights:groups:resamples:seed:)``; tiers are cut
    ///   within each repeat. With groups an interval is as wide as for so many rows as say the same (``DesignEffect``).
    public init(
        repeats: [[Double]], outcome: [Double], groups: [Int]? = nil, shares: [Double] = defaultShares
    ) {
        var members = [[Int]](repeating: [], count: shares.count)
        var sums = [(count: Double, predicted: Double, events: Double)](repeating: (0, 0, 0), count: shares.count)
        var used = 0.0
        for probabilities in repeats {
            let rows = probabilities.indices.filter { !probabilities[$0].isNaN }
            guard !rows.isEmpty else { continue }
            used += 1
            for (row, tier) in zip(rows, Self.assign(rows.map { probabilities[$0] }, shares: shares)) {
                sums[tier].count += 1
                sums[tier].predicted += probabilities[row]
                sums[tier].events += outcome[row]
                if groups != nil { members[tier].append(row) }
            }
        }
        tiers = sums.enumerated().map { index, sum in
            let shrink =
                groups.map { groups in
                    DesignEffect.ofShare(members[index].map { outcome[$0] }, groups: members[index].map { groups[$0] })
                } ?? 1
            return Tier(
                index: index, share: shares[index], count: sum.count / used, predicted: sum.predicted / sum.count,
                actual: Proportion(events: sum.events / used / shrink, count: sum.count / used / shrink).wilson)
        }
    }

    /// The tier of each score: the highest `shares[0]` of the rows get 0 and so on; equal scores in order of rows.
    public static func assign(_ scores: [Double], shares: [Double] = defaultShares) -> [Int] {
        let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
        var result = [Int](repeating: shares.count - 1, count: scores.count)
        var (start, cumulative) = (0, 0.0)
        for (tier, share) in shares.enumerated() {
            cumulative += share
            let end = tier == shares.count - 1 ? scores.count : Int((cumulative * Double(scores.count)).rounded())
            for position in start..<max(start, end) { result[order[position]] = tier }
            start = max(start, end)
        }
        return result
    }
}
