import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// A file that came with a form.
package struct UploadedFile: Sendable {
    /// The last part of its name, without what no file name should hold.
    package let name: String
    package let content: Data
}

/// A file that goes to the visitor.
package struct FileAnswer: Sendable {
    package let name: String
    package let content: Data
    package let mediaType: String

    /// - Parameter name: as the browser shall keep it.
    package init(name: String, content: Data, mediaType: String = "application/octet-stream") {
        self.name = name
        self.content = content
        self.mediaType = mediaType
    }
}

extension Route {
    /// A form with one file under the name `file`, as `multipart/form-data`.
    /// - Parameters:
    ///   - limit: the most bytes the file may have.
    ///   - again: the page that shows the form with what was typed and what is wrong with it.
    package static func upload<Draft: Form, Again: PageModel>(
        _ path: String, _ access: Access, _ summary: Phrase, form: Draft.Type, limit: Int,
        again: @escaping @Sendable (Call, FormState) async throws -> Again,
        _ act: @escaping @Sendable (Call, Draft, UploadedFile) async throws -> Outcome
    ) -> Route {
        let file = FormField("file", .text(), FileWords.field, isRequired: true)
        return Route(.post, path, access, summary, body: Draft.fields + [file], gives: .outcome) { request, call in
            let (fields, file) = try await Self.received(request, call, limit: limit)
            var input = FormInput(fields, Draft.fields)
            let draft = Draft(&input)
            switch file {
            case .file(let file):
                if input.problems.isEmpty {
                    do {
                        try await call.house.admit(file.content, named: file.name)
                        return try call.response(try await act(call, draft, file))
                    } catch let problem as FormProblem {
                        input.refuse(problem.field, problem.problem)
                    } catch let refusal as any Refusal {
                        input.refuse("file", refusal.explanation)
                    }
                }
            case .none: input.refuse("file", FileWords.none)
            case .tooLarge: input.refuse("file", FileWords.tooLarge(limit))
            }
            if call.wantsJSON { return try call.problems(input.problems) }
            return try call.response(try await again(call, FormState(input)), status: .unprocessableContent)
        }
    }

    /// Bytes to keep. They are never shown inside the site: whatever is in them, it runs nowhere.
    package static func download(
        _ path: String, _ access: Access, _ summary: Phrase,
        _ load: @escaping @Sendable (Call) async throws -> FileAnswer
    ) -> Route {
        Route(.get, path, access, summary, gives: .file("*/*")) { _, call in
            let file = try await load(call)
            return Response(
                status: .ok,
                headers: [
                    .contentType: file.mediaType,
                    .contentDisposition: DownloadName(whole: file.name, plain: "file").header,
                    .cacheControl: "private, no-store",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.content)))
        }
    }

    private enum Arrived {
        case file(UploadedFile)
        case none
        case tooLarge
    }

    /// A picture inside a page. Only what begins like an image of the web is one; everything else is not there.
    package static func picture(
        _ path: String, _ access: Access, _ summary: Phrase,
        _ load: @escaping @Sendable (Call) async throws -> Data
    ) -> Route {
        Route(.get, path, access, summary, gives: .file("image/*")) { _, call in
            let content = try await load(call)
            guard let image = ImageKind(of: content) else { throw Missing() }
            return Response(
                status: .ok,
                headers: [
                    .contentType: image.mediaType, .contentDisposition: "inline",
                    .cacheControl: "private, max-age=3600",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
        }
    }

    /// The fields and the file of a body. A body without a file is taken as the fields alone, so that it is answered
    /// with what is missing.
    private static func received(
        _ request: Request, _ call: Call, limit: Int
    ) async throws -> (FormFields, Arrived) {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType] ?? "") else {
            return (try await call.fields(of: request), .none)
        }
        let body: ReceivedBody
        do { body = try await ReceivedBody(request.body, limit: limit) } catch ReceivedBody.Problem.tooLarge {
            // What came first may not be whole: the token cannot be looked for, and nothing is done.
            return (FormFields(), .tooLarge)
        }
        defer { body.remove() }
        guard let parts = try? Multipart.parts(of: body.content(), boundary: boundary) else {
            throw HTTPError(.badRequest)
        }
        var fields = FormFields()
        for part in parts where part.fileName == nil {
            fields.add(part.name, String(decoding: part.content.prefix(10_000), as: UTF8.self))
        }
        if !call.context.isProgram {
            try FormGuard.check(request.headers[FormGuard.header] ?? fields["token"], call.context)
        }
        guard let part = parts.first(where: { $0.name == "file" && $0.fileName?.isEmpty == false }),
            !part.content.isEmpty
        else { return (fields, .none) }
        if part.content.count > limit { return (fields, .tooLarge) }
        // The body's file goes away; the bytes must not.
        return (
            fields,
            .file(UploadedFile(name: ImportUpload.safe(part.fileName ?? ""), content: Data(Array(part.content))))
        )
    }
}

private enum FileWords {
    static let field = Phrase(zh: "文件（multipart/form-data）", en: "File (multipart/form-data)")
    static let none = Phrase(zh: "请先选择一个文件。", en: "Choose a file first.")

    static func tooLarge(_ limit: Int) -> Phrase {
        let size = limit >> 20
        return Phrase(zh: "文件超过 \(size) MB。请压缩后再上传。", en: "The file is larger than \(size) MB. Make it smaller.")
    }
}
