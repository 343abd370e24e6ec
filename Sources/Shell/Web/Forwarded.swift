import HTTPTypes
import Hummingbird

/// Believes what the proxy in front says of the visitor: the address it saw, and whether it was reached by TLS.
///
/// Only the last address counts, the one our own proxy added: what stands before it is the visitor's own word.
struct Forwarded: RouterMiddleware {
    typealias Context = TenureContext

    private static let address = HTTPField.Name("X-Forwarded-For")!
    private static let scheme = HTTPField.Name("X-Forwarded-Proto")!

    func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let last = request.headers[Self.address]?.split(separator: ",").last {
            context.address = String(last.drop { $0 == " " }.prefix(64))
        }
        context.isSecure = request.headers[Self.scheme] == "https"
        return try await next(request, context)
    }
}
