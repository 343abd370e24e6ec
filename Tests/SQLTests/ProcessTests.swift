import Foundation
import Kernel
import Testing

@testable import SQL

/// Processes of their own on one database.
struct ProcessTests {
    /// Takes ids and keeps them, again and again.
    static func take(_ database: Database) async throws {
        for count in [1, 700, 1, 1_500, 3, 999, 2_000, 1] {
            try await database.write { tx in
                try tx.insert(into: "used", ["id"], values: try tx.newIDs(count).map(SQLValue.integer))
            }
        }
        try await database.close()
    }

    /// The primary key would refuse an id that was handed out twice.
    @Test(arguments: Engine.all) func idsAreNeverDouble(_ engine: Engine) async throws {
        try await withDatabase(engine, [IDTests.used]) { database, place in
            let (name, path, schema) = (engine.rawValue, place.path, place.schema)
            async let one: Void = Self.child(name, path, schema)
            async let other: Void = Self.child(name, path, schema)
            for _ in 0..<3 { try await Self.take(place.open()) }
            _ = await (one, other)
            let count = try await database.read { tx in try tx.value("select count(*) from used", as: Int.self) }
            #expect(count == 5 * 5_205)
        }
    }

    private static func child(_ engine: String, _ path: String, _ schema: String) async {
        await #expect(processExitsWith: .success) {
            [engine = engine as String, path = path as String, schema = schema as String] in
            let database =
                engine == "sqlite"
                ? try Database.sqlite(at: path)
                : try Database.postgres(try #require(Engine.server), schema: schema, connections: 2)
            try await ProcessTests.take(database)
        }
    }
}
