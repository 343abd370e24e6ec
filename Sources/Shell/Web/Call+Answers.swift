import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore

extension Call {
    package func response<Model: PageModel>(_ model: Model, status: HTTPResponse.Status = .ok) throws -> Response {
        if wantsJSON { return try json(model, status: status) }
        return Layout.response(model, status: status, self)
    }

    package func response(_ outcome: Outcome) throws -> Response {
        if wantsJSON {
            struct Answer: Encodable {
                let location: String
                let message: Phrase?
            }
            var response = try json(Answer(location: outcome.path, message: outcome.word))
            for cookie in outcome.cookies { response.setCookie(cookie) }
            return response
        }
        var response = Response.redirect(to: outcome.path, type: .normal)
        for cookie in outcome.cookies { response.setCookie(cookie) }
        if let word = outcome.word { response.setCookie(FlashCookie.made(of: word[language])) }
        return response
    }

    package func problems(_ problems: [FormProblem]) throws -> Response {
        struct Answer: Encodable {
            let problems: [FormProblem]
        }
        return try json(Answer(problems: problems), status: .unprocessableContent)
    }

    package func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try Self.encode(value))))
    }

    private static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        // Sorted, so that equal answers are equal byte for byte.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// The fields of a body: a form's, or a JSON object of texts, numbers, flags and lists of them.
    /// - Throws: forbidden when a form does not bring back its token.
    package func fields(of request: Request) async throws -> FormFields {
        let body = try await request.body.collect(upTo: 1 << 20)
        let type = request.headers[.contentType] ?? ""
        let fields =
            type.hasPrefix("application/json")
            ? try FormFields(json: Data(body.readableBytesView)) : FormFields(urlEncoded: String(buffer: body))
        // A foreign site cannot set this header, nor send JSON here without being asked first.
        let token = request.headers[FormGuard.header] ?? fields["token"]
        if !context.isProgram { try FormGuard.check(token, context) }
        return fields
    }
}
