/// How long the server lets a statement run and wait. Migrations are not limited.
public struct PostgresLimits: Sendable, Hashable {
    /// Milliseconds one statement may take; 0 for any time.
    public var statement: Int
    /// Milliseconds a statement may wait for rows or tables others hold; 0 for any time.
    public var lock: Int
    /// Seconds a new connection may take.
    public var connect: Int

    public init(statement: Int = 120_000, lock: Int = 10_000, connect: Int = 5) {
        self.statement = statement
        self.lock = lock
        self.connect = connect
    }
}
