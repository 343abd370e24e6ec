import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// Finds the visitor's language and form token, and remembers both in cookies.
struct Visitor: RouterMiddleware {
    typealias Context = TenureContext

    static let languageCookie = "tenure_language"
    static let formCookie = "tenure_form"

    func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let asked = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        let remembered = request.cookies[Self.languageCookie].flatMap { Language(rawValue: $0.value) }
        context.language = asked ?? remembered ?? Self.preferred(request.headers[.acceptLanguage])
        let token = request.cookies[Self.formCookie]?.value
        context.formToken = token.flatMap { $0.utf8.count == Self.tokenLength ? $0 : nil } ?? Self.newToken()

        context.isMenuFolded = request.cookies["menu"]?.value == "folded"
        context.flash = FlashCookie.word(in: request)

        var response = try await next(request, context)
        if let asked, asked != remembered {
            response.setCookie(
                Cookie(name: Self.languageCookie, value: asked.rawValue, maxAge: 31_536_000, path: "/", sameSite: .lax))
        }
        if token != context.formToken {
            response.setCookie(
                Cookie(name: Self.formCookie, value: context.formToken, path: "/", httpOnly: true, sameSite: .strict))
        }
        return response
    }

    /// The first of our languages in an Accept-Language header; Chinese when none is named.
    static func preferred(_ header: String?) -> Language {
        for entry in (header ?? "").split(separator: ",") {
            let tag = entry.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
            if let language = Language(rawValue: String(tag.prefix(2))) { return language }
        }
        return .zh
    }

    private static let tokenLength = 43

    private static func newToken() -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
