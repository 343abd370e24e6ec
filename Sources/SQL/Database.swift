import Synchronization

/// One company's database: an SQLite file, or a PostgreSQL server.
///
/// ```swift
/// let database = try Database.sqlite(at: "data/tenure.sqlite")
/// let names = try await database.read { tx in
///     try tx.rows("select name from people where unit_id = \(unit) order by sort_key, id") { row in
///         try row.value() as String
///     }
/// }
/// ```
/// Bodies are synchronous: nothing else of the program happens between their statements.
public final class Database: Sendable {
    let driver: any Driver
    private let ids = IDBlock()
    private let commits = Atomic<Int>(0)

    init(_ driver: any Driver) {
        self.driver = driver
    }

    public var dialect: Dialect { driver.dialect }

    /// How many transactions this process has committed; what was computed at the same count may be kept.
    public var generation: Int { commits.load(ordering: .acquiring) }

    /// Asks on a snapshot: everything the body reads belongs to one moment. Readers never wait for writers.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await driver.read { connection in try body(Transaction(connection)) }
    }

    /// Runs the body in one transaction: all of it is kept, or nothing.
    ///
    /// When another writer was faster the body is run again from the start, so it must do nothing outside the
    /// transaction; what should happen after it is kept goes into ``Transaction/afterCommit(_:)``.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let (result, reactions) = try await driver.write { [ids] connection in
            let transaction = Transaction(connection, ids: ids)
            let result = try body(transaction)
            try transaction.runBeforeCommit()
            try transaction.checkNoFailure()
            return (result, transaction.afterCommit)
        }
        commits.add(1, ordering: .releasing)
        for reaction in reactions { reaction() }
        return result
    }

    /// Another content: what was computed from the old one is not to be kept.
    func forgetCached() {
        ids.forget()
        commits.add(1, ordering: .releasing)
    }

    public func close() async throws {
        try await driver.close()
    }
}
