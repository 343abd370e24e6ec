import Foundation
import Kernel
import Logging
import Organization
import SQL
import Shell

/// How long a company takes from its staff sheet into the database, and out of it again.
public struct ImportTimes: Sendable {
    /// Seconds from the file to the commit, read and checked as the wizard does it.
    public let first: Double
    /// Seconds of the same file a second time, which changes nothing.
    public let again: Double
    /// Seconds to take the first batch back.
    public let undo: Double

    /// Works in a temporary folder, or a schema of its own, which is taken away afterwards.
    public static func measure(people: Int, postgres: String?) async throws -> ImportTimes {
        let name = "bench_\(UInt32.random(in: .min ... .max))"
        let folder = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database: Database =
            if let postgres { try .postgres(postgres, schema: name) } else { try .sqlite(at: folder + "/bench.sqlite") }
        let times: Result<ImportTimes, any Error>
        do {
            times = .success(try await measure(people, database, folder))
        } catch {
            times = .failure(error)
        }
        if postgres != nil {
            try await database.write { tx in try tx.run(Definition(stringLiteral: "drop schema \(name) cascade")) }
        }
        try await database.close()
        try FileManager.default.removeItem(atPath: folder)
        return try times.get()
    }

    private static func measure(_ people: Int, _ database: Database, _ folder: String) async throws -> ImportTimes {
        let house = House(
            database: database, world: .real, keyring: .generated(), logger: Logger(label: "bench"), folder: folder,
            rooms: [.shell, .organization])
        try await Migrator(house.migrations).migrate(database)
        let today = house.today
        try await database.write { tx in
            try RoleStore.seed(house.rooms, tx)
            try StaffProjection.roll(to: today, tx)
        }
        let file = folder + "/staff.csv"
        try Data(SampleStaff(count: people, today: today).csv.utf8).write(to: URL(filePath: file))
        let viewer = Viewer.program([.importData])
        let clock = ContinuousClock()
        var batch: ID<ImportBatch>?
        let first = try await clock.measure {
            let result = try await Importing.run(
                file: file, kind: "staff", house: house, viewer: viewer, dryRun: false)
            guard result.reconciliation != nil else {
                throw ImportRefusal.problems(rows: result.report.refusedRows, problems: result.report.problemCount)
            }
            batch = result.batch
        }
        let again = try await clock.measure {
            _ = try await Importing.run(file: file, kind: "staff", house: house, viewer: viewer, dryRun: false)
        }
        let undo = try await clock.measure {
            if let batch { try await Importing.undo(batch, house: house, viewer: viewer) }
        }
        return ImportTimes(first: first.seconds, again: again.seconds, undo: undo.seconds)
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
