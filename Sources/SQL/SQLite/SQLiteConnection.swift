import CSQLite
import GRDB

/// GRDB looks after connections, statements and transactions; rows are stepped and read here, without a copy.
final class SQLiteConnection: Connection {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) {
        self.database = database
    }

    var dialect: Dialect { .sqlite }

    @discardableResult
    func run(_ query: Query, _ body: (SQLRow) throws -> Void) throws -> Int {
        let statement = try prepared(query.text)
        defer { sqlite3_reset(statement) }
        try bind(query.values[...], to: statement)
        return try step(statement, body)
    }

    func run(script: String) throws {
        do {
            try database.execute(sql: script)
        } catch {
            throw SQLFault(error)
        }
    }

    func insert(_ rows: InsertedRows) throws -> Int {
        let places = (1...rows.columns.count).map { "$\($0)" }.joined(separator: ", ")
        let names = rows.columns.joined(separator: ", ")
        let statement = try prepared("insert into \(rows.table) (\(names)) values (\(places)) \(rows.ending)")
        var changed = 0
        var start = 0
        while start < rows.values.count {
            defer { sqlite3_reset(statement) }
            let end = start + rows.columns.count
            try bind(rows.values[start..<end], to: statement)
            changed += try step(statement) { _ in }
            start = end
        }
        return changed
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

    private func prepared(_ text: String) throws -> OpaquePointer {
        do {
            return try database.cachedStatement(sql: text).sqliteStatement
        } catch {
            throw SQLFault(error)
        }
    }

    private func step(_ statement: OpaquePointer, _ body: (SQLRow) throws -> Void) throws -> Int {
        let before = sqlite3_total_changes(database.sqliteConnection)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(SQLRow(.sqlite(SQLiteCells(statement: statement))))
            case SQLITE_DONE:
                if sqlite3_stmt_readonly(statement) != 0 { return 0 }
                let all = sqlite3_total_changes(database.sqliteConnection) - before
                return all == 0 ? 0 : Int(sqlite3_changes(database.sqliteConnection))
            case let code:
                throw SQLFault(
                    code: sqlite3_extended_errcode(database.sqliteConnection), primary: code,
                    message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
            }
        }
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
