/// A table as the database describes it.
struct TableShape: Sendable, Equatable {
    let name: String
    /// In the order they were defined in.
    var columns: [String] = []
    /// Columns whose order is a matter of language and must be asked for by bytes.
    var texts: Set<String> = []
    /// The columns of the primary key.
    var key: [String] = []

    /// All rows, in an order that depends on nothing but what they hold.
    func rows(_ dialect: Dialect) -> Query {
        let order = (key.isEmpty ? columns : key).map { column in
            let name = dialect == .postgres && texts.contains(column) ? "\(column) collate \"C\"" : column
            return key.isEmpty ? "\(name) nulls first" : name
        }
        return Query(
            stringLiteral:
                "select \(columns.joined(separator: ", ")) from \(name) order by \(order.joined(separator: ", "))")
    }
}

extension Connection {
    /// The tables of the company, by name, without those that only hand out ids.
    func tables() throws -> [TableShape] {
        var tables: [TableShape] = []
        try run(dialect == .sqlite ? Self.sqliteColumns : Self.postgresColumns) { row in
            var row = row
            let (table, column, isText) = (
                try row.value(String.self), try row.value(String.self), try row.value(Bool.self)
            )
            if tables.last?.name != table { tables.append(TableShape(name: table)) }
            tables[tables.count - 1].columns.append(column)
            if isText { tables[tables.count - 1].texts.insert(column) }
        }
        var keys: [String: [String]] = [:]
        try run(dialect == .sqlite ? Self.sqliteKeys : Self.postgresKeys) { row in
            var row = row
            keys[try row.value(), default: []].append(try row.value())
        }
        for place in tables.indices { tables[place].key = keys[tables[place].name] ?? [] }
        return tables
    }

    private static var sqliteColumns: Query {
        """
        select m.name, c.name, c.type = 'TEXT' from sqlite_schema m join pragma_table_info(m.name) c \
        where m.type = 'table' and m.name not like 'sqlite%' and m.name <> 'id_blocks' order by m.name, c.cid
        """
    }

    private static var sqliteKeys: Query {
        """
        select m.name, c.name from sqlite_schema m join pragma_table_info(m.name) c \
        where m.type = 'table' and c.pk > 0 order by m.name, c.pk
        """
    }

    private static var postgresColumns: Query {
        """
        select t.relname, c.attname, c.atttypid = 25 from pg_class t join pg_attribute c on c.attrelid = t.oid \
        where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p') and not t.relispartition \
        and c.attnum > 0 and not c.attisdropped and c.attgenerated = '' order by t.relname, c.attnum
        """
    }

    private static var postgresKeys: Query {
        """
        select t.relname, c.attname from pg_index i join pg_class t on t.oid = i.indrelid \
        join unnest(i.indkey::int[]) with ordinality k (attnum, place) on true \
        join pg_attribute c on c.attrelid = t.oid and c.attnum = k.attnum \
        where t.relnamespace = current_schema()::regnamespace and i.indisprimary order by t.relname, k.place
        """
    }
}
