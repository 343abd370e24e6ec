import Foundation
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct PeriodicTests {
    /// 90 days with restarts, hours of standstill and a clock that is set back and forth by minutes: every moment of the
    /// timetable comes up once.
    @Test(arguments: ["Asia/Shanghai", "Europe/Berlin"]) func ninetyDays(_ zone: String) async throws {
        let slots = Mutex<[Instant]>([])
        let daily = JobKind("test.daily", Phrase(verbatim: "daily"), every: .daily(2, 30)) { run, _ in
            guard let slot = run.slot else { return }
            slots.withLock { $0.append(slot) }
        }
        let often = Mutex<[Instant]>([])
        let quarter = JobKind("test.quarter", Phrase(verbatim: "quarter"), every: .every(minutes: 240)) { run, _ in
            guard let slot = run.slot else { return }
            often.withLock { $0.append(slot) }
        }
        try await TestHouse.with([JobQueueTests.room([daily, quarter])], shell: TestHouse.quietShell, zone: zone) {
            test in
            let house = test.house
            let start = try ScheduleTests.instant("2026-02-01T00:00:00Z")
            test.clock.set(start)
            var dice = Dice(90)
            var runner = JobRunner(house)
            try await runner.runDue()
            let end = start.adding(milliseconds: 90 * 86_400_000)
            while test.clock.now < end {
                switch Int.random(in: 0..<20, using: &dice) {
                case 0: runner = JobRunner(house)
                case 1: test.clock.advance(minutes: -Double.random(in: 1...60, using: &dice))
                default: test.clock.advance(minutes: Double.random(in: 20...110, using: &dice))
                }
                try await runner.runDue()
            }
            let now = test.clock.now
            for (schedule, seen) in [
                (Schedule.daily(2, 30), slots.withLock { $0 }), (.every(minutes: 240), often.withLock { $0 }),
            ] {
                var expected: [Instant] = []
                var moment = schedule.next(after: start, in: house.timeZone)
                while moment <= now {
                    expected.append(moment)
                    moment = schedule.next(after: moment, in: house.timeZone)
                }
                #expect(seen == expected)
            }
            #expect(slots.withLock { $0.count } == 90)
        }
    }

    @Test func aClockThatWasYearsAheadDoesNotStopTheTimetable() async throws {
        let count = Mutex(0)
        let daily = JobKind("test.daily", Phrase(verbatim: "daily"), every: .daily(2, 30)) { _, _ in
            count.withLock { $0 += 1 }
        }
        try await TestHouse.with([JobQueueTests.room([daily])], shell: TestHouse.quietShell) { test in
            let runner = JobRunner(test.house)
            let start = test.clock.now
            try await runner.runDue()
            test.clock.set(start.adding(milliseconds: 4 * 365 * 86_400_000))
            try await runner.runDue()
            #expect(count.withLock { $0 } == 1)
            test.clock.set(start.adding(milliseconds: 60_000))
            try await runner.runDue()
            test.clock.advance(minutes: 24 * 60)
            try await runner.runDue()
            #expect(count.withLock { $0 } == 2)
        }
    }

    @Test func aLongAbsenceIsMadeUpForOnce() async throws {
        let slots = Mutex<[Instant]>([])
        let daily = JobKind("test.daily", Phrase(verbatim: "daily"), every: .daily(2, 30)) { run, _ in
            if let slot = run.slot { slots.withLock { $0.append(slot) } }
        }
        try await TestHouse.with([JobQueueTests.room([daily])], shell: TestHouse.quietShell) { test in
            try await JobRunner(test.house).runDue()
            test.clock.advance(minutes: 60 * 24 * 10)
            try await JobRunner(test.house).runDue()
            let last = Schedule.daily(2, 30).last(until: test.clock.now, in: test.house.timeZone)
            #expect(slots.withLock { $0 } == [last])
        }
    }
}
