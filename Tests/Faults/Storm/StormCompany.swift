import Foundation
import Kernel
import Logging
import Organization
import SQL
import Shell

/// The house of one run: its database and keys are those of the runs before, its clock is a minute further.
struct StormCompany: Sendable {
    let house: House
    let run: Int
    let folder: String

    /// A job of five steps, each kept with the note that it was done.
    static let steps = JobKind("storm.steps", Phrase(verbatim: "steps"), attempts: .max) { run, _ in
        let key: String = try run.payload()
        for step in (try run.checkpoint(Int.self) ?? 0)..<stepCount {
            try await run.write(saving: step + 1, share: Double(step + 1) / Double(stepCount)) { tx in
                try tx.execute("insert into storm_steps (job_key, step) values (\(key), \(step))")
            }
        }
    }

    static let stepCount = 5

    private static var room: Room {
        var room = Room(name: "Storm")
        room.migrations = [
            Migration(
                900, "storm",
                ["create table storm_steps (job_key \(.text) not null, step \(.integer) not null)\(ending: .end)"])
        ]
        room.jobs = [steps]
        return room
    }

    static let rooms: [Room] = [.shell, .organization, room]

    static func open(_ folder: String, _ text: String) throws -> Database {
        let parts = text.split(separator: " ").map(String.init)
        return parts.count == 2
            ? try .postgres(parts[0], schema: parts[1], connections: 6) : try .sqlite(at: folder + "/tenure.sqlite")
    }

    /// Fills an empty database with what FOLDER/copy holds, and writes what it then holds to FOLDER/again.
    static func restore(folder: String, database text: String) async throws {
        let database = try open(folder, text)
        try await database.restore(from: folder + "/copy", Migrator(rooms.flatMap(\.migrations)))
        try await database.export(to: folder + "/again")
        try await database.close()
    }

    init(folder: String, database text: String, run: Int) async throws {
        let database = try Self.open(folder, text)
        let rooms = Self.rooms
        try await Migrator(rooms.flatMap(\.migrations)).migrate(database)
        let real = World.real
        let world = World(now: { real.now().adding(milliseconds: Int64(run) * 60_000) }, randomBytes: real.randomBytes)
        let keyring = try await Keyring.ofHouse(at: folder + "/keys", database)
        // The parent reads standard output only; what fails is not confirmed, which says enough.
        var logger = Logger(label: "storm")
        logger.logLevel = .critical
        house = House(
            database: database, world: world, keyring: keyring, logger: logger, folder: folder, rooms: rooms)
        (self.run, self.folder) = (run, folder)
        let today = house.today
        try await database.write { tx in
            try RoleStore.seed(rooms, tx)
            try StaffProjection.roll(to: today, tx)
        }
        try await foundUnits()
    }

    /// Units that transfers go between, brought in once as anybody would.
    private func foundUnits() async throws {
        let count = try await house.database.read { tx in try tx.value("select count(*) from units", as: Int.self) }
        guard count == 0 else { return }
        var sheet = "部门全路径,类型,设立日期\n风暴公司,公司,2019-01-01\n"
        for number in 1...8 { sheet += "风暴公司/第\(number)部,部门,2019-01-01\n" }
        try await bring(sheet, as: "units", named: "units.csv")
    }

    /// - Returns: the batch.
    @discardableResult
    func bring(_ sheet: String, as kind: String, named name: String) async throws -> ID<ImportBatch>? {
        let file = folder + "/" + name
        try Data(sheet.utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let result = try await Importing.run(
            file: file, kind: kind, house: house, viewer: .program([.importData]), dryRun: false)
        guard result.reconciliation != nil else { throw Refused() }
        return result.batch
    }

    struct Refused: Error {}
}
