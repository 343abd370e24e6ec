import Foundation
import Kernel
import Logging
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// The engines a house stands on. PostgreSQL is one of them when `TENURE_TEST_POSTGRES` holds a server's address.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgres

    static let server = ProcessInfo.processInfo.environment["TENURE_TEST_POSTGRES"]
    static let all: [Engine] = server == nil ? [.sqlite] : allCases

    var testDescription: String { rawValue }
}

/// A house of its own for one test: a fresh database with every table, and a day that stands still.
struct FilledHouse: Sendable {
    static let today = Day(year: 2026, month: 6, day: 30) ?? .first
    let house: House
    let folder: URL

    /// Opens a house, runs the body and clears up.
    static func with(_ engine: Engine = .sqlite, _ body: (FilledHouse) async throws -> Void) async throws {
        let name = UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("showcase-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database: Database =
            switch engine {
            case .sqlite: try .sqlite(at: folder.appendingPathComponent("test.sqlite").path)
            case .postgres: try .postgres(try #require(Engine.server), schema: "s_\(name)", connections: 4)
            }
        let noon = Instant(startOf: today, in: TimeZone(identifier: "Asia/Shanghai") ?? .current)
            .adding(milliseconds: 12 * 3_600_000)
        let world = World(now: { noon }, randomBytes: World.real.randomBytes)
        let house = House(
            database: database, world: world, keyring: .generated(), logger: Logger(label: "test"), folder: folder.path,
            rooms: [.shell, .organization, .retention([])])
        var failure: (any Error)?
        do {
            try await Migrator(house.migrations).migrate(database)
            try await database.write { tx in
                try RoleStore.seed(house.rooms, tx)
                try StaffProjection.roll(to: today, tx)
            }
            try await body(FilledHouse(house: house, folder: folder))
        } catch { failure = error }
        try? await database.close()
        if engine == .postgres, let server = Engine.server, let database = try? Database.postgres(server) {
            _ = try? await database.write { tx in
                try tx.run(Definition(stringLiteral: "drop schema if exists s_\(name) cascade"))
            }
            try? await database.close()
        }
        try? FileManager.default.removeItem(at: folder)
        if let failure { throw failure }
    }

    func count(_ table: StaticString, where condition: Query = "1 = 1") async throws -> Int {
        let question: Query = "select count(*) from \(raw: table) where \(condition)"
        return try await house.database.read { tx in try tx.value(question, as: Int.self) ?? 0 }
    }

    /// Brings in a sheet; nothing of it may be refused.
    func bring(_ text: String, as kind: String) async throws -> CheckReport {
        let file = folder.appendingPathComponent("\(kind).csv")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try await Importing.run(
            file: file.path, kind: kind, house: house,
            viewer: .program(Capability.ofOrganization + [.importData, .editFacts]),
            dryRun: false, takesGoodRows: false
        ).report
    }
}
