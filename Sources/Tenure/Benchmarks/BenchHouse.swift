import Foundation
import Kernel
import Logging
import Organization
import SQL
import Shell
import Synchronization

/// A company of its own for one measurement, in a temporary folder that is taken away afterwards.
struct BenchHouse: Sendable {
    let house: House
    let folder: String
    private let clock: Clock

    /// The clock of the machine, as many days ahead as it was moved.
    private final class Clock: Sendable {
        private let days = Mutex<Int64>(0)

        var now: Instant { World.real.now().adding(milliseconds: days.withLock { $0 } * 86_400_000) }

        func move() { days.withLock { $0 += 1 } }
    }

    /// It is a day later from now on.
    func sleep() { clock.move() }

    static func with<Result: Sendable>(_ body: (BenchHouse) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "bench_\(UInt32.random(in: .min ... .max))"
        ).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let clock = Clock()
        let database: Database = try .sqlite(at: folder + "/bench.sqlite")
        let house = House(
            database: database, world: World(now: { clock.now }, randomBytes: World.real.randomBytes),
            keyring: .generated(), logger: Logger(label: "bench"), folder: folder, rooms: Rooms.keeping)
        let found: Swift.Result<Result, any Error>
        do {
            try await Migrator(house.migrations).migrate(database)
            let today = house.today
            try await database.write { tx in
                try RoleStore.seed(house.rooms, tx)
                try StaffProjection.roll(to: today, tx)
            }
            found = .success(try await body(BenchHouse(house: house, folder: folder, clock: clock)))
        } catch {
            found = .failure(error)
        }
        try await database.close()
        try FileManager.default.removeItem(atPath: folder)
        return try found.get()
    }
}

extension Duration {
    var benchSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
