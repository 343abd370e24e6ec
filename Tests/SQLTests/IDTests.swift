import Kernel
import Testing

@testable import SQL

/// No number is handed out twice.
struct IDTests {
    struct Enough: Error {}

    static let used: Definition = "create table used (id \(.id) primary key)\(ending: .end)"

    /// Two databases are two processes as far as ids are concerned: each has blocks of its own.
    @Test(arguments: Engine.all) func neverTwice(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.used]) { first, place in
            let second = try place.open(connections: 4)
            let counts = [1, 1, 3, 999, 1_000, 1_001, 5_000, 7]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<6 {
                    group.addTask {
                        for count in counts {
                            try await (worker.isMultiple(of: 2) ? first : second).write { tx in
                                let ids = try tx.newIDs(count)
                                #expect(ids.count == count && ids.lowerBound > 0)
                                try tx.insert(into: "used", ["id"], values: ids.map(SQLValue.integer))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let found = try await first.read { tx in try tx.value("select count(*) from used", as: Int.self) }
            #expect(found == 6 * counts.reduce(0, +))
            try await second.close()
        }
    }

    /// A reservation that was rolled back must not be used, neither by the next writer nor after a savepoint.
    @Test(arguments: Engine.all) func failedTransactionsReturnTheirs(_ engine: Engine) async throws {
        try await withDatabase(engine, [Self.used]) { database, place in
            let other = try place.open()
            _ = try? await database.write { tx in
                _ = try tx.newIDs(10)
                throw Enough()
            }
            try await other.write { tx in
                try tx.insert(into: "used", ["id"], values: try tx.newIDs(2_000).map(SQLValue.integer))
            }
            try await database.write { tx in
                try tx.insert(into: "used", ["id"], values: try tx.newIDs(900).map(SQLValue.integer))
                try? tx.savepoint {
                    _ = try tx.newIDs(500)
                    throw Enough()
                }
                try tx.insert(into: "used", ["id"], values: try tx.newIDs(700).map(SQLValue.integer))
            }
            try await other.write { tx in
                try tx.insert(into: "used", ["id"], values: try tx.newIDs(3_000).map(SQLValue.integer))
            }
            let found = try await database.read { tx in try tx.value("select count(*) from used", as: Int.self) }
            #expect(found == 6_600)
            try await other.close()
        }
    }

    @Test(arguments: Engine.all) func readersGetNone(_ engine: Engine) async throws {
        try await withDatabase(engine) { database, _ in
            await #expect(throws: SQLFault.self) { try await database.read { tx in _ = try tx.newIDs(1) } }
        }
    }
}
