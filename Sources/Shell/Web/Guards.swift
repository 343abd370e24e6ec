import HTTPTypes
import Hummingbird

/// Refuses requests that reach the local server under a foreign name (a web page elsewhere pointing its own name at us).
package struct HostGuard: RouterMiddleware {
    package typealias Context = TenureContext
    package let names: Set<String>

    package func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        // Answered here, without a page: nothing of ours is shown under a foreign name.
        guard isOurs(request.head.authority ?? "") else { return Response(status: .misdirectedRequest) }
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

    private static let fixed: [(HTTPField.Name, String)] = [
        (HTTPField.Name("Referrer-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
        (HTTPField.Name("Permissions-Policy")!, "camera=(), geolocation=(), microphone=()"),
    ]

    package func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.fixed { response.headers[name] = value }
        if context.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

package enum FormGuard {
    /// Where programs in a page put the token instead of a field.
    static let header = HTTPField.Name("X-Form-Token")!

    /// A form must bring back the token its visitor was given: that of the session, or before signing in that of the
    /// cookie.
    package static func check(_ token: String?, _ context: TenureContext) throws {
        if let proof = context.formProof {
            do throws(SignatureRefusal) { try proof.check(token ?? "") } catch { throw HTTPError(.forbidden) }
            return
        }
        guard let token, !token.isEmpty, ConstantTime.equal(Array(token.utf8), Array(context.formToken.utf8)) else {
            throw HTTPError(.forbidden)
        }
    }
}
