import Foundation

/// A moment in time, in whole milliseconds since 1970-01-01 00:00 UTC. Leap seconds are not counted.
///
/// When a thing happened is an instant; on which day it counts depends on the company's time zone.
public struct Instant: Hashable, Sendable {
    /// Since 1970-01-01 00:00 UTC.
    public let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01 00:00 UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment of a Foundation date, to the nearest millisecond. Dates too far away stay at the limit.
    public init(_ date: Date) {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        self.init(milliseconds: Int64(exactly: milliseconds) ?? (milliseconds < 0 ? .min : .max))
    }

    /// The same moment for Foundation.
    public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// The start of a day in a time zone.
    public init(startOf day: Day, in zone: TimeZone) {
        let utc = Int64(day.number) * 86_400_000
        // The offset of the wanted moment is not known before the moment: ask once near it and once at it.
        let near = utc - Self.offset(of: zone, at: utc)
        self.init(milliseconds: utc - Self.offset(of: zone, at: near))
    }

    /// The calendar day there at this moment.
    public func day(in zone: TimeZone) -> Day {
        let local = local(in: zone)
        let days = local / Self.dayLength
        return Day(number: Int(local < days * Self.dayLength ? days - 1 : days))
    }

    /// Milliseconds since midnight by the clock there, 0 to 86,399,999.
    public func timeOfDay(in zone: TimeZone) -> Int64 {
        let rest = local(in: zone) % Self.dayLength
        return rest < 0 ? rest + Self.dayLength : rest
    }

    private static let dayLength: Int64 = 86_400_000

    private func local(in zone: TimeZone) -> Int64 {
        let (local, overflow) = milliseconds.addingReportingOverflow(Self.offset(of: zone, at: milliseconds))
        return overflow ? milliseconds : local
    }

    private static func offset(of zone: TimeZone, at milliseconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Instant(milliseconds: milliseconds).date)) * 1000
    }
}

extension Instant: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// Milliseconds from this moment to the other.
    ///
    /// Moments further apart than 64 bits count stay at the limit.
    public func distance(to other: Instant) -> Int64 {
        let (difference, overflow) = other.milliseconds.subtractingReportingOverflow(milliseconds)
        return overflow ? (other > self ? .max : .min) : difference
    }

    /// The moment so much later; past 64 bits it stays at the limit.
    public func adding(milliseconds more: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(more)
        return Instant(milliseconds: overflow ? (more < 0 ? .min : .max) : sum)
    }
}
