import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import SQL

/// Turns errors into answers in the visitor's language, as pages or as JSON. Faults get a reference number; their
/// details go to the log only.
enum ProblemPages {
    static func response(to error: any Error, _ call: Call) -> Response {
        switch error {
        case is Missing: answer(.notFound, words(.notFound), call)
        case let elsewhere as Elsewhere:
            call.wantsJSON
                ? answer(.unauthorized, words(.unauthorized), call) : .redirect(to: elsewhere.path, type: .normal)
        case let error as HTTPError: answer(error.status, words(error.status), call)
        case let problem as FormProblem: answer(.unprocessableContent, problem.problem, call)
        case let refusal as any Refusal: answer(.unprocessableContent, refusal.explanation, call)
        default: fault(error, call)
        }
    }

    private static func fault(_ error: any Error, _ call: Call) -> Response {
        let reference = Hexadecimal.text(of: call.house.world.randomBytes(4))
        // The name of the error only: its text could hold what someone typed.
        let kind = (error as? SQLFault).map { "SQLFault \($0)" } ?? "\(type(of: error))"
        call.house.logger.error("fault", metadata: ["reference": "\(reference)", "error": "\(kind)"])
        if let fault = error as? SQLFault, let words = storageWords(fault) {
            return answer(.serviceUnavailable, words, call)
        }
        let words = Phrase(
            zh: "程序出错，编号 \(reference)。请把编号告诉管理员。",
            en: "Something went wrong; reference \(reference). Tell your administrator this number.")
        return answer(.internalServerError, words, call)
    }

    /// What the person at the page can do about the database.
    private static func storageWords(_ fault: SQLFault) -> Phrase? {
        switch fault {
        case .full:
            Phrase(
                zh: "服务器磁盘已满，本次修改没有保存。请通知管理员清理磁盘后重试。",
                en:
                    "The server's disk is full; this change was not saved. Ask your administrator to free space, then try again."
            )
        case .readOnly:
            Phrase(
                zh: "数据库当前为只读，本次修改没有保存。请通知管理员。",
                en: "The database is read-only; this change was not saved. Tell your administrator.")
        case .unavailable, .busy, .conflict:
            Phrase(
                zh: "数据库暂时无法使用，请稍后重试。",
                en: "The database is not available at the moment. Please try again shortly.")
        default: nil
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ words: Phrase, _ call: Call) -> Response {
        if call.wantsJSON {
            struct Answer: Encodable {
                let status: Int
                let message: Phrase
            }
            if let response = try? call.json(Answer(status: status.code, message: words), status: status) {
                return response
            }
        }
        return Layout.response(words, status: status, call) {
            p { a(.href("/")) { Phrase(zh: "回到首页", en: "Back to the first page") } }
        }
    }

    private static func words(_ status: HTTPResponse.Status) -> Phrase {
        switch status {
        case .notFound: Phrase(zh: "没有这一页", en: "No such page")
        case .forbidden: Phrase(zh: "表单已过期，请返回重试", en: "This form has expired; go back and try again")
        case .contentTooLarge: Phrase(zh: "提交的内容太大", en: "What was sent is too large")
        case .tooManyRequests: Phrase(zh: "尝试次数过多，请稍后再试", en: "Too many attempts; try again later")
        case .unauthorized: Phrase(zh: "请先登录", en: "Please sign in first")
        default: Phrase(zh: "无法处理这个请求", en: "This request cannot be handled")
        }
    }
}
