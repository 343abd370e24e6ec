import SQL

extension StaffProjection {
    /// Fills the staff list without its indexes, which are made again from what it holds then: sorting each once takes a
    /// fraction of finding every row's place in each.
    ///
    /// On SQLite, where readers keep seeing what was; PostgreSQL would make them wait.
    static func withoutIndexes(if isWorthIt: Bool, _ tx: Transaction, _ body: () throws -> Void) throws {
        guard isWorthIt, tx.dialect == .sqlite else { return try body() }
        // The lines are found from manager to manager.
        let indexes: [(name: String, definition: String)] = try tx.rows(
            """
            select name, sql from sqlite_schema
            where type = 'index' and tbl_name = 'staff' and sql is not null and name <> 'staff_by_manager' order by name
            """
        ) { row in (try row.value(), try row.value()) }
        for index in indexes { try tx.run(Definition(stringLiteral: "drop index \(index.name)")) }
        try body()
        for index in indexes { try tx.run(Definition(stringLiteral: index.definition)) }
    }
}
