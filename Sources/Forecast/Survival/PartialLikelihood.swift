import Foundation

/// Cox's partial likelihood (Breslow's ties) of a log-hazard score over rows sorted once by time.
struct PartialLikelihood: Sendable {
    /// Positions by falling time.
    private let order: [Int]
    private let outcome: SurvivalOutcome
    let eventCount: Double

    init(_ outcome: SurvivalOutcome) {
        self.outcome = outcome
        order = outcome.times.indices.sorted { (outcome.times[$0], $0) > (outcome.times[$1], $1) }
        eventCount = Double(outcome.eventCount)
    }

    /// Negative log partial likelihood per event.
    func loss(_ margins: [Float]) -> Double {
        let highest = Double(margins.max() ?? 0)
        var (sum, atRisk) = (0.0, 0.0)
        eachTime { rows in
            for row in rows { atRisk += exp(Double(margins[row]) - highest) }
            let level = log(atRisk) + highest
            for row in rows where outcome.events[row] { sum += level - Double(margins[row]) }
        }
        return sum / max(1, eventCount)
    }

    /// The slope of a single score that makes the partial likelihood largest (Newton).
    func slope(_ scores: [Double]) -> Double {
        var slope = 0.0
        for _ in 0..<30 {
            let highest = scores.reduce(-Double.infinity) { max($0, slope * $1) }
            var (gradient, curvature, s0, s1, s2) = (0.0, 1e-9, 0.0, 0.0, 0.0)
            eachTime { rows in
                for row in rows {
                    let weight = exp(slope * scores[row] - highest)
                    s0 += weight
                    s1 += weight * scores[row]
                    s2 += weight * scores[row] * scores[row]
                }
                for row in rows where outcome.events[row] {
                    gradient += scores[row] - s1 / s0
                    curvature += s2 / s0 - (s1 / s0) * (s1 / s0)
                }
            }
            let step = max(-1, min(1, gradient / curvature))
            slope += step
            if abs(step) < 1e-9 { break }
        }
        return slope
    }

    /// Breslow's cumulative baseline hazard at the event times, rising.
    func baseline(_ scores: [Double]) -> [(time: Double, hazard: Double)] {
        var steps: [(time: Double, hazard: Double)] = []
        var atRisk = 0.0
        eachTime { rows in
            for row in rows { atRisk += exp(scores[row]) }
            let events = rows.count { outcome.events[$0] }
            if events > 0 { steps.append((outcome.times[rows.first!], Double(events) / atRisk)) }
        }
        var sum = 0.0
        return steps.reversed().map { step in
            sum += step.hazard
            return (step.time, sum)
        }
    }

    /// The rows of each distinct time, latest first.
    private func eachTime(_ body: (ArraySlice<Int>) -> Void) {
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, outcome.times[order[end]] == outcome.times[order[start]] { end += 1 }
            body(order[start..<end])
            start = end
        }
    }
}
