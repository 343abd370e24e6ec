import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup

/// Turns errors into pages in the visitor's language. Faults get a reference number; their details go to the log only.
struct ProblemPages: RouterMiddleware {
    typealias Context = TenureContext
    let logger: Logger

    func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return page(error.status, Self.words(error.status), request, context)
        } catch let refusal as any Refusal {
            return page(.unprocessableContent, refusal.explanation, request, context)
        } catch {
            let reference = String(UInt32.random(in: .min ... .max), radix: 16)
            logger.error("fault", metadata: ["reference": "\(reference)", "error": "\(type(of: error))"])
            let words = Phrase(
                zh: "程序出错，编号 \(reference)。请把编号告诉管理员。",
                en: "Something went wrong; reference \(reference). Tell your administrator this number.")
            return page(.internalServerError, words, request, context)
        }
    }

    private func page(
        _ status: HTTPResponse.Status, _ words: Phrase, _ request: Request, _ context: TenureContext
    ) -> Response {
        Layout.response(words, status: status, path: "/", context) {
            h1 { words }
            p { a(.href("/")) { Phrase(zh: "回到首页", en: "Back to the first page") } }
        }
    }

    private static func words(_ status: HTTPResponse.Status) -> Phrase {
        switch status {
        case .notFound: Phrase(zh: "没有这一页", en: "No such page")
        case .forbidden: Phrase(zh: "表单已过期，请返回重试", en: "This form has expired; go back and try again")
        case .contentTooLarge: Phrase(zh: "提交的内容太大", en: "What was sent is too large")
        default: Phrase(zh: "无法处理这个请求", en: "This request cannot be handled")
        }
    }
}
