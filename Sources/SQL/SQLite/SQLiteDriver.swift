import CSQLite
import Foundation
import GRDB
import Synchronization

/// SQLite in write-ahead mode: one writer, many readers on snapshots.
final class SQLiteDriver: Driver {
    let pool: DatabasePool
    private let isClosed = Atomic<Bool>(false)
    var dialect: Dialect { .sqlite }

    /// The most a large transaction may hold in memory before it writes.
    private static let writerKilobytes = 96_000
    /// What the writer may keep of it afterwards.
    private static let keptKilobytes: Int32 = 16_000

    /// - Parameter readers: how many questions may be asked at the same time.
    init(path: String, readers: Int) throws {
        // SQLite would give the files beside it the same narrow rights, and they would outlive the mistake.
        if access(path, F_OK) == 0, access(path, W_OK) != 0 { throw SQLFault.readOnly }
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(10)
        configuration.persistentReadOnlyConnections = true
        configuration.label = "tenure"
        configuration.prepareDatabase { database in
            // A confirmed change survives a power cut.
            try database.execute(sql: "pragma synchronous = full")
            // For each reader; the system keeps the file itself in memory.
            try database.execute(sql: "pragma cache_size = -4000")
            try database.execute(sql: "pragma temp_store = memory")
            try database.execute(sql: "pragma trusted_schema = off")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // An import of a whole company touches many indexes in no order; what does not fit is written twice.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "pragma cache_size = \(-Self.writerKilobytes)")
            }
        } catch {
            throw SQLFault(error)
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try Task.checkCancellation()
        try checkOpen()
        return try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { access in
                continuation.resume(
                    with: Result {
                        do {
                            return try body(SQLiteConnection(access.get()))
                        } catch let error as DatabaseError {
                            throw SQLFault(error)
                        }
                    })
            }
        }
    }

    /// Not GRDB's own `async` write: a task that is cancelled there may lose the answer to a change that was kept.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try Task.checkCancellation()
        try checkOpen()
        return try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(with: Result { try Self.transaction(on: database, body) })
            }
        }
    }

    func rewrite(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try checkOpen()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Result {
                        // Inside a transaction this would do nothing.
                        try database.execute(sql: "pragma foreign_keys = off")
                        defer { try? database.execute(sql: "pragma foreign_keys = on") }
                        try Self.transaction(on: database) { connection in
                            guard let connection = connection as? SQLiteConnection else { return }
                            try connection.withoutTriggers { try body(connection) }
                            try connection.checkForeignKeys()
                        }
                    })
            }
        }
    }

    private static func transaction<T>(
        on database: GRDB.Database, _ body: (any Connection) throws -> T
    ) throws -> T {
        let connection = SQLiteConnection(database)
        defer { shrink(database) }
        do {
            var result: T?
            try database.inTransaction(.immediate) {
                result = try body(connection)
                return .commit
            }
            guard let result else { throw SQLFault.statement("the transaction was not begun") }
            return result
        } catch {
            let systemError = sqlite3_system_errno(database.sqliteConnection)
            connection.whenIDsReturn()
            if error is DatabaseError { throw SQLFault(error, systemError: systemError) }
            throw error
        }
    }

    /// Gives the memory of a large transaction back.
    private static func shrink(_ database: GRDB.Database) {
        var (used, peak): (Int32, Int32) = (0, 0)
        sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_USED, &used, &peak, 0)
        guard used > keptKilobytes * 1_024 else { return }
        sqlite3_db_release_memory(database.sqliteConnection)
        SystemMemory.giveBack()
    }

    private func checkOpen() throws {
        if isClosed.load(ordering: .acquiring) { throw SQLFault.closed }
    }

    func close() async throws {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        try await Database.aside { [pool] in
            do {
                // The file alone then holds everything; while others have it open, some of it stays beside it.
                _ = try? pool.writeWithoutTransaction { database in try database.checkpoint(.truncate) }
                try pool.close()
            } catch {
                throw SQLFault(error)
            }
        }
    }
}
