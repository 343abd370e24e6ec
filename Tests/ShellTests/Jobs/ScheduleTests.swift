import Foundation
import Kernel
import Testing

@testable import Shell

struct ScheduleTests {
    static func instant(_ text: String) throws -> Instant {
        let formatter = ISO8601DateFormatter()
        return Instant(try #require(formatter.date(from: text)))
    }

    /// Times of change from the IANA database: Berlin 2026-03-29 and 2026-10-25, Shanghai none since 1991.
    @Test(arguments: [
        (Schedule.daily(2, 30), "Asia/Shanghai", "2026-11-22T18:29:59Z", "2026-11-22T18:30:00Z"),
        (.daily(2, 30), "Asia/Shanghai", "2026-11-22T18:30:00Z", "2026-11-23T18:30:00Z"),
        // 02:30 does not exist on 29 March: as long after midnight as ever, 03:30 by the clock.
        (.daily(2, 30), "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z"),
        (.daily(2, 30), "Europe/Berlin", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
        // 02:30 comes twice on 25 October: the first counts.
        (.daily(2, 30), "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"),
        (.daily(2, 30), "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
        (.every(minutes: 15), "Asia/Shanghai", "2026-11-22T18:15:00Z", "2026-11-22T18:30:00Z"),
        (.weekly(.monday, 8), "Asia/Shanghai", "2026-11-22T18:00:00Z", "2026-11-23T00:00:00Z"),
        (.weekly(.monday, 8), "Asia/Shanghai", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z"),
        (.monthly(31, 9), "Asia/Shanghai", "2026-02-01T00:00:00Z", "2026-02-28T01:00:00Z"),
        (.monthly(1, 0), "Asia/Shanghai", "2026-11-30T15:59:00Z", "2026-11-30T16:00:00Z"),
        // 2011-12-30 was left out in Samoa.
        (.daily(10), "Pacific/Apia", "2011-12-29T21:00:00Z", "2011-12-30T20:00:00Z"),
    ])
    func nextMoment(_ schedule: Schedule, _ zone: String, _ from: String, _ to: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        let expected = try Self.instant(to)
        let from = try Self.instant(from)
        #expect(schedule.next(after: from, in: zone) == expected)
    }

    /// Walking on by `next` meets every moment `last` names, in every zone with odd changes.
    @Test(arguments: ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
    func nextAndLastAgree(_ name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let schedules: [Schedule] = [
            .daily(0, 0), .daily(2, 30), .daily(23, 59), .every(minutes: 15), .weekly(.sunday, 2, 15),
            .monthly(31, 1, 45),
        ]
        var dice = Dice(7)
        for schedule in schedules {
            let start = try Self.instant("2026-01-01T00:00:00Z")
            var moment = start
            for _ in 0..<400 {
                let next = schedule.next(after: moment, in: zone)
                #expect(next > moment)
                #expect(schedule.last(until: next, in: zone) == next)
                let between = moment.distance(to: next)
                if between > 1 {
                    let middle = moment.adding(milliseconds: Int64.random(in: 1..<between, using: &dice))
                    #expect(schedule.next(after: middle, in: zone) == next)
                }
                let earlier = schedule.last(until: next.adding(milliseconds: -1), in: zone)
                #expect(earlier <= moment)
                moment = next
            }
        }
    }
}
