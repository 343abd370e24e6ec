/// A link while a transaction runs on it.
final class PostgresConnection: Connection {
    private let link: PostgresLink
    private(set) var failure: SQLFault?
    /// A sequence takes nothing back.
    var whenIDsReturn: () -> Void = {}
    /// Between taking and giving back the lock of the ids.
    private(set) var holdsLock = false

    init(_ link: PostgresLink) {
        self.link = link
    }

    var dialect: Dialect { .postgres }

    @discardableResult
    func run(_ query: Query, _ body: (Row) throws -> Void) throws -> Int {
        let result = try noting { try link.run(query, target: StatementTarget.table(of: query)) }
        for row in 0..<result.rowCount {
            try body(Row(.postgres(PostgresCells(result: result.pointer, row: Int32(row)))))
        }
        return result.changed
    }

    /// With a cursor: a result of the usual kind is in memory as a whole.
    func stream(_ query: Query, _ body: (Row) throws -> Void) throws {
        try run(script: "declare stream no scroll cursor for \(query.text)")
        var count = 0
        repeat {
            let result = try noting { try link.run(script: "fetch 5000 from stream") }
            count = result.rowCount
            for row in 0..<count {
                try body(Row(.postgres(PostgresCells(result: result.pointer, row: Int32(row)))))
            }
        } while count > 0
        try run(script: "close stream")
    }

    func run(script: String) throws {
        _ = try noting { try link.run(script: script) }
    }

    func savepoint() throws { try run(script: "savepoint inner_step") }

    func release() throws { try run(script: "release savepoint inner_step") }

    func rollBack() throws {
        // A broken connection or a lost race is the whole transaction's, whatever the body makes of it.
        guard link.trouble == nil else { return }
        _ = try link.run(script: "rollback to savepoint inner_step; release savepoint inner_step")
        failure = nil
    }

    func insert(_ rows: InsertedRows) throws -> Int {
        let count = rows.values.count / rows.columns.count
        guard rows.ending.isEmpty, count > 4 else { return try insertInLines(rows, count) }
        if rows.values.contains(where: \.holdsNUL) { throw SQLFault.textWithNUL }
        var encoder = PostgresCopyText(rows)
        let names = rows.columns.joined(separator: ", ")
        return try noting {
            try link.copy("copy \(rows.table) (\(names)) from stdin", target: rows.table) { encoder.next() }
        }
    }

    /// `insert … values (…), (…), …` in as few statements as the number of values allows.
    private func insertInLines(_ rows: InsertedRows, _ count: Int) throws -> Int {
        let perStatement = max(1, 60_000 / rows.columns.count)
        let mayRepeatKeys = count > 1 && !rows.ending.isEmpty
        var changed = 0
        for start in stride(from: 0, to: count, by: perStatement) {
            let chunk = start..<min(count, start + perStatement)
            guard mayRepeatKeys else {
                changed += try run(rows.statement(chunk)) { _ in }
                continue
            }
            // Rows with the same key meet in one statement, which is refused (21000); one by one they do not.
            try run(script: "savepoint batch")
            do {
                changed += try link.run(rows.statement(chunk), target: rows.table).changed
            } catch SQLFault.statement(let message) where message.hasSuffix("(21000)") {
                try run(script: "rollback to savepoint batch")
                for row in chunk { changed += try run(rows.statement(row..<row + 1)) { _ in } }
            } catch {
                failure = failure ?? SQLFault(error)
                throw error
            }
            try run(script: "release savepoint batch")
        }
        return changed
    }

    /// Outside of the transaction's own fate, so that no one waits for another's commit: a sequence, moved under
    /// a lock held for this one round trip.
    func reserveIDs(_ count: Int64) throws -> Int64 {
        var last: Int64?
        let lock = "'id_blocks'::regclass::oid::bigint"
        holdsLock = true
        try run(script: "select pg_advisory_lock(\(lock))")
        try run("select setval('id_blocks', nextval('id_blocks') + \(count - 1))") { row in
            last = try Int64.read(row, at: 0)
        }
        try run(script: "select pg_advisory_unlock(\(lock))")
        holdsLock = false
        guard let last else { throw SQLFault.statement("the sequence gave nothing") }
        return last - count + 1
    }

    func nextID() throws -> Int64 {
        var next: Int64 = 1
        try run("select case when is_called then last_value + 1 else last_value end from id_blocks") { row in
            next = try Int64.read(row, at: 0)
        }
        return next
    }

    func setNextID(_ id: Int64) throws {
        try run("select setval('id_blocks', \(id), false)") { _ in }
    }

    func emptyTables(_ names: [String]) throws {
        if !names.isEmpty { try run(script: "truncate \(names.joined(separator: ", "))") }
    }

    /// The body with tables that point nowhere; that they point to rows is checked when this is put back.
    func withoutForeignKeys(_ body: () throws -> Void) throws {
        var statements: [(drop: String, add: String)] = []
        let question: Query = """
            select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint \
            where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace order by 1, 2
            """
        try run(question) { row in
            var row = row
            let (table, name) = (try row.value(String.self), try row.value(String.self))
            let definition = try row.value(String.self)
            statements.append(
                (
                    "alter table \(table) drop constraint \(name)",
                    "alter table \(table) add constraint \(name) \(definition)"
                ))
        }
        for statement in statements { try run(script: statement.drop) }
        try body()
        for statement in statements { try run(script: statement.add) }
    }

    func prepareMigrations() throws {
        let schema = link.address.schema
        var isThere = false
        try run("select 1 from pg_namespace where nspname = \(schema)") { _ in isThere = true }
        if !isThere { try run(script: "create schema \(schema)") }
        try run(
            script: """
                create table if not exists migrations (number bigint primary key, name text not null);
                create sequence if not exists id_blocks as bigint
                """)
    }

    /// A snapshot taken before the lock is ours would not show what its last holder did, hence the isolation.
    func lockMigrations() throws {
        try run(
            script: """
                set transaction isolation level read committed;
                set local lock_timeout = 0; set local statement_timeout = 0;
                select pg_advisory_xact_lock(hashtextextended('tenure migrations \(link.address.schema)', 0))
                """)
    }

    private func noting<T: ~Copyable>(_ step: () throws -> T) throws -> T {
        do {
            return try step()
        } catch let fault as SQLFault where fault != .textWithNUL {
            failure = failure ?? fault
            throw fault
        }
    }
}
