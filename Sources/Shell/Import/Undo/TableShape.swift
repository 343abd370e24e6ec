import SQL

/// The columns of a table and its primary key, as the database knows them.
struct TableShape {
    let name: String
    let columns: [String]
    /// Places of the primary key among ``columns``.
    let key: [Int]

    /// - Parameter name: of this program's own tables; anything else is refused.
    init(_ name: String, _ tx: Transaction) throws {
        guard Query.isName(name) else { throw SQLFault.statement("not a table: \(name)") }
        self.name = name
        let found: [(String, Int)]
        switch tx.dialect {
        case .sqlite:
            found = try tx.rows("select name, pk from pragma_table_info(\(name)) order by cid") { row in
                (try row.value(), try row.value())
            }
        case .postgres:
            found = try tx.rows(
                """
                select a.attname::text, coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1
                from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
                where a.attrelid = \(name)::text::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum
                """
            ) { row in (try row.value(), try row.value()) }
        }
        columns = found.map(\.0)
        key = found.indices.filter { found[$0].1 > 0 }.sorted { found[$0].1 < found[$1].1 }
        guard !key.isEmpty, columns.allSatisfy(Query.isName) else {
            throw SQLFault.statement("no primary key: \(name)")
        }
    }

    var keyColumns: [String] { key.map { columns[$0] } }

    func key(of row: [SQLValue]) -> [SQLValue] { key.map { row[$0] } }

    /// The rows with these keys, whole.
    func rows(_ keys: ArraySlice<[SQLValue]>, _ tx: Transaction) throws -> [[SQLValue]] {
        let question = Query.source("select \(columns.joined(separator: ", ")) from \(name) where ") + condition(keys)
        return try tx.rows(question) { row in columns.indices.map { row.stored(at: $0) } }
    }

    func delete(_ keys: ArraySlice<[SQLValue]>, _ tx: Transaction) throws {
        try tx.execute(Query.source("delete from \(name) where ") + condition(keys))
    }

    /// Puts whole rows in, over those with the same keys.
    func put(_ rows: ArraySlice<[SQLValue]>, _ tx: Transaction) throws {
        guard !rows.isEmpty else { return }
        var query = Query.source("insert into \(name) (\(columns.joined(separator: ", "))) values ")
        for (index, row) in rows.enumerated() {
            if index > 0 { query += ", " }
            query += "\(row)"
        }
        let others = columns.indices.filter { !key.contains($0) }.map { "\(columns[$0]) = excluded.\(columns[$0])" }
        let change = others.isEmpty ? "do nothing" : "do update set " + others.joined(separator: ", ")
        try tx.execute(query + .source(" on conflict (\(keyColumns.joined(separator: ", "))) \(change)"))
    }

    /// How many rows fit into one statement.
    var chunk: Int { max(1, min(key.count == 1 ? 400 : 100, 8_000 / columns.count)) }

    private func condition(_ keys: ArraySlice<[SQLValue]>) -> Query {
        guard key.count > 1 else {
            let values = keys.map { $0[0] }
            if let range = Self.range(values) {
                return Query.source("\(keyColumns[0]) between ") + "\(range.lowerBound) and \(range.upperBound)"
            }
            return Query.source("\(keyColumns[0]) in ") + "\(values)"
        }
        return .any(
            of: keys.map { key in
                .all(of: zip(keyColumns, key).map { name, value in Query.source("\(name) = ") + "\(value)" })
            })
    }

    /// Whole numbers one after the other, without a gap.
    private static func range(_ values: [SQLValue]) -> ClosedRange<Int64>? {
        guard case .integer(let first)? = values.first else { return nil }
        for (index, value) in values.enumerated() where value != .integer(first + Int64(index)) { return nil }
        return first...first + Int64(values.count - 1)
    }
}

extension Query {
    /// Text put together from names of this program's own tables and columns, which were looked at with ``isName(_:)``.
    static func source(_ text: String) -> Query { Query(stringLiteral: text) }

    /// Whether a name needs no quotes in either engine.
    static func isName(_ name: String) -> Bool {
        let bytes = name.utf8
        return (1...63).contains(bytes.count)
            && bytes.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x5F }
            && !(0x30...0x39 ~= bytes.first ?? 0x30)
    }
}
