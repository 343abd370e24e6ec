/// Squared error of predicted survival over time, with inverse probability of censoring weights (Graf et al. 1999):
/// BS(t) = 1/n Σ [ Ŝ(t|xᵢ)² · 1(tᵢ ≤ t, left) / G(tᵢ−) + (1 − Ŝ(t|xᵢ))² · 1(tᵢ > t) / G(t) ].
public struct BrierCurve: Sendable, Codable, Equatable {
    public var times: [Double]
    public var scores: [Double]
    /// ∫ BS dt / length over the times (trapezoid rule).
    public var integrated: Double

    /// - Parameters:
    ///   - outcome: per row of `curves`.
    ///   - censoring: rows from which G is estimated; nil = the judged rows.
    ///   - points: number of times, evenly spaced from the first event to the last time with G ≥ 0.05 before which events are seen.
    public init(
        _ curves: SurvivalCurves, outcome: SurvivalOutcome, censoring: SurvivalOutcome? = nil, points: Int = 50
    ) {
        let curve = CensoringCurve(censoring ?? outcome)
        let seen = zip(outcome.times, outcome.events).filter { $1 }.map(\.0)
        let first = seen.min() ?? 0
        let last = max(first, min(curve.horizon, seen.max() ?? 0))
        let grid = (0..<points).map { first + (last - first) * Double($0) / Double(max(1, points - 1)) }
        let weights = outcome.times.map { time in
            let share = curve.uncensored(before: time)
            return share > 0 ? 1 / share : 0
        }
        times = grid
        scores = grid.map { time in
            let still = curve.uncensored(at: time)
            var sum = 0.0
            for row in outcome.times.indices {
                let predicted = curves[row, at: time]
                if outcome.times[row] > time {
                    sum += still > 0 ? (1 - predicted) * (1 - predicted) / still : 0
                } else if outcome.events[row] {
                    sum += predicted * predicted * weights[row]
                }
            }
            return sum / Double(outcome.count)
        }
        var area = 0.0
        for step in 1..<max(1, points) {
            area += (grid[step] - grid[step - 1]) * (scores[step] + scores[step - 1]) / 2
        }
        integrated = last > first ? area / (last - first) : scores.first ?? .nan
    }
}
