import SQL

/// How far a database has come.
package struct MigrationState: Sendable {
    /// Numbers of the steps that were run.
    package let done: Set<Int>
    /// Steps of this program that are still to be run.
    package let pending: [Migration]
    /// A step this program does not know.
    package let newer: Int?

    /// Asks without changing anything.
    package init(of database: Database, _ migrator: Migrator) async throws {
        let dialect = database.dialect
        done = try await database.read { tx in
            let isThere: Query =
                switch dialect {
                case .sqlite: "select count(*) from sqlite_master where type = 'table' and name = 'migrations'"
                case .postgres: "select count(*) from pg_class where oid = to_regclass('migrations')"
                }
            guard try tx.value(isThere, as: Int.self) ?? 0 > 0 else { return [] }
            return Set(try tx.rows("select number from migrations") { row in try row.value(Int.self) })
        }
        let done = done
        pending = migrator.migrations.filter { !done.contains($0.number) }
        let known = Set(migrator.migrations.map(\.number))
        newer = done.filter { !known.contains($0) }.max()
    }
}
