import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// A file on its way in: written to disk as it arrives.
struct ImportUpload {
    static let limit = 200 << 20

    let kind: String
    let fileName: String
    let content: Data
    private let received: ReceivedBody

    /// - Throws: ``ImportRefusal``; forbidden when the form does not bring back its token.
    init(_ request: Request, _ call: Call) async throws {
        guard let boundary = Multipart.boundary(of: request.headers[.contentType] ?? "") else {
            throw HTTPError(.unsupportedMediaType)
        }
        do {
            received = try await ReceivedBody(request.body, limit: Self.limit)
        } catch ReceivedBody.Problem.tooLarge {
            throw ImportRefusal.tooLarge
        }
        do {
            guard let parts = try? Multipart.parts(of: received.content(), boundary: boundary) else {
                throw HTTPError(.badRequest)
            }
            let text = { (name: String) in
                parts.first { $0.name == name }.map { String(decoding: $0.content.prefix(1_000), as: UTF8.self) }
            }
            if !call.context.isProgram {
                try FormGuard.check(request.headers[FormGuard.header] ?? text("token"), call.context)
            }
            kind = text("kind") ?? ""
            guard let part = parts.first(where: { $0.name == "file" }), !part.content.isEmpty,
                let name = part.fileName, !name.isEmpty
            else { throw ImportRefusal.noFile }
            fileName = Self.safe(name)
            content = part.content
        } catch {
            received.remove()
            throw error
        }
    }

    func remove() { received.remove() }

    /// The last path component without control characters; long names lose their middle.
    static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let visible = String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
                    default: true
                    }
                }))
        if visible.trimmingCharacters(in: .whitespaces).isEmpty { return "sheet" }
        return visible.count <= 120 ? visible : visible.prefix(90) + "…" + visible.suffix(20)
    }
}
