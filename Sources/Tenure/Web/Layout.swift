import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore

/// Puts a page's content between the product's header and footer.
enum Layout {
    /// Where a page's `stored` part goes. Words of users cannot hold it, for they are escaped.
    static let slot = HTML.trusted("<!--stored-->")

    /// - Parameter stored: finished markup in the visitor's language, put in place of ``slot``.
    static func response(
        _ title: Phrase, status: HTTPResponse.Status = .ok, path: String, _ context: TenureContext,
        stored: Data? = nil, @HTMLBuilder content: () -> HTML
    ) -> Response {
        let page = Page(
            title: title, assets: .linked(styles: ["/assets/tenure.css"], scripts: ["/assets/tenure.js"]),
            header: header(path: path, context.language), footer: footer, content: content)
        var body = Data(page.bytes(in: context.language))
        if let stored, let place = body.range(of: Data(slot.bytes(in: context.language))) {
            body.replaceSubrange(place, with: stored)
        }
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: context.language == .zh ? "zh-CN" : "en",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private static func header(path: String, _ language: Language) -> HTML {
        let other: Language = language == .zh ? .en : .zh
        return HTML {
            a(.class("brand"), .href("/")) { Phrase(zh: "留任 Tenure", en: "Tenure") }
            nav(.aria("label", Phrase(zh: "语言", en: "Language"))) {
                a(.href(URLText("\(path)?lang=\(other.rawValue)")), .lang(other)) { other == .zh ? "中文" : "English" }
            }
        }
    }

    private static let footer = HTML {
        p {
            Phrase(
                zh: "文件只保存在这台机器上，不会发送到任何地方；随时可以删除。",
                en: "Files stay on this machine and are sent nowhere; you can delete them at any time.")
        }
    }
}
