/// How well one column alone tells the two outcomes apart.
enum RankAUC {
    /// The probability that a random positive has the larger value, ties counting half (Mann–Whitney).
    ///
    /// NaN when one of the outcomes does not occur. O(n log n).
    static func area(_ scores: [Double], _ outcome: [Double]) -> Double {
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        var (positives, negatives, area) = (0.0, 0.0, 0.0)
        var start = 0
        while start < order.count {
            var (tiedPositives, tiedNegatives) = (0.0, 0.0)
            var end = start
            while end < order.count, scores[order[end]] == scores[order[start]] {
                if outcome[order[end]] > 0.5 { tiedPositives += 1 } else { tiedNegatives += 1 }
                end += 1
            }
            area += tiedPositives * (negatives + tiedNegatives / 2)
            positives += tiedPositives
            negatives += tiedNegatives
            start = end
        }
        return positives > 0 && negatives > 0 ? area / (positives * negatives) : .nan
    }
}
