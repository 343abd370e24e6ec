import Synchronization

@testable import SQL

/// How many statements a database was asked: what an answer costs, without a clock.
final class StatementCount: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .relaxed) }
    fileprivate func add() { count.add(1, ordering: .relaxed) }
}

/// Hands everything on to another driver and counts the statements.
struct CountingDriver: Driver {
    let inner: any Driver
    let count: StatementCount

    var dialect: Dialect { inner.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await inner.read { [count] connection in try body(CountingConnection(connection, count)) }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await inner.write { [count] connection in try body(CountingConnection(connection, count)) }
    }

    func rewrite(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try await inner.rewrite(body)
    }

    func close() async throws { try await inner.close() }
}

private final class CountingConnection: Connection {
    private let inner: any Connection
    private let count: StatementCount

    init(_ inner: any Connection, _ count: StatementCount) {
        self.inner = inner
        self.count = count
    }

    var dialect: Dialect { inner.dialect }
    var failure: SQLFault? { inner.failure }
    var whenIDsReturn: () -> Void {
        get { inner.whenIDsReturn }
        set { inner.whenIDsReturn = newValue }
    }

    @discardableResult
    func run(_ query: Query, _ body: (Row) throws -> Void) throws -> Int {
        count.add()
        return try inner.run(query, body)
    }

    func stream(_ query: Query, _ body: (Row) throws -> Void) throws {
        count.add()
        try inner.stream(query, body)
    }

    func run(script: String) throws { try inner.run(script: script) }

    func insert(_ rows: InsertedRows) throws -> Int {
        count.add()
        return try inner.insert(rows)
    }

    func reserveIDs(_ count: Int64) throws -> Int64 { try inner.reserveIDs(count) }
    func nextID() throws -> Int64 { try inner.nextID() }
    func setNextID(_ id: Int64) throws { try inner.setNextID(id) }
    func emptyTables(_ names: [String]) throws { try inner.emptyTables(names) }
    func savepoint() throws { try inner.savepoint() }
    func release() throws { try inner.release() }
    func rollBack() throws { try inner.rollBack() }
    func prepareMigrations() throws { try inner.prepareMigrations() }
    func lockMigrations() throws { try inner.lockMigrations() }
}
