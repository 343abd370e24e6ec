/// How well a risk score orders rows by time to event, in O(n log n).
///
/// A pair counts when it is known who left first: tᵢ < tⱼ and i left, or equal times of which only i left.
/// It is concordant when i has the higher score; equal scores count half.
public enum Concordance {
    /// Harrell's c (Harrell et al. 1982); NaN when no pair can be compared.
    public static func harrell(_ outcome: SurvivalOutcome, risk: [Double]) -> Double {
        weighted(outcome, risk: risk) { _ in 1 }
    }

    /// Uno's c (Uno et al. 2011): pairs weighted by 1/G(tᵢ)², G the Kaplan–Meier curve of being censored, so that the figure does
    /// not depend on how long people happened to be observed. Only events before `horizon` count.
    ///
    /// - Parameters:
    ///   - censoring: rows from which G is estimated (the training part); nil = the judged rows themselves.
    ///   - horizon: nil = the last time at which at least 5 % are expected to be uncensored.
    public static func uno(
        _ outcome: SurvivalOutcome, risk: [Double], censoring: SurvivalOutcome? = nil, horizon: Double? = nil
    ) -> Double {
        let curve = CensoringCurve(censoring ?? outcome)
        let end = horizon ?? curve.horizon
        return weighted(outcome, risk: risk) { time in
            let share = curve.uncensored(before: time)
            return time <= end && share > 0 ? 1 / (share * share) : 0
        }
    }

    private static func weighted(
        _ outcome: SurvivalOutcome, risk: [Double], weight: (Double) -> Double
    ) -> Double {
        let ranks = RiskRanks(risk)
        var seen = CountTree(size: ranks.distinct)
        let order = outcome.times.indices.sorted { outcome.times[$0] > outcome.times[$1] }
        var (pairs, concordant, start, added) = (0.0, 0.0, 0, 0.0)
        while start < order.count {
            let time = outcome.times[order[start]]
            var end = start
            while end < order.count, outcome.times[order[end]] == time { end += 1 }
            let tied = order[start..<end]
            for row in tied where !outcome.events[row] {
                seen.add(ranks.rank[row])
                added += 1
            }
            let own = weight(time)
            for row in tied where outcome.events[row] && own > 0 {
                let below = seen.count(below: ranks.rank[row])
                let upTo = seen.count(below: ranks.rank[row] + 1)
                pairs += own * added
                concordant += own * (Double(below) + 0.5 * Double(upTo - below))
            }
            for row in tied where outcome.events[row] {
                seen.add(ranks.rank[row])
                added += 1
            }
            start = end
        }
        return concordant / pairs
    }
}

/// Scores as ranks from 0; equal scores share one.
private struct RiskRanks {
    var rank: [Int]
    var distinct = 0

    init(_ risk: [Double]) {
        rank = [Int](repeating: 0, count: risk.count)
        var previous: Double?
        for row in risk.indices.sorted(by: { risk[$0] < risk[$1] }) {
            if risk[row] != previous { distinct += 1 }
            previous = risk[row]
            rank[row] = distinct - 1
        }
    }
}

/// Counts per rank with prefix sums in O(log n) (Fenwick 1994).
private struct CountTree {
    private var nodes: [Int32]

    init(size: Int) { nodes = [Int32](repeating: 0, count: size + 1) }

    mutating func add(_ rank: Int) {
        var index = rank + 1
        while index < nodes.count {
            nodes[index] += 1
            index += index & -index
        }
    }

    func count(below rank: Int) -> Int {
        var (index, sum) = (rank, 0)
        while index > 0 {
            sum += Int(nodes[index])
            index -= index & -index
        }
        return sum
    }
}
