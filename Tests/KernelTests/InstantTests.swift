import Foundation
import Kernel
import Testing

@Suite struct InstantTests {
    @Test func daysDependOnTheZone() throws {
        let shanghai = try #require(TimeZone(identifier: "Asia/Shanghai"))
        let utc = try #require(TimeZone(identifier: "UTC"))
        let instant = Instant(milliseconds: 1_701_446_399_999)
        #expect(instant.iso == "2023-12-01T15:59:59.999Z")
        #expect(instant.day(in: utc).iso == "2023-12-01")
        #expect(instant.day(in: shanghai).iso == "2023-12-01")
        #expect(instant.adding(milliseconds: 1).day(in: shanghai).iso == "2023-12-02")
        #expect(instant.adding(milliseconds: 1).timeOfDay(in: shanghai) == 0)
        #expect(Instant(milliseconds: -1).iso == "1969-12-31T23:59:59.999Z")
        #expect(Instant(milliseconds: -1).day(in: utc).number == -1)
        #expect(Instant(milliseconds: -1).timeOfDay(in: utc) == 86_399_999)
    }

    @Test func daysStartWhenClocksSaySo() throws {
        for name in ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Pacific/Auckland"] {
            let zone = try #require(TimeZone(identifier: name))
            let first = try Day("2023-12-01")
            for day in first..<(first + 400) {
                let start = Instant(startOf: day, in: zone)
                #expect(start.day(in: zone) == day)
                #expect(start.timeOfDay(in: zone) == 0)
                #expect(start.adding(milliseconds: -1).day(in: zone) == day - 1)
            }
        }
    }

    @Test func roundTripsAndLimits() throws {
        let instant = Instant(milliseconds: 1_700_000_000_123)
        var dice = Dice(seed: 31)
        for _ in 0..<2000 {
            let any = Instant(milliseconds: dice.roll(Int64(-60_000_000_000_000)...250_000_000_000_000))
            #expect(Instant(any.date) == any)
        }
        #expect(try JSONDecoder().decode([Instant].self, from: JSONEncoder().encode([instant])) == [instant])
        #expect(Instant(Date(timeIntervalSince1970: .infinity)).milliseconds == .max)
        #expect(Instant(milliseconds: .max).adding(milliseconds: 1).milliseconds == .max)
        #expect(Instant(milliseconds: .min).distance(to: Instant(milliseconds: .max)) == .max)
    }
}
