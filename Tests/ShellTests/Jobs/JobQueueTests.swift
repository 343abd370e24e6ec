import Foundation
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct JobQueueTests {
    struct Broken: Error {}

    static func state(_ id: ID<Job>, _ house: House) async throws -> String {
        try await house.database.read { tx in
            try tx.first("select state, attempts from jobs where id = \(id)") { row in
                "\(try row.value(String.self)) \(try row.value(Int.self))"
            } ?? ""
        }
    }

    static func room(_ jobs: [JobKind]) -> Room {
        var room = Room(name: "Work")
        room.jobs = jobs
        return room
    }

    @Test func whatIsPutInIsDoneWithItsPayload() async throws {
        let seen = Mutex<[String]>([])
        let kind = JobKind("test.greet", Phrase(verbatim: "greet")) { run, _ in
            let name = try run.payload(String.self)
            seen.withLock { $0.append(name) }
        }
        try await TestHouse.with([Self.room([kind])], shell: TestHouse.quietShell) { test in
            let house = test.house
            let id = try await house.database.write { tx in try Jobs.enqueue(kind, "王芳", in: tx, house) }
            let later = try await house.database.write { tx in
                try Jobs.enqueue(kind, "later", at: house.now.adding(milliseconds: 60_000), in: tx, house)
            }
            await #expect(throws: Broken.self) {
                try await house.database.write { tx in
                    try Jobs.enqueue(kind, "never", in: tx, house)
                    throw Broken()
                }
            }
            #expect(try await JobRunner(house).runDue() == 1)
            #expect(try await Self.state(id, house) == "done 1")
            #expect(try await Self.state(later, house) == "waiting 0")
            test.clock.advance(minutes: 1)
            #expect(try await JobRunner(house).runDue() == 1)
            #expect(seen.withLock { $0 } == ["王芳", "later"])
        }
    }

    @Test func failuresAreTriedAgainLaterAndThenGivenUp() async throws {
        let kind = JobKind("test.break", Phrase(zh: "试验", en: "Try"), attempts: 3) { _, _ in throw Broken() }
        try await TestHouse.with([Self.room([kind])], shell: TestHouse.quietShell) { test in
            let house = test.house
            let id = try await house.database.write { tx in
                try Jobs.enqueue(kind, by: ID(77), in: tx, house)
            }
            let runner = JobRunner(house)
            #expect(try await runner.runDue() == 1)
            #expect(try await Self.state(id, house) == "waiting 1")
            #expect(try await runner.runDue() == 0)
            test.clock.advance(minutes: 0.5)
            #expect(try await runner.runDue() == 1)
            test.clock.advance(minutes: 0.9)
            #expect(try await runner.runDue() == 0)
            test.clock.advance(minutes: 0.1)
            #expect(try await runner.runDue() == 1)
            #expect(try await Self.state(id, house) == "failed 3")
            // Whoever asked for it is told.
            let viewer = Viewer(account: ID(77), subject: nil, name: "", grants: [])
            #expect(try await house.inboxCounter.counts(of: viewer, house).unread == 1)
            #expect(try await house.database.write { tx in try Jobs.retry(id, in: tx, house) })
            #expect(try await Self.state(id, house) == "waiting 0")
        }
    }

    @Test func aRefusedJobIsNotTriedAgain() async throws {
        let kind = JobKind("test.no", Phrase(verbatim: "no")) { _, _ in
            throw JobFailure(Phrase(zh: "文件已删除。", en: "The file is gone."))
        }
        try await TestHouse.with([Self.room([kind])], shell: TestHouse.quietShell) { test in
            let house = test.house
            let id = try await house.database.write { tx in try Jobs.enqueue(kind, in: tx, house) }
            try await JobRunner(house).runDue()
            #expect(try await Self.state(id, house) == "failed 1")
        }
    }

    @Test func jobsWithTheSameKeyRunOneAfterTheOther() async throws {
        let running = Mutex((now: 0, most: 0))
        let kind = JobKind("test.slow", Phrase(verbatim: "slow")) { _, _ in
            running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            try await Task.sleep(for: .milliseconds(20))
            running.withLock { $0.now -= 1 }
        }
        try await TestHouse.with([Self.room([kind])], shell: TestHouse.quietShell) { test in
            let house = test.house
            try await house.database.write { tx in
                for _ in 0..<6 { try Jobs.enqueue(kind, key: "payroll", in: tx, house) }
                // A job that waits already does for the second wish too.
                for _ in 0..<6 { try Jobs.enqueueOnce(kind, key: "once", in: tx, house) }
            }
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        var count = 0
                        for _ in 0..<30 {
                            count += try await JobRunner(house).runDue()
                            try await Task.sleep(for: .milliseconds(10))
                        }
                        return count
                    }
                }
                var count = 0
                while let done = try await group.next() { count += done }
                #expect(count == 7)
            }
            #expect(running.withLock { $0.most } <= 2)
        }
    }

    @Test func aCancelledJobStopsAndAWaitingOneNeverStarts() async throws {
        let began = Mutex(false)
        let kind = JobKind("test.long", Phrase(verbatim: "long")) { run, _ in
            began.withLock { $0 = true }
            while true {
                try await Task.sleep(for: .milliseconds(5))
                try await run.report(0.5, Phrase(zh: "进行中", en: "Working"))
            }
        }
        try await TestHouse.with([Self.room([kind])], shell: TestHouse.quietShell) { test in
            let house = test.house
            let (id, waiting) = try await house.database.write { tx in
                (
                    try Jobs.enqueue(kind, in: tx, house),
                    try Jobs.enqueue(kind, at: house.now.adding(milliseconds: 1), in: tx, house)
                )
            }
            let runner = JobRunner(house)
            async let done = runner.runNext()
            while !began.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
            let cancelled = try await house.database.write { tx in
                [try Jobs.cancel(id, in: tx, house), try Jobs.cancel(waiting, in: tx, house)]
            }
            #expect(cancelled == [true, true])
            let isDone = try await done
            #expect(isDone)
            #expect(try await Self.state(id, house) == "cancelled 1")
            #expect(try await Self.state(waiting, house) == "cancelled 0")
            test.clock.advance(minutes: 5)
            #expect(try await JobRunner(house).runDue() == 0)
        }
    }

    @Test(.timeLimit(.minutes(1))) func stoppingTheServerGivesJobsBack() async throws {
        let began = Mutex(0)
        let kind = JobKind("test.long", Phrase(verbatim: "long")) { _, _ in
            began.withLock { $0 += 1 }
            try await Task.sleep(for: .seconds(30))
        }
        try await TestHouse.with([Self.room([kind])], shell: TestHouse.quietShell) { test in
            let house = test.house
            let runner = JobRunner(house, pause: .milliseconds(10))
            let service = Task { try await runner.run() }
            let id = try await house.database.write { tx in try Jobs.enqueue(kind, in: tx, house) }
            while began.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(2)) }
            runner.stop()
            try await service.value
            #expect(try await Self.state(id, house) == "waiting 0")
        }
    }
}
