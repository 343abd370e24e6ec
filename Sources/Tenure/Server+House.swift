import Foundation
import Kernel
import Logging
import Organization
import SQL
import Shell

extension Server {
    /// What to do with steps the database lacks.
    package enum Steps: Sendable {
        /// Run them: the server, and `tenure migrate`.
        case run
        /// Run them in a database that is empty; else leave them to the server or `tenure migrate`.
        case runIfEmpty
        /// None: a database that lacks some is left to the server or `tenure migrate`, and an empty one is none.
        case leave
    }

    /// Opens the company's house for a command.
    package func open(_ steps: Steps = .run) async throws -> House { try await house(steps).0 }

    /// The house on a database that is up to date, with its settings, for somebody who only looks; changes nothing.
    package func lookIn(_ database: Database) async throws -> House {
        try await house(on: database, try Keyring(at: settings.keyPath, hasSealedValues: true), Rooms.keeping)
    }

    /// Opens the company's database, brings it up to date, and puts the rooms on it.
    func house(_ steps: Steps = .run) async throws -> (House, AnalysisQueue) {
        do {
            return try await opened(steps)
        } catch {
            throw ServerRefusal(error, settings) ?? error
        }
    }

    private func opened(_ steps: Steps) async throws -> (House, AnalysisQueue) {
        let workspace = try Workspace(at: settings.dataFolder)
        let queue = AnalysisQueue(workspace: workspace, logger: logger)
        let rooms = Rooms.all(analyses: AnalysisRoutes(workspace: workspace, queue: queue))
        let database = try settings.database.open(in: settings.dataFolder)
        do {
            let migrator = Migrator(rooms.flatMap(\.migrations))
            let state = try await MigrationState(of: database, migrator)
            if steps == .leave, state.done.isEmpty { throw settings.noCompany }
            if steps != .run, !state.done.isEmpty, !state.pending.isEmpty {
                throw ServerRefusal.migrationsPending(state.pending.count)
            }
            try await migrator.migrate(database)
            let house = try await house(on: database, try await Keyring.ofHouse(at: settings.keyPath, database), rooms)
            let today = house.today
            try await database.write { tx in
                try RoleStore.seed(rooms, tx)
                // The days the server was off.
                try StaffProjection.roll(to: today, tx)
            }
            return (house, queue)
        } catch {
            try? await database.close()
            throw error
        }
    }

    private func house(on database: Database, _ keyring: Keyring, _ rooms: [Room]) async throws -> House {
        var house = House(
            database: database, world: .real, keyring: keyring, logger: logger, folder: settings.dataFolder,
            timeZone: settings.timeZone, rooms: rooms)
        house.fileCare = settings.fileCare
        return try await house.opened()
    }

    /// Every step of the database's shape.
    package static var migrator: Migrator { Migrator(rooms.flatMap(\.migrations)) }

    /// The rooms that keep something, whether or not there is a company: what they take in and give out.
    package static var rooms: [Room] { Rooms.keeping }
}
