/// Brings a database to the shape the program expects, one transaction per step.
public struct Migrator: Sendable {
    public let migrations: [Migration]

    /// - Precondition: no two steps share a number.
    public init(_ migrations: [Migration]) {
        self.migrations = migrations.sorted { $0.number < $1.number }
        precondition(Set(migrations.map(\.number)).count == migrations.count, "two migrations share a number")
    }

    /// Runs the steps that are missing.
    /// - Returns: the steps that were run.
    /// - Throws: ``MigrationRefusal`` when the database was made by a newer program.
    @discardableResult
    public func migrate(_ database: Database) async throws -> [Migration] {
        try await database.write { tx in
            try tx.lockMigrations()
            try tx.prepareMigrations()
        }
        let done = try await database.read { tx in
            Set(try tx.rows("select number from migrations") { row in try row.value() as Int })
        }
        if let newest = done.max(), newest > (migrations.last?.number ?? 0) {
            throw MigrationRefusal.databaseIsNewer(newest)
        }
        var ran: [Migration] = []
        for migration in migrations where !done.contains(migration.number) {
            let isNew = try await database.write { tx in
                // Another process may have been first.
                try tx.lockMigrations()
                let known = "select count(*) from migrations where number = \(migration.number)" as Query
                guard try tx.value(known, as: Int.self) == 0 else { return false }
                for statement in migration.statements { try tx.run(statement) }
                try tx.execute(
                    "insert into migrations (number, name) values (\(migration.number), \(migration.name))")
                return true
            }
            if isNew { ran.append(migration) }
        }
        return ran
    }
}
