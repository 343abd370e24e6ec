import SQL

/// Writes the rows of a batch and keeps what is needed to undo it.
///
/// Keys are those of the tables' primary keys, in the order the table declares them. Write parents before children;
/// undoing goes backwards. A few thousand rows per call are best; fewer are gathered.
package final class BatchWriter {
    let tx: Transaction
    let batch: Int64

    init(_ tx: Transaction, batch: Int64) {
        self.tx = tx
        self.batch = batch
    }

    /// New rows. Columns left out take their defaults.
    /// - Parameter values: all rows one after the other, `columns.count` values each; the primary key among them.
    package func insert(into table: StaticString, _ columns: [StaticString], values: [SQLValue]) throws {
        try tx.insert(into: table, columns, values: values)
    }

    /// Changed rows.
    /// - Parameter values: per row the primary key, then the new values of `columns`.
    /// - Throws: ``SQLFault/statement(_:)`` when a row is not there.
    package func update(_ table: StaticString, set columns: [StaticString], values: [SQLValue]) throws {
    }

    /// Rows that go.
    /// - Parameter keys: the primary keys one after the other.
    package func delete(from table: StaticString, keys: [SQLValue]) throws {
    }
}
