import Kernel
import SQL

/// The batches in the database, loaded through the viewer: one's own, and those of kinds one may bring in company-wide.
enum ImportStore {
    static func batch(
        _ id: ID<ImportBatch>, _ viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> StoredBatch {
        let found = try tx.first(
            "select \(StoredBatch.columns) from import_batches where id = \(id) and \(visible(viewer, house))"
        ) { row in try StoredBatch(&row) }
        guard let found else { throw Missing() }
        return found
    }

    /// Newest first.
    static func batches(
        before id: Int64?, limit: Int, _ viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> [StoredBatch] {
        let older: Query = id.map { "id < \($0)" } ?? "1 = 1"
        return try tx.rows(
            """
            select \(StoredBatch.columns) from import_batches where \(older) and \(visible(viewer, house))
            order by id desc limit \(limit)
            """
        ) { row in try StoredBatch(&row) }
    }

    private static func visible(_ viewer: Viewer, _ house: House) -> Query {
        let kinds = house.imports.filter { kind in
            viewer.grants(for: kind.needs).contains { $0.reach == .company && $0.unit == nil }
        }
        return .any(of: ["account_id = \(viewer.account)", "kind in \(kinds.map(\.code))"])
    }

    static func add(
        _ kind: String, fileName: String, _ file: ImportFiles.Stored, _ mapping: ImportMapping, _ viewer: Viewer,
        at now: Instant, _ tx: Transaction
    ) throws -> ID<ImportBatch> {
        let id: ID<ImportBatch> = try tx.newID()
        try tx.execute(
            """
            insert into import_batches (id, kind, state, file_name, stored_as, byte_count, digest, account_id, account_name,
                uploaded_at, mapping, options)
            values (\(id), \(kind), 'uploaded', \(fileName), \(file.name), \(file.byteCount), \(file.digest),
                \(viewer.account), \(viewer.name), \(now), \(try StoredJSON.text(mapping)), '{}')
            """)
        return id
    }

    /// Another mapping makes what was checked void.
    static func map(
        _ id: ID<ImportBatch>, _ mapping: ImportMapping, options: [String: [String]], _ tx: Transaction
    ) throws {
        let changed = try tx.execute(
            """
            update import_batches set mapping = \(try StoredJSON.text(mapping)), options = \(try StoredJSON.text(options)),
                state = 'uploaded', counts = null, checked_at = null, problem_count = 0, note_count = 0, refused_rows = 0
            where id = \(id) and state in ('uploaded', 'checked')
            """)
        if changed == 0 { throw ImportRefusal.alreadyCommitted }
        try tx.execute("delete from import_problems where batch_id = \(id)")
    }

    /// The batch of a file with the same bytes that is in force.
    static func twin(of batch: StoredBatch, _ viewer: Viewer, _ house: House, _ tx: Transaction) throws -> ID<
        ImportBatch
    >? {
        try tx.value(
            """
            select max(id) from import_batches where kind = \(batch.kind) and state = 'committed' and id <> \(batch.id)
                and digest = (select digest from import_batches where id = \(batch.id)) and \(visible(viewer, house))
            """, as: ID<ImportBatch>?.self) ?? nil
    }

    static func noteCheck(_ id: ID<ImportBatch>, _ report: CheckReport, at now: Instant, _ tx: Transaction) throws {
        try tx.execute("delete from import_problems where batch_id = \(id)")
        try keep(report.problems, of: id, tx)
        try tx.execute(
            """
            update import_batches set state = 'checked', checked_at = \(now), row_count = \(report.rowCount),
                refused_rows = \(report.refusedRows), problem_count = \(report.problemCount),
                note_count = \(report.noteCount), counts = \(try report.counts.map { try StoredJSON.text($0) })
            where id = \(id) and state in ('uploaded', 'checked')
            """)
    }

    private static func keep(_ problems: [ImportProblem], of id: ID<ImportBatch>, _ tx: Transaction) throws {
        for start in stride(from: 0, to: problems.count, by: 2_000) {
            var values: [SQLValue] = []
            for (place, problem) in problems[start..<min(start + 2_000, problems.count)].enumerated() {
                values += [
                    id.sqlValue, (start + place + 1).sqlValue, problem.weight.rawValue.sqlValue, problem.row.sqlValue,
                    problem.column.sqlValue, problem.value.sqlValue, problem.problem.zh.sqlValue,
                    problem.problem.en.sqlValue,
                ]
            }
            try tx.insert(
                into: "import_problems",
                ["batch_id", "place", "weight", "row_number", "column_name", "cell", "zh", "en"], values: values)
        }
    }

    static func problems(
        of id: ID<ImportBatch>, after place: Int, limit: Int, _ tx: Transaction
    ) throws -> [ImportProblem] {
        try tx.rows(
            """
            select weight, row_number, column_name, cell, zh, en from import_problems
            where batch_id = \(id) and place > \(place) order by place limit \(limit)
            """
        ) { row in
            ImportProblem(
                weight: ImportProblem.Weight(rawValue: try row.value()) ?? .refused, row: try row.value(),
                column: try row.value(), value: try row.value(),
                problem: Phrase(zh: try row.value(), en: try row.value()))
        }
    }

    static func noteCommit(
        _ id: ID<ImportBatch>, _ reconciliation: Reconciliation, takesGoodRows: Bool, by viewer: Viewer,
        at now: Instant,
        traceUntil: Instant, _ tx: Transaction
    ) throws {
        try tx.execute(
            """
            update import_batches set state = 'committed', committed_at = \(now), committed_by = \(viewer.name),
                takes_good_rows = \(takesGoodRows), reconciliation = \(try StoredJSON.text(reconciliation)),
                counts = \(try StoredJSON.text(reconciliation.counts)), trace_until = \(traceUntil)
            where id = \(id)
            """)
    }

    static func noteUndo(_ id: ID<ImportBatch>, by viewer: Viewer, at now: Instant, _ tx: Transaction) throws {
        try tx.execute("delete from import_changes where batch_id = \(id)")
        try tx.execute(
            "update import_batches set state = 'undone', undone_at = \(now), undone_by = \(viewer.name) where id = \(id)"
        )
    }

    /// Removes a batch that was never committed. - Returns: the name of its file.
    static func remove(_ id: ID<ImportBatch>, _ tx: Transaction) throws {
        try tx.execute("delete from import_problems where batch_id = \(id)")
        let removed = try tx.execute(
            "delete from import_batches where id = \(id) and state in ('uploaded', 'checked')")
        if removed == 0 { throw ImportRefusal.alreadyCommitted }
    }
}

extension House {
    /// All files the rooms take in.
    package var imports: [any ImportKind] { rooms.flatMap(\.imports) }

    func importKind(_ code: String) -> (any ImportKind)? { imports.first { $0.code == code } }
}
