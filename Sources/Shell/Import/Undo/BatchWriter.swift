import Kernel
import SQL

/// Writes the rows of a batch and keeps what is needed to undo it.
///
/// Keys are those of the tables' primary keys, in the order the table declares them. Write parents before children;
/// undoing goes backwards. A few thousand rows per call are best; fewer are gathered.
///
/// Of new rows only the key and a short mark are kept, of changed and removed ones all they held before.
package final class BatchWriter {
    let tx: Transaction
    let batch: ID<ImportBatch>
    private var shapes: [String: TableShape] = [:]
    private var plans: [String: InsertPlan] = [:]
    /// New rows whose trace is not written yet, by table.
    private var runs: [String: InsertRun] = [:]
    /// Tables in the order their first row came.
    private var order: [TableShape] = []
    private var step: Int64 = 0
    /// Rows written so far, by table.
    package private(set) var written: [String: Int] = [:]

    init(_ tx: Transaction, batch: ID<ImportBatch>) {
        self.tx = tx
        self.batch = batch
    }

    /// New rows. Columns left out take their defaults.
    /// - Parameter values: all rows one after the other, `columns.count` values each; the primary key among them.
    package func insert(into table: StaticString, _ columns: [StaticString], values: [SQLValue]) throws {
        guard !values.isEmpty else { return }
        let name = table.description
        try tx.insert(into: table, columns, values: values)
        let plan = try plan(name, columns, firstRow: values.prefix(columns.count))
        let shape = plan.shape
        if !order.contains(where: { $0.name == name }) { order.append(shape) }
        var run = runs.removeValue(forKey: name) ?? InsertRun(width: shape.key.count)
        var start = 0
        while start < values.count {
            for place in plan.keys { run.keys.add(values[start + place]) }
            var hash = RowHash()
            for source in plan.sources {
                switch source {
                case .given(let place): hash.add(values[start + place])
                case .standing(let value): hash.add(value)
                }
            }
            run.hashes.fixed(hash.value)
            run.count += 1
            start += columns.count
        }
        runs[name] = run
        if run.count >= InsertRun.length { try finish() }
        written[name, default: 0] += values.count / columns.count
    }

    /// Changed rows.
    /// - Parameter values: per row the primary key, then the new values of `columns`.
    /// - Throws: ``SQLFault/statement(_:)`` when a row is not there.
    package func update(_ table: StaticString, set columns: [StaticString], values: [SQLValue]) throws {
        let shape = try shape(table.description)
        try finish()
        let places = try columns.map { column in
            guard let place = shape.columns.firstIndex(of: column.description) else {
                throw SQLFault.statement("no column \(column) in \(shape.name)")
            }
            return place
        }
        let width = shape.key.count + columns.count
        precondition(values.count.isMultiple(of: width), "a row is not complete")
        for start in stride(from: 0, to: values.count, by: width * shape.chunk) {
            let end = min(values.count, start + width * shape.chunk)
            let changes = stride(from: start, to: end, by: width).map { Array(values[$0..<$0 + width]) }
            let old = try standing(changes.map { Array($0.prefix(shape.key.count)) }, shape)
            var (before, after): ([[SQLValue]], [[SQLValue]]) = ([], [])
            for (row, change) in zip(old, changes) {
                var new = row
                for (place, value) in zip(places, change[shape.key.count...]) { new[place] = value }
                guard new != row else { continue }
                before.append(row)
                after.append(new)
            }
            try shape.put(after[...], tx)
            try keep(.update, shape, keys: after.map(shape.key(of:)), before: before, after: after.map(RowHash.of))
            written[shape.name, default: 0] += after.count
        }
    }

    /// Rows that go.
    /// - Parameter keys: the primary keys one after the other.
    package func delete(from table: StaticString, keys: [SQLValue]) throws {
        let shape = try shape(table.description)
        try finish()
        let width = shape.key.count
        precondition(keys.count.isMultiple(of: width), "a key is not complete")
        for start in stride(from: 0, to: keys.count, by: width * shape.chunk) {
            let end = min(keys.count, start + width * shape.chunk)
            let chunk = stride(from: start, to: end, by: width).map { Array(keys[$0..<$0 + width]) }
            let before = try standing(chunk, shape)
            try shape.delete(chunk[...], tx)
            try keep(.delete, shape, keys: chunk, before: before, after: [])
            written[shape.name, default: 0] += chunk.count
        }
    }

    /// Writes the traces still held: parents before their children, so that going backwards meets the children first.
    func finish() throws {
        for shape in order {
            if let run = runs.removeValue(forKey: shape.name), run.count > 0 { try keep(run, shape) }
        }
    }

    /// The rows with these keys in the same order.
    private func standing(_ keys: [[SQLValue]], _ shape: TableShape) throws -> [[SQLValue]] {
        var rows: [[SQLValue]: [SQLValue]] = [:]
        for row in try shape.rows(keys[...], tx) { rows[shape.key(of: row)] = row }
        return try keys.map { key in
            guard let row = rows[key] else { throw SQLFault.statement("a row of \(shape.name) is not there") }
            return row
        }
    }

    private func shape(_ name: String) throws -> TableShape {
        if let shape = shapes[name] { return shape }
        let shape = try TableShape(name, tx)
        shapes[name] = shape
        return shape
    }

    private func plan(_ table: String, _ columns: [StaticString], firstRow: ArraySlice<SQLValue>) throws -> InsertPlan {
        let names = columns.map(\.description)
        let signature = table + "(" + names.joined(separator: ",")
        if let plan = plans[signature] { return plan }
        let plan = try InsertPlan(try shape(table), columns: names, firstRow: Array(firstRow), tx)
        plans[signature] = plan
        return plan
    }

    private func keep(_ run: InsertRun, _ shape: TableShape) throws {
        try keep(.insert, shape, count: run.count, keys: run.keys.bytes, before: [], after: run.hashes.bytes)
    }

    private func keep(
        _ kind: BatchChange.Kind, _ shape: TableShape, keys: [[SQLValue]], before: [[SQLValue]], after: [UInt64]
    ) throws {
        guard !keys.isEmpty else { return }
        var (keyBytes, old, new) = (
            ValueWriter(width: shape.key.count), ValueWriter(width: shape.columns.count), ValueWriter(width: 1)
        )
        for value in keys.joined() { keyBytes.add(value) }
        for value in before.joined() { old.add(value) }
        for hash in after { new.fixed(hash) }
        try keep(kind, shape, count: keys.count, keys: keyBytes.bytes, before: old.bytes, after: new.bytes)
    }

    private func keep(
        _ kind: BatchChange.Kind, _ shape: TableShape, count: Int, keys: [UInt8], before: [UInt8], after: [UInt8]
    ) throws {
        step += 1
        try tx.execute(
            """
            insert into import_changes (batch_id, step, table_name, kind, columns, row_count, row_keys, old_rows, new_marks)
            values (\(batch), \(step), \(shape.name), \(kind), \(shape.columns.joined(separator: ",")), \(count), \(keys),
                \(before), \(after))
            """)
    }
}
