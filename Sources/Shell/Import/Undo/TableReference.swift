import SQL

/// A column that points to rows of another table.
struct TableReference {
    let table: String
    let column: String

    /// Every single-column reference to a table.
    static func all(to table: String, _ tx: Transaction) throws -> [TableReference] {
        let found: [TableReference]
        switch tx.dialect {
        case .sqlite:
            found = try tx.rows(
                """
                select m.name, f."from" from sqlite_master m, pragma_foreign_key_list(m.name) f
                where m.type = 'table' and f."table" = \(table) order by m.name, f."from"
                """
            ) { row in TableReference(table: try row.value(), column: try row.value()) }
        case .postgres:
            found = try tx.rows(
                """
                select c.conrelid::regclass::text, a.attname::text from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid = \(table)::text::regclass and cardinality(c.conkey) = 1
                order by 1, 2
                """
            ) { row in TableReference(table: try row.value(), column: try row.value()) }
        }
        return found.filter { Query.isName($0.table) && Query.isName($0.column) }
    }

    /// How many rows point to any of these keys.
    func count(of keys: ArraySlice<[SQLValue]>, _ shape: TableShape, _ tx: Transaction) throws -> Int {
        guard shape.key.count == 1 else { return 0 }
        var sum = 0
        let ids = keys.map { $0[0] }
        for start in stride(from: 0, to: ids.count, by: 2_000) {
            let some = ids[start..<min(ids.count, start + 2_000)]
            let question = Query.source("select count(*) from \(table) where \(column) in ") + "\(some)"
            sum += try tx.value(question, as: Int.self) ?? 0
        }
        return sum
    }
}
