import Kernel
import Testing

@testable import SQL

/// All or nothing, one moment, and what happens after.
struct TransactionTests {
    static let counters: Definition =
        "create table counters (id \(.id) primary key, count \(.integer) not null, name \(.text) unique)\(ending: .end)"

    struct Enough: Error {}

    static func expect(
        _ database: Database, count: Int, _ place: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await database.read { tx in try tx.value("select count(*) from counters", as: Int.self) }
        #expect(found == count, sourceLocation: place)
    }

    @Test(arguments: Engine.all) func failureKeepsNothing(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            let before = database.generation
            await #expect(throws: Enough.self) {
                try await database.write { tx in
                    try tx.execute("insert into counters (id, count) values (1, 1)")
                    throw Enough()
                }
            }
            try await Self.expect(database, count: 0)
            #expect(database.generation == before)
            try await database.write { tx in try tx.execute("insert into counters (id, count) values (1, 1)") }
            try await Self.expect(database, count: 1)
            #expect(database.generation == before + 1)
        }
    }

    /// The failure of a statement is its transaction's, even when the body goes on.
    @Test(arguments: Engine.all) func swallowedFailureKeepsNothing(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            await #expect(throws: SQLFault.unique(table: "counters", columns: ["id"])) {
                try await database.write { tx in
                    try tx.execute("insert into counters (id, count) values (1, 1)")
                    _ = try? tx.execute("insert into counters (id, count) values (1, 2)")
                }
            }
            try await Self.expect(database, count: 0)
        }
    }

    @Test(arguments: Engine.all) func savepointUndoesOnlyItself(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            let ran = Recorder()
            try await database.write { tx in
                try tx.execute("insert into counters (id, count) values (1, 1)")
                tx.afterCommit { ran.add("outer") }
                do {
                    try tx.savepoint {
                        try tx.execute("insert into counters (id, count) values (2, 2)")
                        tx.afterCommit { ran.add("undone") }
                        try tx.savepoint { try tx.execute("insert into counters (id, count) values (3, 3)") }
                        try tx.execute("insert into counters (id, count) values (1, 9)")
                    }
                } catch SQLFault.unique {}
                try tx.savepoint { try tx.execute("insert into counters (id, count) values (4, 4)") }
                do {
                    try tx.savepoint { throw Enough() }
                } catch is Enough {}
            }
            let ids = try await database.read { tx in
                try tx.rows("select id from counters order by id") { row in try row.value() as Int }
            }
            #expect(ids == [1, 4])
            #expect(ran.all == ["outer"])
        }
    }

    @Test(arguments: Engine.all) func reactionsComeAfterTheCommitOnly(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            let ran = Recorder()
            try await database.write { tx in
                tx.beforeCommit { tx in
                    try tx.execute("insert into counters (id, count) values (7, 7)")
                    tx.beforeCommit { _ in ran.add("before 2") }
                    ran.add("before 1")
                }
                tx.afterCommit { ran.add("after") }
                ran.add("body")
            }
            #expect(ran.all == ["body", "before 1", "before 2", "after"])
            try await Self.expect(database, count: 1)
            await #expect(throws: SQLFault.self) {
                try await database.write { tx in
                    tx.beforeCommit { tx in try tx.execute("insert into counters (id, count) values (7, 7)") }
                    tx.afterCommit { ran.add("never") }
                }
            }
            #expect(!ran.all.contains("never"))
        }
    }

    @Test(arguments: Engine.all) func readersCannotWrite(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            await #expect(throws: SQLFault.readOnly) {
                try await database.read { tx in
                    try tx.execute("insert into counters (id, count) values (1, 1)")
                }
            }
            try await Self.expect(database, count: 0)
        }
    }

    /// A reader neither waits for a writer nor sees half of what it does, and keeps its moment.
    @Test(arguments: Engine.all) func readersSeeOneMoment(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            let (written, isWritten) = AsyncStream.makeStream(of: Void.self)
            let mayCommit = Gate()
            async let writer: Void = database.write { tx in
                try tx.execute("insert into counters (id, count) values (1, 1)")
                isWritten.yield()
                mayCommit.wait()
                try tx.execute("insert into counters (id, count) values (2, 2)")
            }
            for await _ in written { break }
            try await Self.expect(database, count: 0)
            let hasLooked = Gate()
            let (looked, isLooking) = AsyncStream.makeStream(of: Void.self)
            async let reader = database.read { tx in
                let first = try tx.value("select count(*) from counters", as: Int.self)
                isLooking.yield()
                hasLooked.wait()
                return [first, try tx.value("select count(*) from counters", as: Int.self)]
            }
            for await _ in looked { break }
            mayCommit.open()
            try await writer
            hasLooked.open()
            let seen = try await reader
            #expect(seen == [0, 0])
            try await Self.expect(database, count: 2)
        }
    }

    /// Sixteen writers add one, twenty times each, to a number they read before.
    @Test(arguments: Engine.all) func writersDoNotLoseEachOther(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters], connections: 8) { database, place in
            let other = try place.open(connections: 4)
            try await database.write { tx in try tx.execute("insert into counters (id, count) values (1, 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<12 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await (writer.isMultiple(of: 3) ? other : database).write { tx in
                                let count = try tx.value("select count from counters where id = 1", as: Int.self) ?? 0
                                try tx.execute("update counters set count = \(count + 1) where id = 1")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sum = try await database.read { tx in try tx.value("select count from counters", as: Int.self) }
            #expect(sum == 120)
            try await other.close()
        }
    }

    /// Two writers take two rows in opposite order.
    @Test(arguments: Engine.all) func crossingWritersBothSucceed(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            try await database.write { tx in
                try tx.execute("insert into counters (id, count) values (1, 0), (2, 0)")
            }
            for _ in 0..<5 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (first, second) in [(1, 2), (2, 1)] {
                        group.addTask {
                            try await database.write { tx in
                                try tx.execute("update counters set count = count + 1 where id = \(first)")
                                Gate().wait(milliseconds: 20)
                                try tx.execute("update counters set count = count + 1 where id = \(second)")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            let counts = try await database.read { tx in
                try tx.rows("select count from counters") { row in try row.value() as Int }
            }
            #expect(counts == [10, 10])
        }
    }

    /// A task that is cancelled while its body runs still gets the answer to what was kept.
    @Test(arguments: Engine.all) func cancelledWriteIsWholeOrNothing(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters], connections: 1) { database, _ in
            let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
            let mayGoOn = Gate()
            let task = Task {
                try await database.write { tx in
                    try tx.execute("insert into counters (id, count) values (1, 1)")
                    isBegun.yield()
                    mayGoOn.wait()
                    try tx.execute("insert into counters (id, count) values (2, 2)")
                    return 42
                }
            }
            for await _ in begun { break }
            let waiting = Task { try await database.write { tx in try tx.execute("delete from counters") } }
            task.cancel()
            mayGoOn.open()
            #expect(try await task.value == 42)
            _ = try await waiting.value
            let late = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await database.read { tx in try tx.value("select 1", as: Int.self) }
            }
            await #expect(throws: CancellationError.self) { _ = try await late.value }
            try await Self.expect(database, count: 0)
        }
    }

    @Test(arguments: Engine.all) func closingTwiceIsFine(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            try await database.close()
            try await database.close()
            await #expect(throws: SQLFault.closed) { try await database.read { _ in } }
            await #expect(throws: SQLFault.closed) { try await database.write { _ in } }
        }
    }

    /// The same question may be asked while its rows are being read.
    @Test(arguments: Engine.all) func questionsInsideQuestions(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters]) { database, _ in
            try await database.write { tx in
                try tx.insert(
                    into: "counters", ["id", "count"], values: (1...5).flatMap { [SQLValue.integer($0), .integer($0)] })
            }
            let sums = try await database.read { tx in
                try tx.rows("select id from counters order by id") { row in
                    let id: Int = try row.value()
                    return try tx.rows("select id from counters order by id") { row in try row.value() as Int }
                        .reduce(id, +)
                }
            }
            #expect(sums == [16, 17, 18, 19, 20])
        }
    }
}
