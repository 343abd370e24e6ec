/// An engine behind a ``Database``.
protocol Driver: Sendable {
    var dialect: Dialect { get }
    /// Runs the body on a snapshot of what is committed; nothing it does can write.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    /// Runs the body in one transaction. It may be run again from the start after a conflict with another writer.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    /// Replaces what is in the tables: points between rows are checked at the end only, and nothing else reacts.
    func rewrite(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws
    /// A second time nothing happens.
    func close() async throws
}

/// One connection inside a transaction; used by one thread at a time.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// The first failure of a statement that no savepoint has undone. Nothing of the transaction may be kept then.
    var failure: SQLFault? { get }
    /// - Returns: the rows changed, 0 for a question.
    @discardableResult
    func run(_ query: Query, _ body: (Row) throws -> Void) throws -> Int
    /// The rows of a question without values, however many, without holding them all.
    func stream(_ query: Query, _ body: (Row) throws -> Void) throws
    /// Several statements without values.
    func run(script: String) throws
    /// Many rows at once. - Returns: the rows changed.
    func insert(_ rows: InsertedRows) throws -> Int
    /// The first of a block of ids nobody else is given.
    func reserveIDs(_ count: Int64) throws -> Int64
    /// Called when the transaction or a savepoint in it was undone and, with it, what ids it had reserved.
    var whenIDsReturn: () -> Void { get set }
    /// The first id not yet handed out to anybody.
    func nextID() throws -> Int64
    func setNextID(_ id: Int64) throws
    func emptyTables(_ names: [String]) throws
    func savepoint() throws
    func release() throws
    /// Undoes what happened since the innermost savepoint, which is gone then.
    func rollBack() throws
    /// Makes what migrations and ids are kept in.
    func prepareMigrations() throws
    /// Waits until nobody else migrates; said first in a transaction, holds to its end.
    func lockMigrations() throws
}

/// What a batch insert writes.
struct InsertedRows {
    var table: String
    var columns: [String]
    /// Values of all rows, one row after the other.
    var values: [SQLValue]
    /// What follows the values: `on conflict …`, or nothing.
    var ending: String
}
