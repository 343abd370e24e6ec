import Foundation

/// A share with its counts; weighted counts may be fractions.
public struct Proportion: Sendable, Codable, Equatable {
    public var events: Double
    public var count: Double

    public init(events: Double, count: Double) {
        self.events = events
        self.count = count
    }

    public var value: Double { events / count }

    /// Wilson's score interval without continuity correction (Wilson 1927; method 3 of Newcombe 1998a).
    public var wilson: IntervalEstimate {
        guard count > 0 else { return IntervalEstimate(value: .nan, low: 0, high: 1) }
        let z = NormalDistribution.z95
        let share = value
        let centre = share + z * z / (2 * count)
        let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        return IntervalEstimate(
            value: share, low: events <= 0 ? 0 : max(0, (centre - spread) / scale),
            high: events >= count ? 1 : min(1, (centre + spread) / scale))
    }

    /// Difference `self − other` of independent shares with Newcombe's hybrid score interval
    /// (Newcombe 1998b, Statistics in Medicine 17:873, method 10).
    public func difference(from other: Proportion) -> IntervalEstimate {
        let (one, two) = (wilson, other.wilson)
        let difference = one.value - two.value
        let down = ((one.value - one.low) * (one.value - one.low) + (two.high - two.value) * (two.high - two.value))
        let up = ((one.high - one.value) * (one.high - one.value) + (two.value - two.low) * (two.value - two.low))
        return IntervalEstimate(
            value: difference, low: difference - down.squareRoot(), high: difference + up.squareRoot())
    }
}
