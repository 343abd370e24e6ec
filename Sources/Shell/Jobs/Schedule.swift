import Foundation
import Kernel

/// When a periodic job comes up, by the company's clock.
package enum Schedule: Sendable, Hashable {
    /// At the minutes of the day that are whole multiples, counted in UTC: a change to summer time moves none.
    case minutes(Int)
    /// Minutes after midnight.
    case day(at: Int)
    case week(Weekday, at: Int)
    /// A day of the month; in shorter months their last.
    case month(day: Int, at: Int)

    package static func every(minutes: Int) -> Schedule { .minutes(max(1, minutes)) }
    /// `.daily(2, 30)`: every day at 02:30.
    package static func daily(_ hour: Int, _ minute: Int = 0) -> Schedule { .day(at: hour * 60 + minute) }
    package static func weekly(_ weekday: Weekday, _ hour: Int, _ minute: Int = 0) -> Schedule {
        .week(weekday, at: hour * 60 + minute)
    }
    package static func monthly(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Schedule {
        .month(day: day, at: hour * 60 + minute)
    }

    /// The first moment of the timetable after another moment.
    package func next(after moment: Instant, in zone: TimeZone) -> Instant {
        if case .minutes(let minutes) = self {
            let length = Int64(minutes) * 60_000
            return Instant(milliseconds: (Self.floor(moment.milliseconds, length) + 1) * length)
        }
        // From the day before: an hour the clock skips can push a moment past midnight.
        var day = moment.day(in: zone) - 1
        while true {
            if let found = self.moment(on: day, in: zone), found > moment { return found }
            day = day + 1
        }
    }

    /// The last moment of the timetable that is not after another moment.
    package func last(until moment: Instant, in zone: TimeZone) -> Instant {
        if case .minutes(let minutes) = self {
            let length = Int64(minutes) * 60_000
            return Instant(milliseconds: Self.floor(moment.milliseconds, length) * length)
        }
        var day = moment.day(in: zone) + 1
        while true {
            if let found = self.moment(on: day, in: zone), found <= moment { return found }
            day = day - 1
        }
    }

    /// The moment on that day, nil when the timetable has none there.
    private func moment(on day: Day, in zone: TimeZone) -> Instant? {
        switch self {
        case .minutes: nil
        case .day(let minute): Self.moment(day, minute, zone)
        case .week(let weekday, let minute): day.weekday == weekday ? Self.moment(day, minute, zone) : nil
        case .month(let number, let minute):
            day.dayOfMonth == min(max(1, number), Day.days(inMonth: day.monthOfYear, ofYear: day.year))
                ? Self.moment(day, minute, zone) : nil
        }
    }

    /// A time the clock shows twice is the first of both; one it skips is as long after midnight as without the change.
    private static func moment(_ day: Day, _ minute: Int, _ zone: TimeZone) -> Instant {
        let wall = Int64(day.number) * 86_400_000 + Int64(minute) * 60_000
        func offset(at milliseconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Instant(milliseconds: milliseconds).date)) * 1_000
        }
        let before = offset(at: wall - 86_400_000)
        let after = offset(at: wall + 86_400_000)
        if offset(at: wall - before) == before { return Instant(milliseconds: wall - before) }
        if offset(at: wall - after) == after { return Instant(milliseconds: wall - after) }
        return Instant(milliseconds: wall - before)
    }

    private static func floor(_ value: Int64, _ length: Int64) -> Int64 {
        let quotient = value / length
        return quotient * length > value ? quotient - 1 : quotient
    }
}
