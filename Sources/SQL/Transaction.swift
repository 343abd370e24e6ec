import Kernel

/// The inside of one transaction. Never leaves the closure it is given to.
public final class Transaction {
    let connection: any Connection
    private let ids: IDBlock?
    private var beforeCommit: [(Transaction) throws -> Void] = []
    private(set) var afterCommit: [@Sendable () -> Void] = []

    init(_ connection: any Connection, ids: IDBlock? = nil) {
        self.connection = connection
        self.ids = ids
    }

    public var dialect: Dialect { connection.dialect }

    /// All rows of a question.
    public func rows<T>(_ query: Query, _ read: (inout Row) throws -> T) throws -> [T] {
        var result: [T] = []
        try checkNoFailure()
        try connection.run(query) { row in
            var row = row
            result.append(try read(&row))
        }
        return result
    }

    /// The rows of a question one after the other, without keeping them.
    public func each(_ query: Query, _ body: (inout Row) throws -> Void) throws {
        try checkNoFailure()
        try connection.run(query) { row in
            var row = row
            try body(&row)
        }
    }

    /// The first row of a question, nil when there is none. Write `limit 1` where more could come.
    public func first<T>(_ query: Query, _ read: (inout Row) throws -> T) throws -> T? {
        var result: T?
        try checkNoFailure()
        try connection.run(query) { row in
            guard result == nil else { return }
            var row = row
            result = try read(&row)
        }
        return result
    }

    /// The first column of the first row, nil when there is no row.
    public func value<T: SQLReadable>(_ query: Query, as type: T.Type = T.self) throws -> T? {
        try first(query) { row in try row.value() }
    }

    /// - Returns: how many rows were changed.
    @discardableResult
    public func execute(_ query: Query) throws -> Int {
        try checkNoFailure()
        return try connection.run(query) { _ in }
    }

    /// A defining statement outside a migration; used by the migrator and by tests.
    public func run(_ definition: Definition) throws {
        try checkNoFailure()
        try connection.run(script: definition.text(for: dialect))
    }

    /// Writes many rows with few round trips.
    /// - Parameters:
    ///   - values: all rows one after the other, `columns.count` values each.
    ///   - ending: what follows the values, `on conflict (…) do update set …`.
    /// - Returns: how many rows were written.
    @discardableResult
    public func insert(
        into table: StaticString, _ columns: [StaticString], values: [SQLValue], ending: StaticString = ""
    ) throws -> Int {
        precondition(values.count.isMultiple(of: columns.count), "a row is not complete")
        guard !values.isEmpty else { return 0 }
        try checkNoFailure()
        return try connection.insert(
            InsertedRows(
                table: table.description, columns: columns.map(\.description), values: values,
                ending: ending.description))
    }

    /// Runs the body so that its failure undoes only itself.
    ///
    /// This is the only way to go on after a statement failed: elsewhere the failure of one statement is the
    /// failure of its transaction, even when the error is caught.
    @discardableResult
    public func savepoint<T>(_ body: () throws -> T) throws -> T {
        try connection.savepoint()
        let (before, after) = (beforeCommit.count, afterCommit.count)
        do {
            let result = try body()
            try checkNoFailure()
            try connection.release()
            return result
        } catch {
            beforeCommit.removeSubrange(before...)
            afterCommit.removeSubrange(after...)
            try connection.rollBack()
            throw error
        }
    }

    /// - Throws: the failure of an earlier statement that the body has swallowed.
    func checkNoFailure() throws {
        if let failure = connection.failure { throw failure }
    }

    /// A number no other record of this database has.
    public func newID<Owner>(_ owner: Owner.Type = Owner.self) throws -> ID<Owner> {
        ID(try newIDs(1).lowerBound)
    }

    /// So many fresh numbers in a row.
    public func newIDs(_ count: Int) throws -> Range<Int64> {
        guard let ids else { throw SQLFault.statement("ids are handed out by writing transactions only") }
        return try ids.take(Int64(count)) { count in
            connection.whenIDsReturn = { ids.forget() }
            return try connection.reserveIDs(count)
        }
    }

    /// Done last, inside the transaction.
    public func beforeCommit(_ step: @escaping (Transaction) throws -> Void) {
        beforeCommit.append(step)
    }

    /// Done once everything is kept; not done when the transaction fails.
    public func afterCommit(_ reaction: @escaping @Sendable () -> Void) {
        afterCommit.append(reaction)
    }

    func runBeforeCommit() throws {
        var index = 0
        while index < beforeCommit.count {
            try beforeCommit[index](self)
            index += 1
        }
    }

    func prepareMigrations() throws { try connection.prepareMigrations() }

    func lockMigrations() throws { try connection.lockMigrations() }
}
