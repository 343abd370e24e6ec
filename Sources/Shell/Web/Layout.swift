import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore

/// Puts a page's content into the frame: menu, search, account.
package enum Layout {
    static func response(
        _ model: some PageModel, status: HTTPResponse.Status = .ok, _ call: Call
    ) -> Response {
        if let model = model as? any BarePage { return bare(model, status: status, call) }
        return response(model.title, trail: model.trail, status: status, call) { model.content(call.view) }
    }

    private static func bare(_ model: any BarePage, status: HTTPResponse.Status, _ call: Call) -> Response {
        let frame = BareFrame(
            product: Phrase(zh: "留任", en: "Tenure"), language: languages(call),
            assets: .linked(styles: ["/assets/tenure.css"], scripts: ["/assets/tenure.js"]))
        let flash = call.context.flash.map { Flash(Phrase(verbatim: $0)) }
        let page = frame.page(model.title, note: model.note, flash: flash) { model.content(call.view) }
        return answer(page.bytes(in: call.language), status, call)
    }

    private static func languages(_ call: Call) -> LanguageSwitch {
        func target(_ language: Language) -> URLText {
            var query = call.query
            query.set("lang", language.rawValue)
            return URLText(call.path + "?" + query.urlEncoded)
        }
        return LanguageSwitch(zh: target(.zh), en: target(.en))
    }

    /// A page that is not a model: reports kept as finished markup.
    package static func response(
        _ title: Phrase, trail: [Crumb] = [], status: HTTPResponse.Status = .ok, _ call: Call,
        stored: Data? = nil, @HTMLBuilder content: () -> HTML
    ) -> Response {
        let page = Page(
            title: title, assets: .linked(styles: ["/assets/tenure.css"], scripts: ["/assets/tenure.js"]),
            header: header(call), content: content)
        var body = page.bytes(in: call.language)
        if let stored { body = filled(body, with: stored, call.language) }
        return answer(body, status, call)
    }

    private static func answer(_ body: [UInt8], _ status: HTTPResponse.Status, _ call: Call) -> Response {
        var response = Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentLanguage: call.language == .zh ? "zh-CN" : "en",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        if call.context.flash != nil { response.setCookie(FlashCookie.gone) }
        return response
    }

    /// Where a page's `stored` part goes. Words of users cannot hold it, for they are escaped.
    package static let slot = HTML.trusted("<!--stored-->")

    private static func filled(_ body: [UInt8], with stored: Data, _ language: Language) -> [UInt8] {
        var data = Data(body)
        if let place = data.range(of: Data(slot.bytes(in: language))) { data.replaceSubrange(place, with: stored) }
        return Array(data)
    }

    private static func header(_ call: Call) -> HTML {
        let other: Language = call.language == .zh ? .en : .zh
        var query = call.query
        query.set("lang", other.rawValue)
        return HTML {
            a(.class("brand"), .href("/")) { Phrase(zh: "留任 Tenure", en: "Tenure") }
            nav(.aria("label", Phrase(zh: "语言", en: "Language"))) {
                a(.href(URLText(call.path + "?" + query.urlEncoded)), .lang(other)) {
                    other == .zh ? "中文" : "English"
                }
            }
        }
    }
}

extension Call {
    var view: PageView {
        PageView(
            viewer: context.viewer, language: language, today: today, path: path, query: query,
            formToken: context.formToken)
    }
}
