/// How long each row was observed, and whether it ended with the event (otherwise it is right-censored).
public struct SurvivalOutcome: Sendable, Codable, Equatable {
    /// All above zero.
    public let times: [Double]
    public let events: [Bool]

    public var count: Int { times.count }

    /// A duration of zero (left on the first day, just arrived) counts as half of the smallest positive one, so that it is
    /// part of the first risk set instead of vanishing.
    ///
    /// - Precondition: equally many times and events; no time is negative or NaN.
    public init(times: [Double], events: [Bool]) {
        precondition(times.count == events.count, "every duration needs an event flag")
        precondition(times.allSatisfy { $0 >= 0 }, "durations are not negative")
        let smallest = times.filter { $0 > 0 }.min() ?? 1
        self.times = times.map { $0 > 0 ? $0 : smallest / 2 }
        self.events = events
    }

    public func taking(_ rows: [Int]) -> SurvivalOutcome {
        SurvivalOutcome(times: rows.map { times[$0] }, events: rows.map { events[$0] })
    }

    public var eventCount: Int { events.count { $0 } }
}
