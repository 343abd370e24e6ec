import Foundation

/// The product-limit estimate of staying (Kaplan and Meier 1958): S(t) = Π (1 − dᵢ/nᵢ) over event times up to t.
///
/// Bands come from Greenwood's variance on the scale log(−log S), so they stay between 0 and 1
/// (Kalbfleisch and Prentice 2002, §1.4).
public struct KaplanMeier: Sendable, Codable, Equatable {
    public struct Step: Sendable, Codable, Equatable {
        public var time: Double
        /// Rows still observed just before this time.
        public var atRisk: Int
        public var events: Int
        public var censored: Int
        /// Share still there just after this time.
        public var surviving: IntervalEstimate
    }

    public var count: Int
    public var eventCount: Int
    /// One step per distinct time with an event or a censoring.
    public var steps: [Step]

    public init(_ outcome: SurvivalOutcome) {
        count = outcome.count
        eventCount = outcome.eventCount
        steps = []
        let order = outcome.times.indices.sorted { (outcome.times[$0], $0) < (outcome.times[$1], $1) }
        var (surviving, variance, start) = (1.0, 0.0, 0)
        while start < order.count {
            let time = outcome.times[order[start]]
            var (end, events) = (start, 0)
            while end < order.count, outcome.times[order[end]] == time {
                events += outcome.events[order[end]] ? 1 : 0
                end += 1
            }
            let (n, d) = (Double(order.count - start), Double(events))
            surviving *= 1 - d / n
            variance += d / (n * (n - d))
            steps.append(
                Step(
                    time: time, atRisk: order.count - start, events: events, censored: end - start - events,
                    surviving: Self.band(surviving, variance: variance)))
            start = end
        }
    }

    private static func band(_ surviving: Double, variance: Double) -> IntervalEstimate {
        guard surviving > 0 else { return IntervalEstimate(value: 0, low: 0, high: 0) }
        guard surviving < 1 else { return IntervalEstimate(value: 1, low: 1, high: 1) }
        let spread = NormalDistribution.z95 * variance.squareRoot() / abs(log(surviving))
        return IntervalEstimate(
            value: surviving, low: pow(surviving, exp(spread)), high: pow(surviving, exp(-spread)))
    }

    /// The estimate at a time: everyone before the first step.
    public func surviving(at time: Double) -> IntervalEstimate {
        let index = steps.partitioned { $0.time <= time }
        return index == 0 ? IntervalEstimate(value: 1, low: 1, high: 1) : steps[index - 1].surviving
    }

    /// S just before a time.
    func survivingBefore(_ time: Double) -> Double {
        let index = steps.partitioned { $0.time < time }
        return index == 0 ? 1 : steps[index - 1].surviving.value
    }

    /// Rows observed at least until a time.
    public func atRisk(at time: Double) -> Int {
        let index = steps.partitioned { $0.time < time }
        return index < steps.count ? steps[index].atRisk : 0
    }

    /// The first time by which half have left; nil while more than half stay. Its interval is where the bands cross one half
    /// (Brookmeyer and Crowley 1982); an open end is nil.
    public var median: Median? {
        guard let time = steps.first(where: { $0.surviving.value <= 0.5 + 1e-12 })?.time else { return nil }
        return Median(
            time: time, low: steps.first { $0.surviving.low <= 0.5 }?.time,
            high: steps.first { $0.surviving.high <= 0.5 }?.time)
    }

    public struct Median: Sendable, Codable, Equatable {
        public var time: Double
        public var low: Double?
        public var high: Double?
    }

    /// Mean time stayed up to `horizon`: the area under the curve, with Greenwood's variance
    /// Σ A(tᵢ)² dᵢ / (nᵢ (nᵢ − dᵢ)), A(t) = the area right of t.
    public func restrictedMean(until horizon: Double) -> IntervalEstimate {
        var areas: [(step: Step, right: Double)] = []
        var (area, right, previous) = (0.0, 0.0, horizon)
        for index in steps.indices.reversed() where steps[index].time < horizon {
            right += (previous - steps[index].time) * steps[index].surviving.value
            previous = steps[index].time
            areas.append((steps[index], right))
        }
        area = right + previous
        let variance = areas.reduce(0.0) { sum, entry in
            let (n, d) = (Double(entry.step.atRisk), Double(entry.step.events))
            return n > d ? sum + entry.right * entry.right * d / (n * (n - d)) : sum
        }
        let spread = NormalDistribution.z95 * variance.squareRoot()
        return IntervalEstimate(value: area, low: max(0, area - spread), high: min(horizon, area + spread))
    }
}

extension Array {
    /// The number of leading elements for which `holds` is true, when it is true for a prefix only (bisection).
    func partitioned(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
