import Foundation
import Kernel
import Testing

@testable import SQL

/// What can happen to a server and to the way to it.
struct PostgresServerTests {
    static let counters = TransactionTests.counters

    /// The connections of this test's schema are cut while they are idle.
    @Test(arguments: Engine.servers) func idleConnectionsDie(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters], connections: 3) { database, _ in
            try await Self.cutAll(database)
            try await database.write { tx in try tx.execute("insert into counters (id, count) values (1, 1)") }
            try await Self.cutAll(database)
            let count = try await database.read { tx in try tx.value("select count from counters", as: Int.self) }
            #expect(count == 1)
        }
    }

    /// A reader starts again; a writer too, as nothing can have been kept before its commit was sent.
    @Test(arguments: Engine.servers, [false, true]) func cutInTheMiddle(_ engine: Engine, _ isWriting: Bool)
        async throws
    {
        try await withDatabase(engine, [Self.counters], connections: 1) { database, _ in
            let tries = Recorder()
            let body: @Sendable (Transaction) throws -> Int? = { tx in
                tries.add("")
                if isWriting { try tx.execute("insert into counters (id, count) values (1, 1)") }
                let one = try tx.value("select 1", as: Int.self)
                if tries.all.count == 1 {
                    _ = try? tx.value("select pg_terminate_backend(pg_backend_pid())::text", as: String.self)
                }
                _ = try tx.value("select count(*) from counters", as: Int.self)
                return one
            }
            let one = isWriting ? try await database.write(body) : try await database.read(body)
            #expect(one == 1 && tries.all.count == 2)
            let count = try await database.read { tx in try tx.value("select count(*) from counters", as: Int.self) }
            #expect(count == (isWriting ? 1 : 0))
        }
    }

    @Test(arguments: Engine.servers) func alwaysCutIsUnavailable(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters], connections: 1) { database, _ in
            await #expect {
                try await database.read { tx in
                    _ = try tx.value("select pg_terminate_backend(pg_backend_pid())::text", as: String.self)
                }
            } throws: { error in
                guard case SQLFault.unavailable = error else { return false }
                return true
            }
            let one = try await database.read { tx in try tx.value("select 1", as: Int.self) }
            #expect(one == 1)
        }
    }

    /// The connection breaks between the commit and its answer: nobody may claim either.
    @Test(arguments: Engine.servers) func cutDuringTheCommit(_ engine: Engine) async throws {
        let definitions: [Definition] = [
            Self.counters,
            """
            create function die() returns trigger language plpgsql as \
            'begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end'
            """,
            "create constraint trigger dies after insert on counters deferrable initially deferred for each row execute function die()",
        ]
        try await withDatabase(engine, definitions) { database, _ in
            let tries = Recorder()
            await #expect {
                try await database.write { tx in
                    tries.add("")
                    try tx.execute("insert into counters (id, count) values (1, 1)")
                }
            } throws: { error in
                guard case SQLFault.unavailable(let message) = error else { return false }
                return message.contains("not known")
            }
            #expect(tries.all.count == 1)
        }
    }

    @Test(arguments: Engine.servers) func limitsHold(_ engine: Engine) async throws {
        let limits = PostgresLimits(statement: 300, lock: 100)
        try await withDatabase(engine, [Self.counters], limits: limits) { database, _ in
            await #expect(throws: SQLFault.unavailable("the statement was stopped: it took longer than it may")) {
                try await database.read { tx in _ = try tx.value("select pg_sleep(5)::text", as: String.self) }
            }
            try await database.write { tx in try tx.execute("insert into counters (id, count) values (1, 1)") }
            let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
            let mayEnd = Gate()
            async let holder: Void = database.write { tx in
                try tx.execute("update counters set count = 2")
                isBegun.yield()
                mayEnd.wait()
            }
            for await _ in begun { break }
            await #expect(throws: SQLFault.busy) {
                try await database.write { tx in try tx.execute("update counters set count = 3") }
            }
            mayEnd.open()
            try await holder
        }
    }

    @Test(arguments: Engine.servers) func moreTasksThanConnections(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.counters], connections: 2) { database, _ in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<200 {
                    group.addTask { try await database.read { tx in try tx.value("select \(number)") ?? 0 } }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 199 * 100)
            // Those that wait may give up, and nobody is left without an answer.
            let tasks = (0..<50).map { number in
                Task {
                    try await database.read { tx in
                        try tx.value("select pg_sleep(0.01)::text || \(String(number))", as: String.self)
                    }
                }
            }
            for task in tasks.dropFirst(2) { task.cancel() }
            for task in tasks { _ = await task.result }
            let one = try await database.read { tx in try tx.value("select 1", as: Int.self) }
            #expect(one == 1)
        }
    }

    @Test(arguments: [
        "mysql://localhost/x", "postgres://user:secret@[bad/x", "postgres://user:secret@host:port:1/x?a=b", "",
        "postgres://u:secret@h/x?nonsense=1",
    ]) func wrongAddresses(_ url: String) {
        #expect {
            try Database.postgres(url)
        } throws: { error in
            guard case SQLFault.statement(let message) = error else { return false }
            return !message.contains("secret")
        }
    }

    @Test(arguments: ["", "Public", "a b", "a;drop", "1a", "\"x\"", String(repeating: "a", count: 64)])
    func wrongSchemas(_ schema: String) {
        #expect(throws: SQLFault.self) { try Database.postgres("postgres://localhost/x", schema: schema) }
    }

    @Test func nobodyListens() async throws {
        let database = try Database.postgres("postgres://user:secret@127.0.0.1:1/x")
        await #expect {
            try await database.read { _ in }
        } throws: { error in
            guard case SQLFault.unavailable(let message) = error else { return false }
            return message.contains("127.0.0.1") && !message.contains("secret")
        }
        try await database.close()
    }

    /// The server is stopped without mercy under writers, and started again.
    @Test(arguments: Engine.servers.filter { _ in OwnServer.isPossible })
    func serverIsKilledAndReturns(_ engine: Engine) async throws {
        let server = try await OwnServer()
        let place = try Place(engine)
        let database = try place.open(connections: 4, url: server.url)
        try await Migrator([Migration(1, "test", [Self.counters])]).migrate(database)
        let confirmed = Recorder()
        let writers = Task {
            await withTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for step in 0..<100_000 where !Task.isCancelled {
                            let id = Int64(step * 4 + writer)
                            let isKept = try? await database.write { tx in
                                try tx.execute(
                                    "insert into counters (id, count) values (\(2 * id), 0), (\(2 * id + 1), 0)")
                            }
                            if isKept == 2 { confirmed.add(String(2 * id)) }
                        }
                    }
                }
            }
        }
        for _ in 0..<3 {
            try await Task.sleep(for: .milliseconds(300))
            try await server.kill()
            await #expect(throws: SQLFault.self) {
                try await database.read { tx in _ = try tx.value("select 1", as: Int.self) }
            }
            try await server.start()
        }
        try await Task.sleep(for: .milliseconds(300))
        writers.cancel()
        await writers.value
        let kept = try await database.read { tx in
            Set(try tx.rows("select id from counters") { row in try row.value() as Int64 })
        }
        let lost = confirmed.all.compactMap { Int64($0) }.filter { !kept.contains($0) }
        #expect(lost.isEmpty && !confirmed.all.isEmpty)
        #expect(kept.allSatisfy { kept.contains($0 ^ 1) }, "half a transaction is visible")
        try await database.close()
        await server.remove()
        await place.remove()
    }

    private static func cutAll(_ database: Database) async throws {
        let other = try Database.postgres(try #require(Engine.server))
        let pids = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try await database.read { tx in
                        _ = try tx.value("select pg_sleep(0.05)::text", as: String.self)
                        return try tx.value("select pg_backend_pid()") ?? 0
                    }
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        try await other.write { tx in
            for pid in pids {
                _ = try tx.value("select pg_terminate_backend(cast(\(pid) as int))::text", as: String.self)
            }
        }
        try await other.close()
        try await Task.sleep(for: .milliseconds(50))
    }
}
