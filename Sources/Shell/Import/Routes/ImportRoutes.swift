import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import SQL
import Sheets

/// Upload, columns, check, commit, reconciliation, undo; the same for people and for programs.
struct ImportRoutes: Sendable {
    let desk: ImportDesk

    private static let pageLength = 50
    private static let problemsShown = 100

    var all: [Route] { browsing + changing }

    private var browsing: [Route] {
        [
            .page(
                "/imports", .needs(.importData), Phrase(zh: "导入批次", en: "Import batches"),
                query: [FormField("before", .record, Phrase(zh: "从此批次之前", en: "Before this batch"))], list),
            .page(
                "/imports/new", .needs(.importData), Phrase(zh: "导入文件", en: "Import a file"),
                query: [FormField("kind", .text(), Phrase(zh: "内容", en: "Kind"))]
            ) { call in NewImportPage(call.house, try call.viewer, chosen: call.query["kind"]) },
            .page(
                "/imports/{id}", .needs(.importData), Phrase(zh: "一个导入批次", en: "One batch")
            ) { call in try await batchPage(call, FormState()) },
            .page(
                "/imports/{id}/mapping", .needs(.importData), Phrase(zh: "对应列", en: "Columns of a batch")
            ) { call in try await mappingPage(call, FormState()) },
            .page(
                "/imports/{id}/check", .needs(.importData), Phrase(zh: "检查结果", en: "What the check found"),
                query: [FormField("after", .integer(0...100_000_000), Phrase(zh: "从此问题之后", en: "After this problem"))]
            ) { call in try await checkPage(call, FormState()) },
            .page(
                "/imports/{id}/undoing", .needs(.importData), Phrase(zh: "撤销导入", en: "Undo a batch")
            ) { call in try await undoPage(call, FormState()) },
            Route(
                .get, "/imports/{id}/standing", .needs(.importData), Phrase(zh: "处理进度", en: "Progress of a batch"),
                gives: .file("application/json"), handle: standing),
            Route(
                .get, "/imports/{id}/files/marked", .needs(.importData),
                Phrase(zh: "标注了问题的表格", en: "The sheet with its problems marked"),
                gives: .file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), handle: marked),
        ]
    }

    private var changing: [Route] {
        [
            Route(
                .post, "/imports", .needs(.importData), Phrase(zh: "上传文件", en: "Upload a file"),
                body: [
                    FormField("kind", .text(), Phrase(zh: "内容", en: "Kind"), isRequired: true),
                    FormField(
                        "file", .text(), Phrase(zh: "文件（multipart/form-data）", en: "File (multipart/form-data)"),
                        isRequired: true),
                ], gives: .outcome, handle: upload),
            .action(
                "/imports/{id}/mapping", .needs(.importData), Phrase(zh: "指定列", en: "Choose the columns"),
                form: MappingForm.self, again: mappingPage, map),
            .action(
                "/imports/{id}/check", .needs(.importData), Phrase(zh: "检查文件", en: "Check a file"),
                form: DecisionForm.self, again: checkPage
            ) { call, _ in try await startCheck(try call.id(of: ImportBatch.self), call) },
            .action(
                "/imports/{id}/commit", .needs(.importData), Phrase(zh: "导入", en: "Commit a batch"),
                form: CommitForm.self, again: checkPage, commit),
            .action(
                "/imports/{id}/undoing", .needs(.importData), Phrase(zh: "撤销导入", en: "Undo a batch"),
                form: DecisionForm.self, again: undoPage
            ) { call, _ in
                let (id, viewer) = (try call.id(of: ImportBatch.self), try call.viewer)
                try await Importing.undo(id, house: call.house, viewer: viewer, from: call.context.address)
                return Outcome("/imports/\(id)", Phrase(zh: "已撤销。", en: "Undone."))
            },
            .action(
                "/imports/{id}/deletion", .needs(.importData), Phrase(zh: "删除批次和文件", en: "Delete a batch and its file"),
                form: DecisionForm.self, again: mappingPage
            ) { call, _ in
                let (id, viewer) = (try call.id(of: ImportBatch.self), try call.viewer)
                if desk.standing(of: id)?.isRunning == true { throw ImportRefusal.busy }
                try await Importing.remove(id, house: call.house, viewer: viewer, from: call.context.address)
                desk.forget(id)
                return Outcome("/imports", Phrase(zh: "已删除。", en: "Deleted."))
            },
        ]
    }

    // MARK: Pages

    @Sendable private func list(_ call: Call) async throws -> ImportsPage {
        let (viewer, house) = (try call.viewer, call.house)
        let before = call.query["before"].flatMap { Int64($0) }
        let batches = try await call.read { tx in
            try ImportStore.batches(before: before, limit: Self.pageLength + 1, viewer, house, tx)
        }
        let shown = batches.prefix(Self.pageLength)
        return ImportsPage(
            batches: shown.map { BatchHead($0, house) }, next: batches.count > shown.count ? shown.last?.id : nil,
            isFirst: before == nil)
    }

    @Sendable private func batchPage(_ call: Call, _ state: FormState) async throws -> BatchPage {
        let id = try call.id(of: ImportBatch.self)
        await desk.settle(id)
        let batch = try await batch(id, call)
        return BatchPage(batch, BatchWork(desk.standing(of: id)), call.house, state)
    }

    @Sendable private func undoPage(_ call: Call, _ state: FormState) async throws -> UndoPage {
        let batch = try await batch(try call.id(), call)
        return UndoPage(batch: BatchHead(batch, call.house), reconciliation: batch.reconciliation, state: state)
    }

    @Sendable private func mappingPage(_ call: Call, _ state: FormState) async throws -> MappingPage {
        let batch = try await batch(try call.id(), call)
        let (kind, outline) = try await outline(batch, batch.mapping, call.house)
        return MappingPage(batch, kind, outline, FileSight(batch, kind, try call.viewer), call.house, state)
    }

    @Sendable private func checkPage(_ call: Call, _ state: FormState) async throws -> CheckPage {
        let (id, viewer, house) = (try call.id(of: ImportBatch.self), try call.viewer, call.house)
        await desk.settle(id)
        let after = call.query["after"].flatMap { Int($0) } ?? 0
        let (batch, problems, twin) = try await call.read { tx in
            let batch = try ImportStore.batch(id, viewer, house, tx)
            return (
                batch, try ImportStore.problems(of: id, after: after, limit: Self.problemsShown + 1, tx),
                try ImportStore.twin(of: batch, viewer, house, tx)
            )
        }
        guard let kind = house.importKind(batch.kind) else { throw Missing() }
        let sight = FileSight(batch, kind, viewer)
        let shown = problems.prefix(Self.problemsShown)
        return CheckPage(
            batch: BatchHead(batch, house), work: BatchWork(desk.standing(of: id)), refusedRows: batch.refusedRows,
            problemCount: batch.problemCount, noteCount: batch.noteCount, problems: shown.map(sight.shown),
            next: problems.count > shown.count ? after + shown.count : nil, isFirst: after == 0, twin: twin,
            state: state)
    }

    // MARK: Changes

    @Sendable private func upload(_ request: Request, _ call: Call) async throws -> Response {
        let viewer = try call.viewer
        var chosen: String?
        do {
            let upload = try await ImportUpload(request, call)
            defer { upload.remove() }
            chosen = upload.kind
            guard let kind = call.house.importKind(upload.kind), viewer.can(kind.needs) else {
                throw ImportRefusal.unknownKind(
                    upload.kind, known: call.house.imports.filter { viewer.can($0.needs) }.map(\.code))
            }
            try await Importing.sweep(call.house)
            let id = try await Importing.add(
                upload.content, fileName: upload.fileName, kind: kind, house: call.house, viewer: viewer,
                from: call.context.address)
            return try call.response(Outcome("/imports/\(id)/mapping"))
        } catch let refusal as any Refusal {
            if call.wantsJSON { return try call.problems([FormProblem(field: "file", problem: refusal.explanation)]) }
            let page = NewImportPage(call.house, viewer, chosen: chosen, problem: refusal.explanation)
            return try call.response(page, status: .unprocessableContent)
        }
    }

    @Sendable private func map(_ call: Call, _ form: MappingForm) async throws -> Outcome {
        let batch = try await batch(try call.id(), call)
        let id = batch.id
        if desk.standing(of: id)?.isRunning == true { throw ImportRefusal.busy }
        guard let kind = call.house.importKind(batch.kind) else { throw Missing() }
        guard FileSight(batch, kind, try call.viewer).isWhole else { throw ImportRefusal.hiddenColumns }
        var mapping = batch.mapping
        let isOther = form.isOther(than: mapping)
        if isOther {
            if let sheet = form.sheet { mapping.sheet = sheet }
            if form.raw.all("encoding").isEmpty == false || form.isReread { mapping.encoding = form.encoding }
            // Another sheet has its header elsewhere.
            mapping.headerRow = form.sheet != nil && form.sheet != batch.mapping.sheet ? 0 : form.headerRow ?? 0
            mapping.headerRows = form.headerRows ?? 1
            mapping = try await outline(batch, mapping, call.house).1.mapping
        } else if let columns = try form.columns(of: kind, width: mapping.headings.count) {
            mapping.columns = columns
        }
        let (kept, options) = (mapping, Importing.kept(form.raw, of: kind))
        try await call.write { tx in try ImportStore.map(id, kept, options: options, tx) }
        desk.forget(id)
        return isOther ? Outcome("/imports/\(id)/mapping") : try await startCheck(id, call)
    }

    private func startCheck(_ id: ID<ImportBatch>, _ call: Call) async throws -> Outcome {
        let (house, viewer) = (call.house, try call.viewer)
        _ = try await batch(id, call)
        try desk.start(id, ImportWords.checking, house) { progress in
            try await Importing.check(id, house: house, viewer: viewer, progress: progress)
        }
        return Outcome("/imports/\(id)/check")
    }

    @Sendable private func commit(_ call: Call, _ form: CommitForm) async throws -> Outcome {
        let (house, viewer, address) = (call.house, try call.viewer, call.context.address)
        let batch = try await batch(try call.id(), call)
        let takesGoodRows = form.rows == .good
        switch batch.state {
        case .uploaded: throw ImportRefusal.notChecked
        case .committed, .undone: throw ImportRefusal.alreadyCommitted
        case .checked: break
        }
        if batch.problemCount > 0, !takesGoodRows || batch.counts == nil {
            throw ImportRefusal.problems(rows: batch.refusedRows, problems: batch.problemCount)
        }
        try desk.start(batch.id, ImportWords.committing, house) { progress in
            _ = try await Importing.commit(
                batch.id, takesGoodRows: takesGoodRows, house: house, viewer: viewer, from: address, progress: progress)
        }
        return Outcome("/imports/\(batch.id)")
    }

    // MARK: Files

    @Sendable private func standing(_ request: Request, _ call: Call) async throws -> Response {
        struct Answer: Encodable {
            var isRunning: Bool
            /// From 0 to 1.
            var share: Double
            var step: String
        }
        let batch = try await batch(try call.id(), call)
        let standing = desk.standing(of: batch.id)
        return try call.json(
            Answer(
                isRunning: standing?.isRunning ?? false, share: standing?.share ?? 1,
                step: standing?.step[call.language] ?? ""))
    }

    @Sendable private func marked(_ request: Request, _ call: Call) async throws -> Response {
        let batch = try await batch(try call.id(), call)
        guard let kind = call.house.importKind(batch.kind) else { throw Missing() }
        let sight = FileSight(batch, kind, try call.viewer)
        let files = try ImportFiles(call.house)
        guard let stored = batch.storedAs, files.has(stored) else { throw ImportRefusal.fileGone }
        let problems = try await call.read { tx in
            try ImportStore.problems(of: batch.id, after: 0, limit: 10_000_000, tx)
        }
        let (file, language) = (TemporaryFile(), call.language)
        try await Offside.run {
            try MarkedSheet.write(
                files.path(stored), as: file.path, mapping: batch.mapping, problems: problems, sight: sight,
                in: language)
        }
        let ending = language == .zh ? "标注.xlsx" : "marked.xlsx"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: DownloadName(of: batch.fileName, ending).header,
            ], body: try file.body())
    }

    // MARK: Parts

    private func batch(_ id: ID<ImportBatch>, _ call: Call) async throws -> StoredBatch {
        let (viewer, house) = (try call.viewer, call.house)
        return try await call.read { tx in try ImportStore.batch(id, viewer, house, tx) }
    }

    private func outline(
        _ batch: StoredBatch, _ mapping: ImportMapping, _ house: House
    ) async throws -> (any ImportKind, SheetOutline) {
        guard let kind = house.importKind(batch.kind) else { throw Missing() }
        let files = try ImportFiles(house)
        guard let name = batch.storedAs, files.has(name) else { throw ImportRefusal.fileGone }
        return (kind, try await Offside.run { try SheetOutline(at: files.path(name), for: kind, wanted: mapping) })
    }
}
