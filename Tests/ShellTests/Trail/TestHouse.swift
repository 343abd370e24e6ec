import Foundation
import Kernel
import Logging
import SQL
import Synchronization
import Testing

@testable import Shell

/// A house on a fresh database whose clock stands still until it is moved.
struct TestHouse {
    let house: House
    let clock: TestClock

    /// - Parameter rooms: beside the shell.
    static func with(
        _ rooms: [Room] = [], shell: Room = .shell, zone: String = "Asia/Shanghai", sealing: Sealing? = nil,
        world change: (inout World) -> Void = { _ in }, _ body: (TestHouse) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tenure-test-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let clock = TestClock()
        var world = World(now: { clock.now }, randomBytes: World.real.randomBytes)
        change(&world)
        var house = House(
            database: try database(folder), world: world, keyring: .generated(),
            logger: Logger(label: "test"),
            folder: folder, timeZone: try #require(TimeZone(identifier: zone)), rooms: [shell] + rooms)
        if let sealing { house.sealing = sealing }
        try await Migrator(house.migrations).migrate(house.database)
        try await body(TestHouse(house: house, clock: clock))
        try await clean(house.database)
        try await house.database.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    /// On PostgreSQL, in a schema of its own, when `TENURE_TEST_POSTGRES` names a server; else a file.
    private static func database(_ folder: String) throws -> Database {
        guard let server = ProcessInfo.processInfo.environment["TENURE_TEST_POSTGRES"] else {
            return try Database.sqlite(at: folder + "/tenure.sqlite")
        }
        let schema = "trail_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        return try Database.postgres(server, schema: schema)
    }

    /// Takes the schema away again.
    private static func clean(_ database: Database) async throws {
        guard database.dialect == .postgres else { return }
        try await database.write { tx in
            guard let schema = try tx.value("select current_schema()", as: String.self), schema.hasPrefix("trail_")
            else { return }
            try tx.run(Definition(stringLiteral: "drop schema \(schema) cascade"))
        }
    }

    /// The shell without its own periodic work, for tests that count jobs.
    static var quietShell: Room {
        var shell = Room.shell
        shell.jobs = shell.jobs.filter { $0.every == nil }
        return shell
    }

    /// A quiet shell that writes to people about their inbox when it is asked to, not by the timetable.
    static var mailingShell: Room {
        var shell = quietShell
        shell.jobs.append(JobKind(NoticeMail.job.code, NoticeMail.job.name, run: NoticeMail.job.run))
        return shell
    }
}

final class TestClock: Sendable {
    private let moment = Mutex(Instant(milliseconds: 1_764_547_200_000))  // 2025-12-01 08:00 in Shanghai

    var now: Instant { moment.withLock { $0 } }

    func advance(minutes: Double) { moment.withLock { $0 = $0.adding(milliseconds: Int64(minutes * 60_000)) } }
    func set(_ instant: Instant) { moment.withLock { $0 = instant } }
}

/// The same numbers every time.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
