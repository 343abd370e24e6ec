import Analysis
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Sheets

/// Upload a sheet, choose its outcome, follow the work, read and take the results, delete everything.
struct AnalysisRoutes: Sendable {
    let workspace: Workspace
    let queue: AnalysisQueue
    let uploadLimit = 200 << 20

    func add(to router: Router<TenureContext>) {
        router.get("/", use: home)
        router.post("/analyses", use: upload)
        router.post("/samples/{name}", use: sample)
        router.get("/analyses/{id}", use: show)
        router.get("/analyses/{id}/setup", use: setup)
        router.get("/analyses/{id}/standing", use: standing)
        router.post("/analyses/{id}/request", use: start)
        router.get("/analyses/{id}/files/{name}", use: file)
        router.post("/analyses/{id}/deletion", use: delete)
    }

    // MARK: Handlers

    @Sendable func home(_ request: Request, _ context: TenureContext) async throws -> Response {
        homePage(context, problem: nil)
    }

    @Sendable func upload(_ request: Request, _ context: TenureContext) async throws -> Response {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let received: ReceivedBody
        do {
            received = try await ReceivedBody(request.body, limit: uploadLimit)
        } catch ReceivedBody.Problem.tooLarge {
            return homePage(
                context, status: .contentTooLarge,
                problem: Phrase(
                    zh: "文件超过 200 MB。请拆分后再上传，或在命令行使用 tenure analyze。",
                    en: "The file is larger than 200 MB. Split it, or use tenure analyze on the command line."))
        }
        defer { received.remove() }
        guard let parts = try? Multipart.parts(of: received.content(), boundary: boundary) else {
            throw HTTPError(.badRequest)
        }
        try FormGuard.check(
            parts.first { $0.name == "token" }.map { String(decoding: $0.content, as: UTF8.self) }, context)
        guard let part = parts.first(where: { $0.name == "file" }), let name = part.fileName, !name.isEmpty else {
            return homePage(
                context, status: .unprocessableContent,
                problem: Phrase(zh: "请先选择一个文件。", en: "Please choose a file first."))
        }
        let analysis = try workspace.store(part.content, fileName: name)
        do {
            _ = try SheetPreview(at: workspace.path(.sheet, of: analysis), sheet: nil)
        } catch let refusal as any Refusal {
            try workspace.delete(analysis)
            return homePage(context, status: .unprocessableContent, problem: refusal.explanation)
        }
        return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
    }

    @Sendable func sample(_ request: Request, _ context: TenureContext) async throws -> Response {
        let fields = try await fields(of: request, context)
        _ = fields
        let analysis: StoredAnalysis
        switch context.parameters.get("name") {
        case "staff": analysis = try workspace.store(SampleSheets.staff(), fileName: SampleSheets.staffFileName)
        case "customers":
            analysis = try workspace.store(SampleSheets.customers(), fileName: SampleSheets.customersFileName)
        default: throw HTTPError(.notFound)
        }
        return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
    }

    @Sendable func show(_ request: Request, _ context: TenureContext) async throws -> Response {
        let analysis = try analysis(context)
        switch analysis.state {
        case .uploaded: return try setupPage(analysis, context, problem: nil)
        case .refused(let reason):
            return try setupPage(analysis, context, status: .unprocessableContent, problem: reason)
        case .requested:
            let standing = await queue.standing(of: analysis.id)
            let page = ProgressPage(
                id: analysis.id, fileName: analysis.fileName,
                standing: standing ?? .init(share: 0, step: Phrase(zh: "排队中", en: "Waiting")),
                formToken: context.formToken)
            return Layout.response(ProgressPage.title, path: request.uri.path, context) { page.content }
        case .finished:
            let bytes = try Data(contentsOf: URL(fileURLWithPath: workspace.path(.document, of: analysis)))
            let page = ResultPage(
                id: analysis.id, fileName: analysis.fileName, document: try DocumentJSON.decode(bytes),
                formToken: context.formToken)
            return Layout.response(ResultPage.title(analysis.fileName), path: request.uri.path, context) {
                page.content
            }
        }
    }

    @Sendable func setup(_ request: Request, _ context: TenureContext) async throws -> Response {
        try setupPage(try analysis(context), context, problem: nil)
    }

    @Sendable func standing(_ request: Request, _ context: TenureContext) async throws -> Response {
        struct Answer: Encodable {
            var isRunning: Bool
            var percent: Int
            var step: String
        }
        let analysis = try analysis(context)
        let standing = await queue.standing(of: analysis.id)
        let answer = Answer(
            isRunning: analysis.state == .requested, percent: Int((standing?.share ?? 0) * 100),
            step: standing?.step[context.language] ?? "")
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer))))
    }

    @Sendable func start(_ request: Request, _ context: TenureContext) async throws -> Response {
        let fields = try await fields(of: request, context)
        var analysis = try analysis(context)
        if let sheet = fields["sheet"], let before = analysis.request.sheet ?? firstSheet(of: analysis), sheet != before
        {
            analysis.request = AnalysisRequest()
            analysis.request.sheet = sheet
            analysis.state = .uploaded
            try workspace.save(analysis)
            return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
        }
        analysis.request = SetupForm.request(from: fields, previous: analysis.request)
        guard analysis.request.target != nil else {
            return try setupPage(
                analysis, context, status: .unprocessableContent,
                problem: Phrase(zh: "请选择哪个取值表示“已离开”。", en: "Please choose which value means “has left”."))
        }
        analysis.state = .requested
        try workspace.save(analysis)
        await queue.add(analysis.id)
        return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
    }

    @Sendable func file(_ request: Request, _ context: TenureContext) async throws -> Response {
        let analysis = try analysis(context)
        guard analysis.state == .finished, let name = context.parameters.get("name"),
            let artifact = Workspace.Artifact(rawValue: name), artifact != .sheet
        else { throw HTTPError(.notFound) }
        let types: [Workspace.Artifact: String] = [
            .list: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            .report: "text/html; charset=utf-8", .predictions: "text/csv; charset=utf-8",
        ]
        let body = try await FileIO().loadFile(path: workspace.path(artifact, of: analysis), context: context)
        return Response(
            status: .ok,
            headers: [
                .contentType: types[artifact] ?? "application/json",
                .contentDisposition: "attachment; filename=\"\(artifact.rawValue)\"",
            ], body: body)
    }

    @Sendable func delete(_ request: Request, _ context: TenureContext) async throws -> Response {
        _ = try await fields(of: request, context)
        let analysis = try analysis(context)
        await queue.cancel(analysis.id)
        try workspace.delete(analysis)
        return .redirect(to: "/", type: .normal)
    }

    // MARK: Parts of handlers

    private func analysis(_ context: TenureContext) throws -> StoredAnalysis {
        guard let found = context.parameters.get("id").flatMap(workspace.analysis) else { throw HTTPError(.notFound) }
        return found
    }

    private func fields(of request: Request, _ context: TenureContext) async throws -> FormFields {
        let body = try await request.body.collect(upTo: 1 << 20)
        let fields = FormFields(urlEncoded: String(buffer: body))
        try FormGuard.check(fields["token"], context)
        return fields
    }

    private func firstSheet(of analysis: StoredAnalysis) -> String? {
        (try? SheetReader.sheetNames(at: workspace.path(.sheet, of: analysis)))?.first
    }

    private func homePage(_ context: TenureContext, status: HTTPResponse.Status = .ok, problem: Phrase?) -> Response {
        let entries = workspace.all().map { analysis in
            HomePage.Entry(
                id: analysis.id, fileName: analysis.fileName,
                uploadedAt: analysis.uploadedAt.formatted(.iso8601.year().month().day().dateSeparator(.dash)),
                state: analysis.state.words, isFinished: analysis.state == .finished)
        }
        let page = HomePage(entries: entries, problem: problem, formToken: context.formToken)
        return Layout.response(HomePage.title, status: status, path: "/", context) { page.content }
    }

    private func setupPage(
        _ analysis: StoredAnalysis, _ context: TenureContext, status: HTTPResponse.Status = .ok, problem: Phrase?
    ) throws -> Response {
        let preview = try SheetPreview(at: workspace.path(.sheet, of: analysis), sheet: analysis.request.sheet)
        let page = SetupPage(
            id: analysis.id, fileName: analysis.fileName, preview: preview, request: analysis.request, problem: problem,
            formToken: context.formToken)
        return Layout.response(SetupPage.title, status: status, path: "/analyses/\(analysis.id)", context) {
            page.content
        }
    }
}

extension StoredAnalysis.State {
    var words: Phrase {
        switch self {
        case .uploaded: Phrase(zh: "待选择结果列", en: "Outcome not chosen yet")
        case .requested: Phrase(zh: "分析中", en: "Running")
        case .finished: Phrase(zh: "已完成", en: "Finished")
        case .refused: Phrase(zh: "未能完成", en: "Could not be done")
        }
    }
}
