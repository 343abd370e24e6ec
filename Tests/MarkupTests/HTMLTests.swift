import Kernel
import Testing

@testable import Markup

@Suite struct HTMLTests {
    @Test func `control flow and every kind of expression`() {
        let note: String? = nil
        let html = div(.class("card", "wide"), .id("x")) {
            h2 { Phrase(zh: "标题", en: "Title") }
            if note == nil { p { "a" } } else { p { "b" } }
            for number in 1...2 { span { "\(number)" } }
            note
            [b { "x" }, b { "y" }]
            br()
        }
        let rest = "<p>a</p><span>1</span><span>2</span><b>x</b><b>y</b><br></div>"
        #expect(html.string(in: .zh) == "<div class=\"card wide\" id=\"x\"><h2>标题</h2>" + rest)
        #expect(html.string(in: .en) == "<div class=\"card wide\" id=\"x\"><h2>Title</h2>" + rest)
    }

    @Test func `an attribute that does not hold is not written`() {
        let html = input(.type("checkbox"), .checked(false), .required(), .class("bad").when(false), .min(nil))
        #expect(html.string(in: .en) == "<input type=\"checkbox\" required=\"\">")
    }

    @Test func `a piece can differ by language`() {
        let html = HTML.perLanguage { language in language == .zh ? HTML("两") : HTML("two") }
        #expect(html.string(in: .zh) == "两")
        #expect(html.string(in: .en) == "two")
        #expect(!html.isEmpty)
        #expect(HTML { if false { "x" } }.isEmpty)
    }

    @Test func `a page names its language and its landmarks`() {
        let page = Page(title: Phrase(zh: "<名>", en: "Name"), assets: .linked(styles: ["/a.css"], scripts: ["/a.js"])) {
            h1 { "x" }
        }
        let text = String(decoding: page.bytes(in: .zh), as: UTF8.self)
        #expect(text.hasPrefix("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"))
        #expect(text.contains("<title>&lt;名&gt;</title><link rel=\"stylesheet\" href=\"/a.css\">"))
        #expect(text.contains("<main id=\"content\" tabindex=\"-1\"><h1>x</h1></main>"))
    }
}
