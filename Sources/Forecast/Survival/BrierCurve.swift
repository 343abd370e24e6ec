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
    ///   - points: number of times, evenly spaced from the first event to the last one before which G ≥ 0.05.
    public init(
        _ curves: SurvivalCurves, outcome: SurvivalOutcome, censoring: SurvivalOutcome? = nil, points: Int = 50
    ) {
        let weights = BrierWeights(outcome: outcome, censoring: censoring ?? outcome, points: points)
        times = weights.times
        let measured = weights.times.indices.map { point in
            outcome.times.indices.reduce(0.0) {
                $0 + weights.error($1, predicted: curves[$1, at: weights.times[point]], at: point)
            } / Double(outcome.count)
        }
        scores = measured
        integrated = weights.integrated { measured[$1] }
    }
}

/// Times and weights of a ``BrierCurve``.
struct BrierWeights: Sendable {
    let times: [Double]
    private let outcome: SurvivalOutcome
    private let leaving: [Double]
    private let staying: [Double]

    init(outcome: SurvivalOutcome, censoring: SurvivalOutcome, points: Int = 50) {
        self.outcome = outcome
        let curve = CensoringCurve(censoring)
        let seen = zip(censoring.times, censoring.events).filter { $1 }.map(\.0)
        let first = seen.min() ?? 0
        let last = max(first, min(curve.horizon, seen.max() ?? 0))
        times = (0..<points).map { first + (last - first) * Double($0) / Double(max(1, points - 1)) }
        leaving = outcome.times.map { time in
            let share = curve.uncensored(before: time)
            return share > 0 ? 1 / share : 0
        }
        staying = times.map { time in
            let share = curve.uncensored(at: time)
            return share > 0 ? 1 / share : 0
        }
    }

    /// The weighted squared error of one row at one of the times.
    func error(_ row: Int, predicted: Double, at point: Int) -> Double {
        if outcome.times[row] > times[point] { return (1 - predicted) * (1 - predicted) * staying[point] }
        return outcome.events[row] ? predicted * predicted * leaving[row] : 0
    }

    /// Mean over time of a value per time (its number is passed too), by the trapezoid rule.
    func integrated(_ value: (Double, Int) -> Double) -> Double {
        guard let first = times.first, let last = times.last, last > first else {
            return times.first.map { value($0, 0) } ?? .nan
        }
        var (area, previous) = (0.0, value(first, 0))
        for point in times.indices.dropFirst() {
            let next = value(times[point], point)
            area += (times[point] - times[point - 1]) * (previous + next) / 2
            previous = next
        }
        return area / (last - first)
    }
}
