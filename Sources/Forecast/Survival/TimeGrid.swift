/// How time is cut into intervals for discrete-time hazards: (0, u₁], (u₁, u₂], …, the last one open.
public struct TimeGrid: Sendable, Codable, Equatable {
    /// Upper ends, rising; durations beyond the last belong to the last interval.
    public let ends: [Double]

    public var count: Int { ends.count }

    /// The units of the data themselves when events fall on few different times (months of service), otherwise quantiles of the
    /// event times, so that each interval holds about equally many events.
    public init(_ outcome: SurvivalOutcome, mostIntervals: Int = 20) {
        let times = zip(outcome.times, outcome.events).filter { $1 }.map(\.0).sorted()
        var distinct: [Double] = []
        for time in times where distinct.last != time { distinct.append(time) }
        guard distinct.count > mostIntervals else {
            ends = distinct.isEmpty ? [outcome.times.max() ?? 1] : distinct
            return
        }
        var chosen: [Double] = []
        for interval in 1...mostIntervals {
            let end = times[min(times.count - 1, times.count * interval / mostIntervals)]
            if chosen.last != end { chosen.append(end) }
        }
        ends = chosen
    }

    /// The interval a duration ends in.
    public func interval(of time: Double) -> Int { min(ends.count - 1, ends.partitioned { $0 < time }) }
}
