import Kernel
import Testing

@testable import SQL

struct MigrationTests {
    static let steps = [
        Migration(1, "things", ["create table things (id \(.id) primary key, name \(.text))\(ending: .end)"]),
        Migration(2, "more", ["alter table things add column pay \(.money)", "create index by_pay on things (pay)"]),
        Migration(
            3, "only one",
            [
                "\(only: .sqlite, "create index by_name on things (name)")\(only: .postgres, "create index by_name on things using hash (name)")"
            ]),
    ]

    @Test(arguments: Engine.all) func onceOnly(_ engine: Engine) async throws {
        let place = try Place(engine)
        let database = try place.open()
        let first = try await Migrator(Array(Self.steps.prefix(2))).migrate(database)
        let second = try await Migrator(Self.steps).migrate(database)
        let third = try await Migrator(Self.steps).migrate(database)
        #expect(first.map(\.number) == [1, 2] && second.map(\.number) == [3] && third.isEmpty)
        await #expect(throws: MigrationRefusal.databaseIsNewer(3)) {
            try await Migrator(Array(Self.steps.prefix(2))).migrate(database)
        }
        try await database.close()
        await place.remove()
    }

    /// Several processes start at the same time.
    @Test(arguments: Engine.all) func together(_ engine: Engine) async throws {
        let place = try Place(engine)
        let databases = try (0..<4).map { _ in try place.open() }
        let ran = try await withThrowingTaskGroup(of: [Int].self) { group in
            for database in databases {
                group.addTask { try await Migrator(Self.steps).migrate(database).map(\.number) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(ran.sorted() == [1, 2, 3])
        for database in databases { try await database.close() }
        await place.remove()
    }

    /// A step that fails leaves nothing behind, and can be run again once it is right.
    @Test(arguments: Engine.all) func failingStep(_ engine: Engine) async throws {
        let place = try Place(engine)
        let database = try place.open()
        let wrong = Migration(2, "more", ["alter table things add column pay \(.money)", "create nonsense"])
        await #expect(throws: SQLFault.self) { try await Migrator([Self.steps[0], wrong]).migrate(database) }
        let ran = try await Migrator(Self.steps).migrate(database)
        #expect(ran.map(\.number) == [2, 3])
        try await database.close()
        await place.remove()
    }

    /// What was prepared before a step goes on working after it.
    @Test(arguments: Engine.all) func statementsOutliveMigrations(_ engine: Engine) async throws {
        let place = try Place(engine)
        let database = try place.open(connections: 1)
        let other = try place.open(connections: 1)
        try await Migrator(Array(Self.steps.prefix(1))).migrate(database)
        try await database.write { tx in try tx.execute("insert into things (id, name) values (1, 'a')") }
        for _ in 0..<8 {
            _ = try await database.read { tx in try tx.rows("select * from things") { row in row.width } }
        }
        try await Migrator(Self.steps).migrate(other)
        let widths = try await database.read { tx in try tx.rows("select * from things") { row in row.width } }
        #expect(widths == [3])
        try await database.close()
        try await other.close()
        await place.remove()
    }
}
