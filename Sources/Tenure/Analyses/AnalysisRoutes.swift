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

    /// - Note: the paths of results are files, not models: what the pages show is in `docs/analysis-json.md`.
    var all: [Route] {
        let page = Route.Gives.file("text/html")
        return [
            Route(
                .get, "/analyses", .needs(.analyse), Phrase(zh: "表格分析", en: "Analyses of spreadsheets"), gives: page,
                handle: home),
            Route(
                .post, "/analyses", .needs(.analyse), Phrase(zh: "上传表格", en: "Upload a spreadsheet"), gives: page,
                handle: upload),
            Route(
                .post, "/samples/{name}", .needs(.analyse), Phrase(zh: "使用示例表格", en: "Use a sample sheet"), gives: page,
                handle: sample),
            Route(
                .get, "/analyses/{id}", .needs(.analyse), Phrase(zh: "一次分析", en: "One analysis"), gives: page,
                handle: show),
            Route(
                .get, "/analyses/{id}/setup", .needs(.analyse), Phrase(zh: "分析设置", en: "Set-up of an analysis"),
                gives: page, handle: setup),
            Route(
                .get, "/analyses/{id}/standing", .needs(.analyse), Phrase(zh: "分析进度", en: "Progress of an analysis"),
                gives: .file("application/json"), handle: standing),
            Route(
                .post, "/analyses/{id}/request", .needs(.analyse), Phrase(zh: "开始分析", en: "Start an analysis"),
                gives: page, handle: start),
            Route(
                .get, "/analyses/{id}/files/{name}", .needs(.analyse), Phrase(zh: "分析结果文件", en: "A result file"),
                gives: .file("application/octet-stream"), handle: file),
            Route(
                .post, "/analyses/{id}/deletion", .needs(.analyse), Phrase(zh: "删除分析", en: "Delete an analysis"),
                gives: page, handle: delete),
        ]
    }

    // MARK: Handlers

    @Sendable func home(_ request: Request, _ call: Call) async throws -> Response {
        homePage(call, isDeleted: request.uri.queryParameters["deleted"] != nil)
    }

    @Sendable func upload(_ request: Request, _ call: Call) async throws -> Response {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        let received: ReceivedBody
        do {
            received = try await ReceivedBody(request.body, limit: uploadLimit)
        } catch ReceivedBody.Problem.tooLarge {
            return homePage(
                call, status: .contentTooLarge,
                problem: Phrase(
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
            return homePage(
                call, status: .unprocessableContent,
                problem: Phrase(zh: "请先选择一个文件。", en: "Please choose a file first."))
        }
        do {
            let analysis = try workspace.store(part.content, fileName: name) { try SheetPreview(at: $0, sheet: nil) }
            return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
        } catch let refusal as any Refusal {
            return homePage(call, status: .unprocessableContent, problem: refusal.explanation)
        }
    }

    @Sendable func sample(_ request: Request, _ call: Call) async throws -> Response {
        _ = try await call.fields(of: request)
        let (content, fileName): (Data, String)
        switch call.parameter("name") {
        case "staff": (content, fileName) = (SampleSheets.staff(), SampleSheets.staffFileName)
        case "customers": (content, fileName) = (SampleSheets.customers(), SampleSheets.customersFileName)
        default: throw HTTPError(.notFound)
        }
        let analysis = try workspace.store(content, fileName: fileName) { try SheetPreview(at: $0, sheet: nil) }
        return .redirect(to: "/analyses/\(analysis.id)", type: .normal)
    }

    @Sendable func show(_ request: Request, _ call: Call) async throws -> Response {
        let analysis = try analysis(call)
        switch analysis.state {
        case .uploaded: return try setupPage(analysis, call)
        case .refused(let reason):
            return try setupPage(analysis, call, status: .unprocessableContent, problem: reason)
        case .requested:
            let page = ProgressPage(
                id: analysis.id, fileName: analysis.fileName,
                standing: await queue.standing(of: analysis.id) ?? .waiting, formToken: call.formToken)
            return Layout.response(head(ProgressPage.title, analysis), width: .page, call) { page.content }
        case .finished:
            let body = workspace.path(.body(call.language), of: analysis)
            guard let report = FileManager.default.contents(atPath: body) else {
                return try setupPage(
                    analysis, call,
                    problem: Phrase(
                        zh: "这次分析的结果文件已不在。请重新开始分析。",
                        en: "The results of this analysis are no longer on disk. Please start it again."))
            }
            let page = ResultPage(id: analysis.id, fileName: analysis.fileName, formToken: call.formToken)
            return Layout.response(
                ResultPage.Head(fileName: analysis.fileName), width: .page, call, stored: report
            ) { page.content }
        }
    }

    @Sendable func setup(_ request: Request, _ call: Call) async throws -> Response {
        try setupPage(try analysis(call), call)
    }

    @Sendable func standing(_ request: Request, _ call: Call) async throws -> Response {
        struct Answer: Encodable {
            var isRunning: Bool
            /// From 0 to 1.
            var share: Double
            var step: String
        }
        let analysis = try analysis(call)
        let standing = await queue.standing(of: analysis.id)
        let answer = Answer(
            isRunning: analysis.state == .requested, share: standing?.share ?? 0,
            step: standing?.step[call.language] ?? "")
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer))))
    }

    @Sendable func start(_ request: Request, _ call: Call) async throws -> Response {
        let fields = try await call.fields(of: request)
        let analysis = try analysis(call)
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
                analysis, call, status: .unprocessableContent,
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

    @Sendable func delete(_ request: Request, _ call: Call) async throws -> Response {
        _ = try await call.fields(of: request)
        let analysis = try analysis(call)
        await queue.cancel(analysis.id)
        try workspace.delete(analysis.id)
        return .redirect(to: "/analyses?deleted=yes", type: .normal)
    }

    // MARK: Parts of handlers

    private func analysis(_ call: Call) throws -> StoredAnalysis {
        guard let found = call.parameter("id").flatMap(workspace.analysis) else { throw HTTPError(.notFound) }
        return found
    }

    /// The title with the sheet's name below it.
    private func head(_ title: Phrase, _ analysis: StoredAnalysis) -> PageHead {
        PageHead(title, note: Phrase(verbatim: analysis.fileName), breadcrumbs: HomePage.trail.steps)
    }

    private func homePage(
        _ call: Call, status: HTTPResponse.Status = .ok, problem: Phrase? = nil, isDeleted: Bool = false
    ) -> Response {
        let page = HomePage(
            entries: workspace.all(), problem: problem, isDeleted: isDeleted, formToken: call.formToken)
        return Layout.response(HomePage.title, status: status, call) { page.content }
    }

    private func setupPage(
        _ analysis: StoredAnalysis, _ call: Call, status: HTTPResponse.Status = .ok,
        problem: Phrase? = nil, outcomeProblem: Phrase? = nil
    ) throws -> Response {
        let page = SetupPage(
            id: analysis.id, fileName: analysis.fileName, preview: try workspace.preview(of: analysis),
            request: analysis.request, hasReport: analysis.state == .finished && problem == nil, problem: problem,
            outcomeProblem: outcomeProblem, formToken: call.formToken)
        return Layout.response(head(SetupPage.title, analysis), width: .page, status: status, call) {
            page.content
        }
    }
}
