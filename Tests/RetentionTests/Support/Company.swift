import Foundation
import Kernel
import Logging
import SQL
import Synchronization
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// The engines the stores run on. PostgreSQL is one of them when `TENURE_TEST_POSTGRES` holds a server's address.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgres

    static let server = ProcessInfo.processInfo.environment["TENURE_TEST_POSTGRES"]
    static let all: [Engine] = server == nil ? [.sqlite] : allCases

    var testDescription: String { rawValue }
}

extension Population {
    /// A company of its own for one test, cleared up afterwards: `Population.with(engine) { company in … }`
    static func with(
        _ engine: Engine = .sqlite, today: Day = Company.today, facts: [PublishedFact] = PublishedFact.ofOrganization,
        _ body: (Company) async throws -> Void
    ) async throws {
        try await Company.with(engine, today: today, facts: facts, body)
    }
}

/// A company for one test: a fresh database with every table of the rooms, and a clock that the test moves.
struct Company: Sendable {
    static let today = Day(year: 2026, month: 6, day: 15)!
    static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .current
    let house: House
    let folder: URL
    private let clock: Clock

    var database: Database { house.database }
    var today: Day { house.today }

    /// A clock that stands at noon of a day until it is moved.
    final class Clock: Sendable {
        private let moment: Mutex<Instant>

        init(_ day: Day) { moment = Mutex(Self.noon(day)) }

        var now: Instant { moment.withLock { $0 } }

        func move(to day: Day) { moment.withLock { $0 = Self.noon(day) } }

        private static func noon(_ day: Day) -> Instant {
            Instant(startOf: day, in: Company.zone).adding(milliseconds: 12 * 3_600_000)
        }
    }

    static func with(
        _ engine: Engine, today: Day, facts: [PublishedFact], _ body: (Company) async throws -> Void
    ) async throws {
        let name = UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ret-\(name)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database: Database =
            switch engine {
            case .sqlite: try .sqlite(at: folder.appendingPathComponent("test.sqlite").path)
            case .postgres: try .postgres(try #require(Engine.server), schema: "r_\(name)", connections: 4)
            }
        let clock = Clock(today)
        var organization = Room.organization
        organization.facts = facts
        let house = House(
            database: database, world: World(now: { clock.now }, randomBytes: World.real.randomBytes),
            keyring: .generated(), logger: Logger(label: "test"), folder: folder.path,
            rooms: [.shell, organization, .retention(facts)])
        var failure: (any Error)?
        do {
            try await Migrator(house.migrations).migrate(database)
            try await database.write { tx in
                try RoleStore.seed(house.rooms, tx)
                try StaffProjection.roll(to: today, tx)
            }
            try await body(Company(house: house, folder: folder, clock: clock))
        } catch { failure = error }
        try? await database.close()
        if engine == .postgres, let server = Engine.server, let database = try? Database.postgres(server) {
            _ = try? await database.write { tx in
                try tx.run(Definition(stringLiteral: "drop schema if exists r_\(name) cascade"))
            }
            try? await database.close()
        }
        try? FileManager.default.removeItem(at: folder)
        if let failure { throw failure }
    }

    /// It is noon of that day from now on.
    func move(to day: Day) async throws {
        clock.move(to: day)
        try await database.write { tx in try StaffProjection.roll(to: day, tx) }
    }

    /// Every capability of the company's rooms.
    var program: Viewer { .program(house.capabilities) }

    var occasion: Occasion { Occasion(house, viewer: program, actor: .program) }

    /// A viewer with the grants a role starts with in every room.
    func viewer(_ role: BuiltinRole, _ subject: ID<Person>? = nil, unit: Int64? = nil) -> Viewer {
        Viewer(
            account: ID(7), subject: subject?.subject, name: role.rawValue,
            grants: house.rooms.flatMap(\.defaultGrants).filter { $0.role == role }.map {
                Grant($0.capability, $0.reach, unit: $0.reach == .company ? unit : nil, classes: $0.classes)
            })
    }

    /// Brings in a CSV file.
    @discardableResult
    func bring(
        _ text: String, as kind: String = "staff", dryRun: Bool = false, takesGoodRows: Bool = false,
        options: FormFields = FormFields()
    ) async throws -> (report: CheckReport, reconciliation: Reconciliation?, batch: ID<ImportBatch>?) {
        let file = folder.appendingPathComponent("\(UUID()).csv")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try await Importing.run(
            file: file.path, kind: kind, house: house, viewer: program, dryRun: dryRun, takesGoodRows: takesGoodRows,
            options: options)
    }

    /// A believable staff of so many people, some of whom have left.
    func staff(_ count: Int, seed: UInt64 = 1) async throws {
        try await bring(SampleStaff(count: count, today: today, seed: seed).csv)
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

    /// Puts a job into the queue and does everything that is due.
    func run(_ job: JobKind) async throws {
        let house = house
        try await database.write { tx in try Jobs.enqueue(job, in: tx, house) }
        try await JobRunner(house).runDue()
    }
}

/// `iso("2026-01-31")`
func iso(_ text: String) -> Day { Day(iso: text) ?? .first }
