import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// Finds the visitor's language and form token, and remembers both in cookies.
struct Visitor: RouterMiddleware {
    typealias Context = TenureContext

    static let languageCookie = "tenure_language"
    static let formCookie = "tenure_form"

    /// The company's language, for browsers that name none.
    var usual: @Sendable () -> Language = { .zh }

    func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let asked = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
        let remembered = request.cookie(Self.languageCookie).flatMap { Language(rawValue: $0) }
        context.language = asked ?? remembered ?? Self.preferred(request.headers[.acceptLanguage], else: usual())
        context.isLanguageChosen = asked != nil || remembered != nil
        context.agent = request.headers[.userAgent] ?? ""
        let token = request.cookie(Self.formCookie)
        context.formToken = token.flatMap { Token(text: $0)?.text } ?? Token().text

        context.isMenuFolded = request.cookie("menu") == "folded"
        context.flash = FlashCookie.word(in: request)

        var response = try await next(request, context)
        if let asked, asked != remembered {
            response.setCookie(Self.cookie(for: asked))
        }
        if token != context.formToken {
            response.setCookie(
                Cookie(
                    name: Self.formCookie, value: context.formToken, path: "/", secure: context.isSecure,
                    httpOnly: true, sameSite: .strict))
        }
        return response
    }

    static func cookie(for language: Language) -> Cookie {
        Cookie(name: languageCookie, value: language.rawValue, maxAge: 31_536_000, path: "/", sameSite: .lax)
    }

    /// The first of our languages in an Accept-Language header; the usual one when none is named.
    static func preferred(_ header: String?, else usual: Language = .zh) -> Language {
        for entry in (header ?? "").split(separator: ",") {
            let tag = entry.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
            if let language = Language(rawValue: String(tag.prefix(2))) { return language }
        }
        return usual
    }
}
