import Foundation
import Kernel
import Logging
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The engines the stores run on. PostgreSQL is one of them when `TENURE_TEST_POSTGRES` holds a server's address.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgres

    static let server = ProcessInfo.processInfo.environment["TENURE_TEST_POSTGRES"]
    static let all: [Engine] = server == nil ? [.sqlite] : allCases

    var testDescription: String { rawValue }
}

/// A company of its own for one test: a fresh database with every table, and a day that stands still.
struct Company: Sendable {
    static let today = Day(year: 2026, month: 6, day: 15)!
    let house: House
    let folder: URL

    var database: Database { house.database }

    /// Opens a company, runs the body and clears up.
    static func with(_ engine: Engine = .sqlite, today: Day = today, _ body: (Company) async throws -> Void)
        async throws
    {
        let name = UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("org-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database: Database =
            switch engine {
            case .sqlite: try .sqlite(at: folder.appendingPathComponent("test.sqlite").path)
            case .postgres: try .postgres(try #require(Engine.server), schema: "o_\(name)", connections: 4)
            }
        let noon = Instant(startOf: today, in: TimeZone(identifier: "Asia/Shanghai") ?? .current)
            .adding(milliseconds: 12 * 3_600_000)
        let world = World(now: { noon }, randomBytes: World.real.randomBytes)
        let house = House(
            database: database, world: world, keyring: .generated(), logger: Logger(label: "test"), folder: folder.path,
            rooms: [.shell, .organization])
        var failure: (any Error)?
        do {
            try await Migrator(house.migrations).migrate(database)
            try await database.write { tx in
                try RoleStore.seed(house.rooms, tx)
                try StaffProjection.roll(to: today, tx)
            }
            try await body(Company(house: house, folder: folder))
        } catch { failure = error }
        try? await database.close()
        if engine == .postgres, let server = Engine.server, let database = try? Database.postgres(server) {
            _ = try? await database.write { tx in
                try tx.run(Definition(stringLiteral: "drop schema if exists o_\(name) cascade"))
            }
            try? await database.close()
        }
        try? FileManager.default.removeItem(at: folder)
        if let failure { throw failure }
    }

    /// Whoever may do everything, without being employed.
    static let program = Viewer.program(Capability.ofOrganization + [.importData])

    var occasion: Occasion { Occasion(house, viewer: Self.program, actor: .program) }

    /// A viewer with the grants a role starts with.
    static func viewer(_ role: BuiltinRole, _ subject: ID<Person>? = nil, unit: Int64? = nil) -> Viewer {
        Viewer(
            account: ID(7), subject: subject?.subject, name: role.rawValue,
            grants: DefaultGrant.ofOrganization.filter { $0.role == role }.map {
                Grant($0.capability, $0.reach, unit: $0.reach == .company ? unit : nil, classes: $0.classes)
            })
    }

    /// Brings in a CSV file.
    @discardableResult
    func bring(
        _ text: String, as kind: String = "staff", dryRun: Bool = false, takesGoodRows: Bool = false
    ) async throws -> (report: CheckReport, reconciliation: Reconciliation?, batch: ID<ImportBatch>?) {
        let file = folder.appendingPathComponent("\(UUID()).csv")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try await Importing.run(
            file: file.path, kind: kind, house: house, viewer: Self.program, dryRun: dryRun,
            takesGoodRows: takesGoodRows)
    }

    func person(_ number: String) async throws -> ID<Person> {
        try #require(
            try await database.read { tx in
                try tx.value("select id from people where number = \(number)", as: ID<Person>.self)
            })
    }

    func unit(_ names: String) async throws -> ID<OrgUnit> {
        try #require(
            try await database.read { tx in
                try tx.value("select unit_id from unit_paths where names = \(names)", as: ID<OrgUnit>.self)
            })
    }
}

/// `iso("2026-01-31")`
func iso(_ text: String) -> Day { Day(iso: text) ?? .first }
