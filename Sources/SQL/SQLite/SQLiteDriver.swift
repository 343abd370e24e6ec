import Foundation
import GRDB

/// SQLite in write-ahead mode: one writer, many readers on snapshots.
final class SQLiteDriver: Driver {
    let pool: DatabasePool
    var dialect: Dialect { .sqlite }

    /// - Parameter readers: how many questions may be asked at the same time.
    init(path: String, readers: Int) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(10)
        configuration.persistentReadOnlyConnections = true
        configuration.label = "tenure"
        configuration.prepareDatabase { database in
            // A confirmed change survives a power cut.
            try database.execute(sql: "pragma synchronous = full")
            try database.execute(sql: "pragma cache_size = -8000")
            try database.execute(sql: "pragma temp_store = memory")
            try database.execute(sql: "pragma trusted_schema = off")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch {
            throw SQLFault(error)
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        do {
            return try await pool.read { database in try body(SQLiteConnection(database)) }
        } catch let error as DatabaseError {
            throw SQLFault(error)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        do {
            return try await pool.write { database in try body(SQLiteConnection(database)) }
        } catch let error as DatabaseError {
            throw SQLFault(error)
        }
    }

    func close() throws {
        try pool.close()
    }
}
