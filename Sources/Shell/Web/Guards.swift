import HTTPTypes
import Hummingbird

/// Refuses requests that reach the local server under a foreign name (a web page elsewhere pointing its own name at us).
package struct HostGuard: RouterMiddleware {
    package typealias Context = TenureContext
    package let names: Set<String>

    package func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        guard isOurs(request.head.authority ?? "") else { throw HTTPError(.misdirectedRequest) }
        return try await next(request, context)
    }

    /// - Parameter authority: a host name or address, with or without a port.
    package func isOurs(_ authority: String) -> Bool {
        let name = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return names.contains(name.lowercased())
    }
}

/// Headers that keep pages to themselves: own styles and scripts only, no framing, no guessing of types, no caching of people's data.
package struct SecurityHeaders: RouterMiddleware {
    package typealias Context = TenureContext

    package static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    package func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[HTTPField.Name("Referrer-Policy")!] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

package enum FormGuard {
    /// Where programs in a page put the token instead of a field.
    static let header = HTTPField.Name("X-Form-Token")!

    /// A form must bring back the token its visitor was given; compared without a timing hint.
    package static func check(_ token: String?, _ context: TenureContext) throws {
        let given = Array((token ?? "").utf8)
        let expected = Array(context.formToken.utf8)
        var difference = UInt8(given.count == expected.count ? 0 : 1)
        for (one, other) in zip(given, expected) { difference |= one ^ other }
        guard difference == 0 else { throw HTTPError(.forbidden) }
    }
}
