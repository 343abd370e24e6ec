import HTTPTypes
import Hummingbird

/// Whether the answer should be a page or JSON.
enum WantedForm {
    /// Set by ``JSONSuffix`` when the address ended in `.json`.
    static let suffixHeader = HTTPField.Name("X-Tenure-Json")!

    static func isJSON(_ request: Request) -> Bool {
        if request.headers[suffixHeader] != nil { return true }
        let accept = request.headers[.accept] ?? ""
        // Programs that bring a token want data unless they ask for a page.
        if request.headers[.authorization]?.hasPrefix("Bearer ") == true { return !accept.contains("text/html") }
        return accept.contains("application/json") && !accept.contains("text/html")
    }
}

/// Answers `/people.json` like `/people` asked for as JSON. Stands before the router.
package struct JSONSuffix<Inner: HTTPResponder>: HTTPResponder where Inner.Context == TenureContext {
    package typealias Context = TenureContext
    let inner: Inner

    package init(_ inner: Inner) {
        self.inner = inner
    }

    package func respond(to request: Request, context: TenureContext) async throws -> Response {
        var head = request.head
        head.headerFields[WantedForm.suffixHeader] = nil
        let path = request.uri.path
        if path.hasSuffix(".json"), !path.contains("/files/") {
            head.headerFields[WantedForm.suffixHeader] = "1"
            head.path = String(path.dropLast(5)) + (request.uri.query.map { "?" + $0 } ?? "")
        }
        let request = Request(head: head, body: request.body)
        return try await inner.respond(to: request, context: context)
    }
}
