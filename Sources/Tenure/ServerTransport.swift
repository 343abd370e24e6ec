import Hummingbird
import Shell

/// Says of every request whether it came by our own TLS; a proxy in front may say otherwise later.
struct Transport<Inner: HTTPResponder>: HTTPResponder where Inner.Context == TenureContext {
    typealias Context = TenureContext
    private let inner: Inner
    private let isSecure: Bool

    init(_ inner: Inner, isSecure: Bool) {
        (self.inner, self.isSecure) = (inner, isSecure)
    }

    func respond(to request: Request, context: TenureContext) async throws -> Response {
        var context = context
        context.isSecure = isSecure
        return try await inner.respond(to: request, context: context)
    }
}
