import Kernel
import SQL

/// One kept step of a batch: some rows of one table that were made, changed or removed.
struct BatchChange {
    enum Kind: String, SQLBindable, SQLReadable { case insert, update, delete }

    let step: Int64
    let table: String
    let kind: Kind
    let columns: [String]
    let keys: [UInt8]
    let before: [UInt8]
    let after: [UInt8]

    static func load(_ batch: ID<ImportBatch>, step: Int64, _ tx: Transaction) throws -> BatchChange? {
        try tx.first(
            """
            select table_name, kind, columns, row_keys, old_rows, new_marks from import_changes
            where batch_id = \(batch) and step = \(step)
            """
        ) { row in
            BatchChange(
                step: step, table: try row.value(), kind: try row.value(),
                columns: try row.value(String.self).split(separator: ",").map(String.init), keys: try row.value(),
                before: try row.value(), after: try row.value())
        }
    }
}
