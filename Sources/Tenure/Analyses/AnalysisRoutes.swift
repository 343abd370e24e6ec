import Analysis
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Shell

/// Upload a sheet, choose its outcome, follow the work, read and take the results, delete everything.
struct AnalysisRoutes: Sendable {
    let workspace: Workspace
    let queue: AnalysisQueue
    let uploadLimit = 200 << 20

    var all: [Route] {
        [
            .page(
                "/analyses", .needs(.analyse), Phrase(zh: "表格分析", en: "Analyses of spreadsheets"),
                query: [FormField("deleted", .flag, Phrase(zh: "刚刚删除了一份", en: "One was just deleted"))]
            ) { call in home(call, isDeleted: call.query["deleted"] != nil) },
            Route(
                .post, "/analyses", .needs(.analyse), Phrase(zh: "上传表格", en: "Upload a spreadsheet"),
                body: [
                    FormField(
                        "file", .text(), Phrase(zh: "文件（multipart/form-data）", en: "File (multipart/form-data)"),
                        isRequired: true)
                ], gives: .outcome, handle: upload),
            .button(
                "/samples/{name}", .needs(.analyse), Phrase(zh: "使用示例表格", en: "Use a sample sheet"), sample),
            Route(
                .get, "/analyses/{id}", .needs(.analyse), Phrase(zh: "一次分析", en: "One analysis"),
                gives: .page(AnalysisPage.self), handle: show),
            .page("/analyses/{id}/setup", .needs(.analyse), Phrase(zh: "分析设置", en: "Set-up of an analysis")) { call in
                try setup(try analysis(call))
            },
            Route(
                .get, "/analyses/{id}/standing", .needs(.analyse), Phrase(zh: "分析进度", en: "Progress of an analysis"),
                gives: .file("application/json"), handle: standing),
            Route(
                .post, "/analyses/{id}/request", .needs(.analyse), Phrase(zh: "开始分析", en: "Start an analysis"),
                body: SetupForm.fields, gives: .outcome, handle: start),
            Route(
                .get, "/analyses/{id}/files/{name}", .needs(.analyse), Phrase(zh: "分析结果文件", en: "A result file"),
                gives: .file("*/*"), handle: file),
            .button("/analyses/{id}/deletion", .needs(.analyse), Phrase(zh: "删除分析", en: "Delete an analysis"), delete),
        ]
    }

    // MARK: Handlers

    @Sendable func upload(_ request: Request, _ call: Call) async throws -> Response {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let received: ReceivedBody
        do {
            received = try await ReceivedBody(request.body, limit: uploadLimit)
        } catch ReceivedBody.Problem.tooLarge {
            return try refused(
                call, status: .contentTooLarge,
                Phrase(
                    zh: "文件超过 200 MB。请拆分后再上传，或在命令行使用 tenure analyze。",
                    en: "The file is larger than 200 MB. Split it, or use tenure analyze on the command line."))
        }
        defer { received.remove() }
        guard let parts = try? Multipart.parts(of: received.content(), boundary: boundary) else {
            throw HTTPError(.badRequest)
        }
        try FormGuard.check(
            parts.first { $0.name == "token" }.map { String(decoding: $0.content, as: UTF8.self) }, call.context)
        guard let part = parts.first(where: { $0.name == "file" }), let name = part.fileName, !name.isEmpty else {
            return try refused(call, Phrase(zh: "请先选择一个文件。", en: "Please choose a file first."))
        }
        do {
            let analysis = try workspace.store(part.content, fileName: name) { try SheetPreview(at: $0, sheet: nil) }
            return try call.response(Outcome("/analyses/\(analysis.id)"))
        } catch let refusal as any Refusal {
            return try refused(call, refusal.explanation)
        }
    }

    @Sendable func sample(_ call: Call) async throws -> Outcome {
        let (content, fileName): (Data, String)
        switch call.parameter("name") {
        case "staff": (content, fileName) = (SampleSheets.staff(), SampleSheets.staffFileName)
        case "customers": (content, fileName) = (SampleSheets.customers(), SampleSheets.customersFileName)
        default: throw HTTPError(.notFound)
        }
        let analysis = try workspace.store(content, fileName: fileName) { try SheetPreview(at: $0, sheet: nil) }
        return Outcome("/analyses/\(analysis.id)")
    }

    @Sendable func show(_ request: Request, _ call: Call) async throws -> Response {
        let analysis = try analysis(call)
        var page = AnalysisPage(
            id: analysis.id, fileName: analysis.fileName, state: AnalysisState(analysis.state))
        switch analysis.state {
        case .uploaded: page.setup = try setup(analysis)
        case .refused(let reason):
            page.setup = try setup(analysis, problem: reason)
            return try call.response(page, status: .unprocessableContent)
        case .requested: page.standing = await queue.standing(of: analysis.id) ?? .waiting
        case .finished:
            let body = workspace.path(.body(call.language), of: analysis)
            if let report = FileManager.default.contents(atPath: body) {
                page.files = Artifact.downloads
                if call.wantsJSON { return try call.json(page) }
                return Layout.response(page.heading(call.view), width: .page, call, stored: report) {
                    page.content(call.view)
                }
            }
            page.setup = try setup(
                analysis,
                problem: Phrase(
                    zh: "这次分析的结果文件已不在。请重新开始分析。",
                    en: "The results of this analysis are no longer on disk. Please start it again."))
        }
        return try call.response(page)
    }

    @Sendable func standing(_ request: Request, _ call: Call) async throws -> Response {
        struct Answer: Encodable {
            let isRunning: Bool
            /// From 0 to 1.
            let share: Double
            let step: String
        }
        let analysis = try analysis(call)
        let standing = await queue.standing(of: analysis.id)
        return try call.json(
            Answer(
                isRunning: analysis.state == .requested, share: standing?.share ?? 0,
                step: standing?.step[call.language] ?? ""))
    }

    @Sendable func start(_ request: Request, _ call: Call) async throws -> Response {
        let fields = try await call.fields(of: request)
        let analysis = try analysis(call)
        let preview = try workspace.preview(of: analysis)
        let here = Outcome("/analyses/\(analysis.id)")
        if let sheet = fields["sheet"], sheet != preview.sheet, preview.sheetNames.contains(sheet) {
            await queue.cancel(analysis.id)
            try workspace.update(analysis.id) { current in
                current.request = AnalysisRequest()
                current.request.sheet = sheet
                current.state = .uploaded
                return true
            }
            return try call.response(here)
        }
        let asked = SetupForm.request(from: fields, previous: analysis.request)
        guard asked.target != nil else {
            let problem = Phrase(zh: "请选择哪个取值表示“已离开”。", en: "Please choose which value means “has left”.")
            if call.wantsJSON { return try call.problems([FormProblem(field: "outcome", problem: problem)]) }
            return try call.response(try setup(analysis, outcomeProblem: problem), status: .unprocessableContent)
        }
        try workspace.update(analysis.id) { current in
            current.request = asked
            current.state = .requested
            current.run += 1
            return true
        }
        await queue.add(analysis.id)
        return try call.response(here)
    }

    @Sendable func file(_ request: Request, _ call: Call) async throws -> Response {
        let analysis = try analysis(call)
        guard analysis.state == .finished, let name = call.parameter("name"),
            let artifact = Artifact(download: name, in: call.language),
            FileManager.default.fileExists(atPath: workspace.path(artifact, of: analysis))
        else { throw HTTPError(.notFound) }
        let body = try await FileIO().loadFile(path: workspace.path(artifact, of: analysis), context: call.context)
        return Response(
            status: .ok,
            headers: [
                .contentType: artifact.mediaType,
                .contentDisposition: DownloadName(of: analysis.fileName, name).header,
            ], body: body)
    }

    @Sendable func delete(_ call: Call) async throws -> Outcome {
        let analysis = try analysis(call)
        await queue.cancel(analysis.id)
        try workspace.delete(analysis.id)
        return Outcome("/analyses?deleted=yes")
    }

    // MARK: Parts of handlers

    private func analysis(_ call: Call) throws -> StoredAnalysis {
        guard let found = call.parameter("id").flatMap(workspace.analysis) else { throw HTTPError(.notFound) }
        return found
    }

    private func home(_ call: Call, problem: Phrase? = nil, isDeleted: Bool = false) -> AnalysesPage {
        AnalysesPage(
            entries: workspace.all().map { .init($0, call.house) }, problem: problem, isDeleted: isDeleted)
    }

    /// The first page again, with the reason why an upload was not taken.
    private func refused(
        _ call: Call, status: HTTPResponse.Status = .unprocessableContent, _ problem: Phrase
    ) throws -> Response {
        if call.wantsJSON { return try call.problems([FormProblem(field: "file", problem: problem)]) }
        return try call.response(home(call, problem: problem), status: status)
    }

    private func setup(
        _ analysis: StoredAnalysis, problem: Phrase? = nil, outcomeProblem: Phrase? = nil
    ) throws -> SetupPage {
        SetupPage(
            id: analysis.id, fileName: analysis.fileName, preview: try workspace.preview(of: analysis),
            request: analysis.request, hasReport: analysis.state == .finished && problem == nil, problem: problem,
            outcomeProblem: outcomeProblem)
    }
}
