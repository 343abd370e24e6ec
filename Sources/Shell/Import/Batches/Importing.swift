import Foundation
import Kernel
import SQL

/// Takes files in: from pages, from the API and from the command line alike.
package enum Importing {
    /// Reads and checks a file and, unless it is a dry run or has problems, commits it.
    /// - Parameters:
    ///   - kind: `staff`, …
    ///   - takesGoodRows: rows with problems are left out instead of refusing the file.
    ///   - choices: what is not to be guessed.
    /// - Throws: ``ImportRefusal``, ``ImportChoiceRefusal``, `SheetRefusal`.
    package static func run(
        file: String, kind code: String, house: House, viewer: Viewer, dryRun: Bool, takesGoodRows: Bool = false,
        options: FormFields = FormFields(), choices: ImportChoices = ImportChoices(),
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> (report: CheckReport, reconciliation: Reconciliation?, batch: ID<ImportBatch>?) {
        guard let kind = house.importKind(code), viewer.can(kind.needs) else {
            throw ImportRefusal.unknownKind(code, known: house.imports.filter { viewer.can($0.needs) }.map(\.code))
        }
        let outline = try await Offside.run { try choices.outline(at: file, for: kind) }
        if dryRun {
            let context = ImportContext(house: house, viewer: viewer, options: options, progress: progress)
            let reading = try await read(file, kind, outline.mapping, context)
            return (try await report(reading, kind, context), nil, nil)
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let content = try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
        let batch = try await add(content, fileName: name, kind: kind, house: house, viewer: viewer)
        try await house.database.write { tx in
            try ImportStore.map(batch, outline.mapping, options: Self.kept(options, of: kind), tx)
        }
        let report = try await check(batch, house: house, viewer: viewer, progress: { progress($0 / 2) })
        guard takesGoodRows ? report.counts != nil : report.problemCount == 0 else { return (report, nil, batch) }
        let reconciliation = try await commit(
            batch, takesGoodRows: takesGoodRows, house: house, viewer: viewer, progress: { progress(0.5 + $0 / 2) })
        return (report, reconciliation, batch)
    }

    /// Writes the file again as a spreadsheet with every problem marked at its cell.
    package static func mark(
        _ problems: [ImportProblem], of file: String, kind code: String, choices: ImportChoices = ImportChoices(),
        house: House, to target: String, in language: Language
    ) async throws {
        guard let kind = house.importKind(code) else {
            throw ImportRefusal.unknownKind(code, known: house.imports.map(\.code))
        }
        try await Offside.run {
            let mapping = try choices.outline(at: file, for: kind).mapping
            try MarkedSheet.write(file, as: target, mapping: mapping, problems: problems, in: language)
        }
    }

    /// Keeps an uploaded file with a guess at its mapping, when the scanner lets it in.
    static func add(
        _ content: Data, fileName: String, kind: any ImportKind, house: House, viewer: Viewer, from address: String = ""
    ) async throws -> ID<ImportBatch> {
        try await house.admit(content, named: fileName)
        let files = try ImportFiles(house)
        let (stored, mapping) = try await Offside.run {
            let stored = try files.store(content, house.world)
            do {
                return (stored, try SheetOutline(at: files.path(stored.name), for: kind).mapping)
            } catch {
                files.remove(stored.name)
                throw error
            }
        }
        let now = house.now
        do {
            return try await house.database.write { tx in
                let id = try ImportStore.add(kind.code, fileName: fileName, stored, mapping, viewer, at: now, tx)
                try record(.importUploaded, id, viewer, address, house, tx)
                return id
            }
        } catch {
            files.remove(stored.name)
            throw error
        }
    }

    /// The dry run: every problem, and what committing would do.
    @discardableResult
    static func check(
        _ id: ID<ImportBatch>, house: House, viewer: Viewer, progress: @escaping @Sendable (Double) -> Void
    ) async throws -> CheckReport {
        let (batch, kind, path) = try await open(id, house, viewer)
        let context = ImportContext(
            house: house, viewer: viewer, batch: id, options: batch.optionFields, progress: progress)
        let reading = try await read(path, kind, batch.mapping, context)
        let report = try await report(reading, kind, context)
        progress(0.95)
        try await house.database.write { tx in try ImportStore.noteCheck(id, report, at: context.now, tx) }
        return report
    }

    /// Checks once more and writes, all in one transaction.
    static func commit(
        _ id: ID<ImportBatch>, takesGoodRows: Bool, house: House, viewer: Viewer, from address: String = "",
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Reconciliation {
        let (batch, kind, path) = try await open(id, house, viewer)
        guard batch.state == .checked else {
            throw batch.state == .uploaded ? ImportRefusal.notChecked : .alreadyCommitted
        }
        let context = ImportContext(
            house: house, viewer: viewer, batch: id, options: batch.optionFields,
            progress: { progress(0.3 + 0.7 * $0) })
        let reading = try await read(path, kind, batch.mapping, context)
        progress(0.3)
        return try await house.database.write { tx in
            // Someone else may have been faster.
            guard try ImportStore.batch(id, viewer, house, tx).state == .checked else {
                throw ImportRefusal.alreadyCommitted
            }
            let reconciliation = try write(kind, reading, takesGoodRows: takesGoodRows, context, tx)
            try ImportStore.noteCommit(
                id, reconciliation, takesGoodRows: takesGoodRows, by: viewer, at: context.now,
                traceUntil: context.now.adding(milliseconds: Int64(house.setting(.importDays)) * 86_400_000), tx)
            try record(.importCommitted, id, viewer, address, house, tx)
            return reconciliation
        }
    }

    /// Takes a committed batch back, if nothing stands on it.
    package static func undo(
        _ id: ID<ImportBatch>, house: House, viewer: Viewer, from address: String = ""
    ) async throws {
        let now = house.now
        try await house.database.write { tx in
            let batch = try ImportStore.batch(id, viewer, house, tx)
            guard let kind = house.importKind(batch.kind) else { throw Missing() }
            guard batch.state == .committed else { throw ImportRefusal.notCommitted }
            guard let until = batch.traceUntil, until > now else { throw ImportRefusal.traceGone }
            var undo = BatchUndo(id, kind, tx)
            try undo.run()
            try kind.settle(
                ImportContext(
                    house: house, viewer: viewer, batch: id, options: batch.optionFields, isUndoing: true), tx)
            try ImportStore.noteUndo(id, by: viewer, at: now, tx)
            try record(.importUndone, id, viewer, address, house, tx)
        }
    }

    /// Removes a batch that was never committed, and its file.
    static func remove(
        _ id: ID<ImportBatch>, house: House, viewer: Viewer, from address: String
    ) async throws {
        let stored = try await house.database.write { tx in
            let batch = try ImportStore.batch(id, viewer, house, tx)
            try ImportStore.remove(id, tx)
            try record(.importDeleted, id, viewer, address, house, tx)
            return batch.storedAs
        }
        if let stored { try ImportFiles(house).remove(stored) }
    }

    /// Deletes files and traces whose time is over.
    package static func sweep(_ house: House) async throws {
        let (now, files) = (house.now, try ImportFiles(house))
        let limit = now.adding(milliseconds: -Int64(house.setting(.importDays)) * 86_400_000)
        let known = try await house.database.write { tx in
            // The file itself is a stray from then on.
            try tx.execute(
                "update import_batches set stored_as = null where uploaded_at < \(limit) and stored_as is not null")
            try tx.execute(
                """
                delete from import_changes where batch_id in
                    (select id from import_batches where state = 'committed' and trace_until < \(now))
                """)
            try tx.execute(
                """
                delete from import_problems where batch_id in
                    (select id from import_batches where uploaded_at < \(limit))
                """)
            return try tx.rows("select stored_as from import_batches where stored_as is not null") { row in
                try row.value() as String
            }
        }
        // A file is written before its batch is noted; a day is more than that takes.
        for name in files.strays(known: Set(known), before: now.adding(milliseconds: -86_400_000).date) {
            files.remove(name)
        }
    }

    private static func record(
        _ action: AuditAction, _ id: ID<ImportBatch>, _ viewer: Viewer, _ address: String, _ house: House,
        _ tx: Transaction
    ) throws {
        try Audit.record(
            AuditEntry(action, of: AuditRecord(.importBatch, id)), by: viewer, from: address, house, in: tx)
    }

    // MARK: Steps

    private static func open(
        _ id: ID<ImportBatch>, _ house: House, _ viewer: Viewer
    ) async throws -> (StoredBatch, any ImportKind, String) {
        let batch = try await house.database.read { tx in try ImportStore.batch(id, viewer, house, tx) }
        guard let kind = house.importKind(batch.kind), viewer.can(kind.needs) else { throw Missing() }
        let files = try ImportFiles(house)
        guard let name = batch.storedAs, files.has(name) else { throw ImportRefusal.fileGone }
        return (batch, kind, files.path(name))
    }

    private static func read(
        _ path: String, _ kind: any ImportKind, _ mapping: ImportMapping, _ context: ImportContext
    ) async throws -> ImportReading {
        try await Offside.run {
            try ImportReader(kind: kind, mapping: mapping, today: context.today).read(at: path) { share in
                context.progress(share * 0.6)
            }
        }
    }

    private static func report(
        _ reading: ImportReading, _ kind: any ImportKind, _ context: ImportContext
    ) async throws -> CheckReport {
        try await context.house.database.read { tx in try checked(kind, reading, context, tx).report }
    }

    private static func checked<Kind: ImportKind>(
        _ kind: Kind, _ reading: ImportReading, _ context: ImportContext, _ tx: Transaction
    ) throws -> (plan: (any ImportPlan)?, report: CheckReport) {
        try RowCheck(kind: kind, context: context, tx: tx).run(reading)
    }

    private static func write<Kind: ImportKind>(
        _ kind: Kind, _ reading: ImportReading, takesGoodRows: Bool, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let (plan, report) = try RowCheck(kind: kind, context: context, tx: tx).run(reading)
        guard let plan, takesGoodRows || report.problemCount == 0 else {
            throw ImportRefusal.problems(rows: report.refusedRows, problems: report.problemCount)
        }
        let writer = BatchWriter(tx, batch: context.batch)
        var reconciliation = try kind.commit(plan, writer, context, tx)
        try writer.finish()
        try kind.settle(context, tx)
        reconciliation.lines.insert(
            .init(
                Phrase(zh: "文件中的行数", en: "Rows in the file"), file: .count(report.rowCount),
                after: .count(report.rowCount - report.refusedRows)), at: 0)
        return reconciliation
    }

    /// Of what was sent, the options the kind knows.
    static func kept(_ fields: FormFields, of kind: any ImportKind) -> [String: [String]] {
        Dictionary(kind.options.map { ($0.name, fields.all($0.name)) }) { first, _ in first }.filter {
            !$0.value.isEmpty
        }
    }
}
