import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore

/// Puts a page's content into the frame: menu, search, account; into the bare one before sign-in.
package enum Layout {
    static func response<Model: PageModel>(
        _ model: Model, status: HTTPResponse.Status = .ok, _ call: Call
    ) -> Response {
        if let model = model as? any BarePage { return bare(model, status: status, call) }
        let view = call.view
        return response(model.heading(view), width: Model.width, status: status, call) { model.content(view) }
    }

    private static func bare(_ model: any BarePage, status: HTTPResponse.Status, _ call: Call) -> Response {
        let page = BareFrame(product: product, language: languages(call), assets: assets).page(
            model.title, note: model.note, flash: call.context.flash.map { Flash(Phrase(verbatim: $0)) }
        ) { model.content(call.view) }
        return answer(page.bytes(in: call.language), status, call)
    }

    /// A page that is not a model: a report kept as finished markup.
    package static func response(
        _ title: Phrase, trail: [Crumb] = [], status: HTTPResponse.Status = .ok, _ call: Call,
        stored: Data? = nil, @HTMLBuilder content: () -> HTML
    ) -> Response {
        response(
            PageHead(title, breadcrumbs: trail.steps), width: .page, status: status, call, stored: stored,
            content: content)
    }

    /// With a heading of the page's own making.
    package static func response(
        _ heading: any Heading, width: AppFrame.Width, status: HTTPResponse.Status = .ok, _ call: Call,
        stored: Data? = nil, @HTMLBuilder content: () -> HTML
    ) -> Response {
        let page: Page
        if let viewer = call.context.viewer {
            page = frame(viewer, call).page(
                heading, current: section(of: call.path), width: width,
                flash: call.context.flash.map { Flash(Phrase(verbatim: $0)) }, content: content)
        } else {
            page = BareFrame(product: product, language: languages(call), assets: assets).page(
                heading.title, content: content)
        }
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

    private static let product = Phrase(zh: "留任", en: "Tenure")
    private static let assets = Page.Assets.linked(styles: ["/assets/tenure.css"], scripts: ["/assets/tenure.js"])

    private static func frame(_ viewer: Viewer, _ call: Call) -> AppFrame {
        AppFrame(
            product: product, menu: call.house.menu(for: viewer),
            search: AppFrame.SearchBox("/search", text: call.path == "/search" ? call.query["q"] ?? "" : ""),
            inbox: AppFrame.Inbox("/inbox", count: call.context.waiting ?? 0), language: languages(call),
            account: AccountMenu(
                name: viewer.name,
                entries: [.link(Phrase(zh: "我的账号", en: "My account"), "/account")],
                signOut: AccountMenu.signingOut("/sign-out", hidden: [HiddenField("token", call.formToken)])),
            isMenuFolded: call.context.isMenuFolded, assets: assets)
    }

    /// The menu entry a page belongs to: the first word of its address.
    private static func section(of path: String) -> String {
        "/" + (path.split(separator: "/").first ?? "")
    }

    private static func languages(_ call: Call) -> LanguageSwitch {
        let target = { (language: Language) in
            var query = call.query
            query.set("lang", language.rawValue)
            return URLText(call.path + "?" + query.urlEncoded)
        }
        return LanguageSwitch(zh: target(.zh), en: target(.en))
    }

    private static func filled(_ body: [UInt8], with stored: Data, _ language: Language) -> [UInt8] {
        var data = Data(body)
        if let place = data.range(of: Data(slot.bytes(in: language))) { data.replaceSubrange(place, with: stored) }
        return Array(data)
    }
}

extension Call {
    package var view: PageView {
        PageView(
            viewer: context.viewer, language: language, today: today, path: path, query: query,
            formToken: context.formToken)
    }
}
