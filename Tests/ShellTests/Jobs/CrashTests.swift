import Foundation
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

/// Processes die at any moment: between claiming and the first step, between steps, after the last step but before the
/// end is written. Nothing is lost and no step is kept twice.
struct CrashTests {
    struct Crash: Error {}

    static let steps = 12

    @Test(arguments: [1, 2, 3, 4]) func nothingIsLostOrDoneTwice(_ seed: UInt64) async throws {
        let stepsToLive = Mutex(Int.max)
        let kind = JobKind("test.steps", Phrase(verbatim: "steps"), attempts: .max) { run, _ in
            var step = try run.checkpoint(Int.self) ?? 0
            while step < Self.steps {
                try stepsToLive.withLock { left in
                    if left == 0 { throw Crash() }
                    left -= 1
                }
                let next = step + 1
                try await run.write(saving: next, share: Double(next) / Double(Self.steps)) { [step] tx in
                    try tx.execute("insert into effects (job, step) values (\(run.id), \(step))")
                }
                step = next
            }
        }
        var room = JobQueueTests.room([kind])
        room.migrations = [
            Migration(
                900, "effects", ["create table effects (job \(.id) not null, step \(.integer) not null)\(ending: .end)"]
            )
        ]
        try await TestHouse.with([room], shell: TestHouse.quietShell) { test in
            let house = test.house
            let jobs = 15
            try await house.database.write { tx in
                for number in 0..<jobs {
                    try Jobs.enqueue(kind, key: number.isMultiple(of: 3) ? "shared" : nil, in: tx, house)
                }
            }
            var dice = Dice(seed)
            var zombies: [JobRun] = []
            var crashes = 0
            while true {
                try await house.database.write { tx in try JobQueue.reclaim(house, tx) }
                guard let run = try await house.database.write({ tx in try JobQueue.claim(house, tx) }) else {
                    let left = try await house.database.read { tx in
                        try tx.value("select count(*) from jobs where state <> 'done'", as: Int.self)
                    }
                    if left == 0 { break }
                    test.clock.advance(minutes: 0.6)
                    continue
                }
                stepsToLive.withLock { $0 = Int.random(in: 0...Self.steps, using: &dice) }
                do {
                    try await kind.run(run, house)
                    if Int.random(in: 0..<4, using: &dice) == 0 { throw Crash() }
                    try await house.database.write { tx in _ = try JobQueue.end(run, .done, tx) }
                } catch is Crash {
                    crashes += 1
                    zombies.append(run)
                    // Sometimes the next worker comes before the lease is over.
                    if Bool.random(using: &dice) { test.clock.advance(minutes: 0.6) }
                }
            }
            // Those given up for dead wake up: nothing they do is kept.
            stepsToLive.withLock { $0 = .max }
            for zombie in zombies {
                await #expect(throws: JobLost.self) {
                    try await zombie.write { tx in
                        _ = try tx.execute("insert into effects (job, step) values (\(zombie.id), 99)")
                    }
                }
                #expect(try await house.database.write { tx in try JobQueue.end(zombie, .givenBack, tx) } == false)
            }
            #expect(crashes > 5)
            let effects = try await house.database.read { tx in
                try tx.rows("select job, count(*), count(distinct step), max(step) from effects group by job") { row in
                    row.skip()
                    return [try row.value(Int.self), try row.value(Int.self), try row.value(Int.self)]
                }
            }
            #expect(effects.count == jobs)
            #expect(effects.allSatisfy { $0 == [Self.steps, Self.steps, Self.steps - 1] })
        }
    }
}
