extension Database {
    /// A database on a PostgreSQL server, version 15 or newer.
    ///
    /// Nothing is asked of the server yet: the first transaction connects.
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/database?sslmode=verify-full`, or over a Unix socket
    ///     `postgres:///database?host=/run/postgresql&user=tenure`. What it leaves out comes from libpq's
    ///     environment variables and password file.
    ///   - schema: where the tables are, made by the first migration. Several companies may share a database,
    ///     each in a schema of its own.
    ///   - connections: how many transactions may run at the same time.
    /// - Throws: ``SQLFault/statement(_:)`` when the address or the name of the schema cannot be used.
    public static func postgres(_ url: String, schema: String = "public", connections: Int = 8) throws -> Database {
        try postgres(url, schema: schema, connections: connections, limits: PostgresLimits())
    }

    /// - Parameter limits: how long statements may run and wait.
    public static func postgres(
        _ url: String, schema: String = "public", connections: Int = 8, limits: PostgresLimits
    ) throws -> Database {
        let address = try PostgresAddress(url: url, schema: schema, limits: limits)
        return Database(PostgresDriver(address, connections: max(1, connections)))
    }
}
