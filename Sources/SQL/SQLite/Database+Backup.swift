import Foundation
import GRDB

extension Database {
    /// Writes a copy of the database file as of one moment, while others go on reading and writing, and checks it.
    ///
    /// The copy appears under its name only when it is whole; it holds personal data and is readable by its owner only.
    /// A file that was there is replaced. For PostgreSQL see ``export(to:)`` and the server's own tools.
    /// - Throws: ``SQLFault``, ``BackupRefusal/copyIsDamaged``.
    public func backup(to path: String) async throws {
        guard let driver = driver as? SQLiteDriver else {
            throw SQLFault.statement("only an SQLite file is copied; export the content of a PostgreSQL database")
        }
        try await Self.aside { try driver.copy(to: path) }
    }
}

extension SQLiteDriver {
    /// Reads through a connection of its own, so that neither readers nor the writer wait.
    fileprivate func copy(to path: String) throws {
        let part = path + ".part"
        do {
            // An empty file, so that nobody else can read it while it is written.
            try OutgoingFile.makeEmpty(part)
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            let source = try DatabaseQueue(path: pool.path, configuration: configuration)
            try source.unsafeRead { database in try database.execute(sql: "vacuum into ?", arguments: [part]) }
            try source.close()
            try check(part, configuration)
            try OutgoingFile.publish(part, as: path)
        } catch {
            unlink(part)
            throw error is BackupRefusal ? error : SQLFault(error)
        }
    }

    private func check(_ path: String, _ configuration: Configuration) throws {
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        let answer = try copy.unsafeRead { database in
            try String.fetchOne(database, sql: "pragma integrity_check(1)")
        }
        try copy.close()
        guard answer == "ok" else { throw BackupRefusal.copyIsDamaged }
    }
}
