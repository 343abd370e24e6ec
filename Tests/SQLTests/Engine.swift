import Foundation
import Kernel
import Testing

@testable import SQL

/// The engines the suite runs on. PostgreSQL is one of them when `TENURE_TEST_POSTGRES` holds a server's address.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgres

    static let server = ProcessInfo.processInfo.environment["TENURE_TEST_POSTGRES"]
    static let all: [Engine] = server == nil ? [.sqlite] : allCases
    /// Empty without a server, so that no case is listed.
    static let servers: [Engine] = server == nil ? [] : [.postgres]

    var testDescription: String { rawValue }
}

/// A fresh, empty place of one test: a file of its own, or a schema of its own.
struct Place: Sendable {
    let engine: Engine
    let folder: URL
    let schema: String

    init(_ engine: Engine) throws {
        self.engine = engine
        let name = UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        schema = "t_\(name)"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sql-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    var path: String { folder.appendingPathComponent("test.sqlite").path }

    /// - Parameter url: another server than the usual one.
    func open(connections: Int = 4, url: String? = nil, limits: PostgresLimits = PostgresLimits()) throws -> Database {
        switch engine {
        case .sqlite: return try .sqlite(at: path, readers: connections)
        case .postgres:
            let server = try #require(url ?? Engine.server)
            return try .postgres(server, schema: schema, connections: connections, limits: limits)
        }
    }

    func remove() async {
        if engine == .postgres, let server = Engine.server, let database = try? Database.postgres(server) {
            let schema = schema
            _ = try? await database.write { tx in
                try tx.run(Definition(stringLiteral: "drop schema if exists \(schema) cascade"))
            }
            try? await database.close()
        }
        try? FileManager.default.removeItem(at: folder)
    }
}

/// Opens a fresh database, brings it to shape, runs the body and clears up.
func withDatabase(
    _ engine: Engine, _ definitions: [Definition] = [], connections: Int = 4,
    limits: PostgresLimits = PostgresLimits(), _ body: (Database, Place) async throws -> Void
) async throws {
    let place = try Place(engine)
    do {
        let database = try place.open(connections: connections, limits: limits)
        try await Migrator([Migration(1, "test", definitions)]).migrate(database)
        try await body(database, place)
        try await database.close()
    } catch {
        await place.remove()
        throw error
    }
    await place.remove()
}
