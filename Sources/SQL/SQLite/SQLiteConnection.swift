import CSQLite
import GRDB

/// GRDB looks after connections, statements and transactions; rows are stepped and read here, without a copy.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    private(set) var failure: SQLFault?
    var whenIDsReturn: () -> Void = {}

    init(_ database: GRDB.Database) {
        self.database = database
    }

    var dialect: Dialect { .sqlite }

    @discardableResult
    func run(_ query: Query, _ body: (SQLRow) throws -> Void) throws -> Int {
        let statement = try prepared(query.text { _ in "?" }, isKept: query.values.count <= Self.keptLength)
        defer { sqlite3_reset(statement.sqliteStatement) }
        try bind(query.values[...], to: statement.sqliteStatement)
        return try step(statement.sqliteStatement, target: { StatementTarget.table(of: query) }, body)
    }

    func stream(_ query: Query, _ body: (SQLRow) throws -> Void) throws {
        try run(query, body)
    }

    func run(script: String) throws {
        do {
            try database.execute(sql: script)
        } catch {
            throw noted(SQLFault(error))
        }
    }

    func insert(_ rows: InsertedRows) throws -> Int {
        let places = rows.columns.map { _ in "?" }.joined(separator: ", ")
        let names = rows.columns.joined(separator: ", ")
        let statement = try prepared("insert into \(rows.table) (\(names)) values (\(places)) \(rows.ending)")
        var changed = 0
        for start in stride(from: 0, to: rows.values.count, by: rows.columns.count) {
            defer { sqlite3_reset(statement.sqliteStatement) }
            try bind(rows.values[start..<start + rows.columns.count], to: statement.sqliteStatement)
            changed += try step(statement.sqliteStatement, target: { rows.table }) { _ in }
        }
        return changed
    }

    func savepoint() throws { try run(script: "savepoint inner_step") }

    func release() throws { try run(script: "release savepoint inner_step") }

    func rollBack() throws {
        // A full disk ends the whole transaction, with its savepoints.
        guard sqlite3_get_autocommit(database.sqliteConnection) == 0 else { return }
        do {
            try database.execute(sql: "rollback to savepoint inner_step; release savepoint inner_step")
        } catch {
            throw noted(SQLFault(error))
        }
        failure = nil
        whenIDsReturn()
    }

    func nextID() throws -> Int64 {
        var next: Int64 = 1
        try run("select next from id_blocks") { row in next = try Int64.read(row, at: 0) }
        return next
    }

    func setNextID(_ id: Int64) throws {
        try run("update id_blocks set next = \(id)") { _ in }
    }

    func emptyTables(_ names: [String]) throws {
        for name in names { try run(script: "delete from \(name)") }
    }

    /// The body without triggers, which are put back after it.
    func withoutTriggers(_ body: () throws -> Void) throws {
        var triggers: [(name: String, definition: String)] = []
        try run("select name, sql from sqlite_schema where type = 'trigger' order by rowid") { row in
            var row = row
            triggers.append((try row.value(), try row.value()))
        }
        for trigger in triggers { try run(script: "drop trigger \(trigger.name)") }
        try body()
        for trigger in triggers { try run(script: trigger.definition) }
    }

    /// - Throws: ``SQLFault/foreignKey(table:)`` when a row points to one that is not there.
    func checkForeignKeys() throws {
        var broken: String?
        try run("select \"table\" from pragma_foreign_key_check limit 1") { row in
            broken = try String.read(row, at: 0)
        }
        if let broken { throw noted(.foreignKey(table: broken)) }
    }

    func prepareMigrations() throws {
        try run(
            script: """
                create table if not exists migrations (number integer primary key, name text not null) strict;
                create table if not exists id_blocks (next integer not null) strict;
                insert into id_blocks (next) select 1 where not exists (select 1 from id_blocks)
                """)
    }

    func reserveIDs(_ count: Int64) throws -> Int64 {
        var first: Int64 = 0
        try run("update id_blocks set next = next + \(count) returning next - \(count)") { row in
            first = try Int64.read(row, at: 0)
        }
        return first
    }

    /// There is one writer at a time.
    func lockMigrations() {}

    /// Long lists come in ever new lengths; their statements are not kept.
    private static let keptLength = 100

    /// A statement of the cache, or one of its own while the cached one is being read.
    private func prepared(_ text: String, isKept: Bool = true) throws -> Statement {
        do {
            guard isKept else { return try database.makeStatement(sql: text) }
            let statement = try database.cachedStatement(sql: text)
            guard sqlite3_stmt_busy(statement.sqliteStatement) != 0 else { return statement }
            return try database.makeStatement(sql: text)
        } catch {
            throw noted(SQLFault(error))
        }
    }

    private func step(_ statement: OpaquePointer, target: () -> String, _ body: (SQLRow) throws -> Void) throws -> Int {
        let before = sqlite3_total_changes(database.sqliteConnection)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(SQLRow(.sqlite(SQLiteCells(statement: statement))))
            case SQLITE_DONE:
                if sqlite3_stmt_readonly(statement) != 0 { return 0 }
                let all = sqlite3_total_changes(database.sqliteConnection) - before
                return all == 0 ? 0 : Int(sqlite3_changes(database.sqliteConnection))
            case let code:
                throw noted(
                    SQLFault(
                        code: sqlite3_extended_errcode(database.sqliteConnection), primary: code,
                        message: String(cString: sqlite3_errmsg(database.sqliteConnection)), target: target(),
                        systemError: sqlite3_system_errno(database.sqliteConnection)))
            }
        }
    }

    private func noted(_ fault: SQLFault) -> SQLFault {
        failure = failure ?? fault
        return fault
    }

    private func bind(_ values: ArraySlice<SQLValue>, to statement: OpaquePointer) throws {
        guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw SQLFault.statement("\(values.count) values for \(sqlite3_bind_parameter_count(statement)) places")
        }
        // Tells SQLite to copy the bytes before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in zip(1..., values) {
            let code: Int32
            switch value {
            case .null: code = sqlite3_bind_null(statement, Int32(index))
            case .integer(let number): code = sqlite3_bind_int64(statement, Int32(index), number)
            case .real(let number): code = sqlite3_bind_double(statement, Int32(index), number)
            case .text(var text):
                code = try text.withUTF8 { bytes in
                    if bytes.contains(0) { throw SQLFault.textWithNUL }
                    guard let start = bytes.baseAddress else {
                        return sqlite3_bind_text(statement, Int32(index), "", 0, copied)
                    }
                    return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                        sqlite3_bind_text(statement, Int32(index), $0, Int32(bytes.count), copied)
                    }
                }
            case .blob(let bytes):
                code =
                    bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, Int32(index), 0)
                    : sqlite3_bind_blob(statement, Int32(index), bytes, Int32(bytes.count), copied)
            }
            guard code == SQLITE_OK else { throw SQLFault.statement("a value could not be bound") }
        }
    }
}
