import Analysis
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore

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
        homePage(context, isDeleted: request.uri.queryParameters["deleted"] != nil)
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
        do {
            let analysis = try workspace.store(part.content, fileName: name) { try SheetPreview(at: $0, sheet: nil) }
            return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
        } catch let refusal as any Refusal {
            return homePage(context, status: .unprocessableContent, problem: refusal.explanation)
        }
    }

    @Sendable func sample(_ request: Request, _ context: TenureContext) async throws -> Response {
        _ = try await fields(of: request, context)
        let (content, fileName): (Data, String)
        switch context.parameters.get("name") {
        case "staff": (content, fileName) = (SampleSheets.staff(), SampleSheets.staffFileName)
        case "customers": (content, fileName) = (SampleSheets.customers(), SampleSheets.customersFileName)
        default: throw HTTPError(.notFound)
        }
        let analysis = try workspace.store(content, fileName: fileName) { try SheetPreview(at: $0, sheet: nil) }
        return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
    }

    @Sendable func show(_ request: Request, _ context: TenureContext) async throws -> Response {
        let analysis = try analysis(context)
        switch analysis.state {
        case .uploaded: return try setupPage(analysis, context)
        case .refused(let reason):
            return try setupPage(analysis, context, status: .unprocessableContent, problem: reason)
        case .requested:
            let page = ProgressPage(
                id: analysis.id, fileName: analysis.fileName,
                standing: await queue.standing(of: analysis.id) ?? .waiting, formToken: context.formToken)
            return Layout.response(ProgressPage.title, path: request.uri.path, context) { page.content }
        case .finished:
            let body = workspace.path(.body(context.language), of: analysis)
            guard let report = FileManager.default.contents(atPath: body) else {
                return try setupPage(
                    analysis, context,
                    problem: Phrase(
                        zh: "这次分析的结果文件已不在。请重新开始分析。",
                        en: "The results of this analysis are no longer on disk. Please start it again."))
            }
            let page = ResultPage(id: analysis.id, fileName: analysis.fileName, formToken: context.formToken)
            return Layout.response(
                ResultPage.title(analysis.fileName), path: request.uri.path, context, stored: report
            ) { page.content }
        }
    }

    @Sendable func setup(_ request: Request, _ context: TenureContext) async throws -> Response {
        try setupPage(try analysis(context), context)
    }

    @Sendable func standing(_ request: Request, _ context: TenureContext) async throws -> Response {
        struct Answer: Encodable {
            var isRunning: Bool
            /// From 0 to 1.
            var share: Double
            var step: String
        }
        let analysis = try analysis(context)
        let standing = await queue.standing(of: analysis.id)
        let answer = Answer(
            isRunning: analysis.state == .requested, share: standing?.share ?? 0,
            step: standing?.step[context.language] ?? "")
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer))))
    }

    @Sendable func start(_ request: Request, _ context: TenureContext) async throws -> Response {
        let fields = try await fields(of: request, context)
        let analysis = try analysis(context)
        let preview = try workspace.preview(of: analysis)
        let here = Response.redirect(to: "/analyses/\(analysis.id)", type: .normal)
        if let sheet = fields["sheet"], sheet != preview.sheet, preview.sheetNames.contains(sheet) {
            await queue.cancel(analysis.id)
            try workspace.update(analysis.id) { current in
                current.request = AnalysisRequest()
                current.request.sheet = sheet
                current.state = .uploaded
                return true
            }
            return here
        }
        let asked = SetupForm.request(from: fields, previous: analysis.request)
        guard asked.target != nil else {
            return try setupPage(
                analysis, context, status: .unprocessableContent,
                outcomeProblem: Phrase(
                    zh: "请选择哪个取值表示“已离开”。", en: "Please choose which value means “has left”."))
        }
        try workspace.update(analysis.id) { current in
            current.request = asked
            current.state = .requested
            current.run += 1
            return true
        }
        await queue.add(analysis.id)
        return here
    }

    @Sendable func file(_ request: Request, _ context: TenureContext) async throws -> Response {
        let analysis = try analysis(context)
        guard analysis.state == .finished, let name = context.parameters.get("name"),
            let artifact = Artifact(download: name, in: context.language),
            FileManager.default.fileExists(atPath: workspace.path(artifact, of: analysis))
        else { throw HTTPError(.notFound) }
        let body = try await FileIO().loadFile(path: workspace.path(artifact, of: analysis), context: context)
        return Response(
            status: .ok,
            headers: [
                .contentType: artifact.mediaType,
                .contentDisposition: DownloadName(of: analysis.fileName, name).header,
            ], body: body)
    }

    @Sendable func delete(_ request: Request, _ context: TenureContext) async throws -> Response {
        _ = try await fields(of: request, context)
        let analysis = try analysis(context)
        await queue.cancel(analysis.id)
        try workspace.delete(analysis.id)
        return .redirect(to: "/?deleted=yes", type: .normal)
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

    private func homePage(
        _ context: TenureContext, status: HTTPResponse.Status = .ok, problem: Phrase? = nil, isDeleted: Bool = false
    ) -> Response {
        let page = HomePage(
            entries: workspace.all(), problem: problem, isDeleted: isDeleted, formToken: context.formToken)
        return Layout.response(HomePage.title, status: status, path: "/", context) { page.content }
    }

    private func setupPage(
        _ analysis: StoredAnalysis, _ context: TenureContext, status: HTTPResponse.Status = .ok,
        problem: Phrase? = nil, outcomeProblem: Phrase? = nil
    ) throws -> Response {
        let page = SetupPage(
            id: analysis.id, fileName: analysis.fileName, preview: try workspace.preview(of: analysis),
            request: analysis.request, hasReport: analysis.state == .finished && problem == nil, problem: problem,
            outcomeProblem: outcomeProblem, formToken: context.formToken)
        return Layout.response(SetupPage.title, status: status, path: "/analyses/\(analysis.id)/setup", context) {
            page.content
        }
    }
}
