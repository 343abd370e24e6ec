import Kernel
import Testing

@testable import Markup

/// Attack strings after the OWASP XSS filter evasion cheat sheet and the HTML standard's tokenizer.
@Suite struct EscapingTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("' onmouseover='alert(1)", "&#39; onmouseover=&#39;alert(1)"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("]]><!--", "]]&gt;&lt;!--"),
        ("a\u{0}b\u{8}c\u{1F}d\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("张三 & 李四 <研发> 👩‍💻", "张三 &amp; 李四 &lt;研发&gt; 👩‍💻"),
        ("a\u{202E}b\u{2066}c\u{2069}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("“张三”—\u{2029}\u{202F}…", "“张三”—\u{2029}\u{202F}…"),
        ("", ""),
    ])
    func `text and attribute values mean themselves`(source: String, escaped: String) {
        #expect(p(.data("name", source)) { source }.string(in: .zh) == "<p data-name=\"\(escaped)\">\(escaped)</p>")
    }

    @Test(arguments: [
        "https://example.com/a?b=c:d", "http://example.com", "HTTPS://EXAMPLE.COM", "mailto:hr@example.com",
        "/people/7",
        "people?from=10:30", "#reason-3", "?page=2", "../a", "", "/路径/张三", "./a:b", "jav&#x61;script:x",
    ])
    func `links that stay`(target: String) {
        #expect(URLText(target).text == target)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "java\rscript:alert(1)", "\u{1}javascript:alert(1)", "javascript\u{0}:alert(1)",
        "javascript :alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,<svg onload=alert(1)>", "file:///etc/passwd", "//evil.example", "/\\evil.example",
        "\\\\evil.example", "blob:https://example.com/1", "filesystem:x", "about:blank", "ws://x", "a:b",

        "https\u{7F}://x", "feed:javascript:alert(1)", "view-source:javascript:alert(1)", ":", "javascript：\tx",
    ])
    func `links that are replaced`(target: String) {
        #expect(URLText(target) == .harmless)
        #expect(a(.href(URLText(target))).string(in: .en) == "<a href=\"#\"></a>")
    }

    @Test func `pictures may be PNG or SVG data and nothing else`() {
        #expect(URLText(picture: "data:image/png;base64,iVBORw0=").text == "data:image/png;base64,iVBORw0=")
        #expect(URLText(picture: "data:image/svg+xml;base64,PHN2Zz4=").text.hasPrefix("data:image/svg+xml"))
        #expect(URLText(picture: "/logo.svg").text == "/logo.svg")
        #expect(URLText(picture: "data:image/png;base64,\"><script>") == .harmless)
        #expect(URLText(picture: "data:text/html;base64,PHN2Zz4=") == .harmless)
        #expect(URLText(picture: "data:image/svg+xml,<svg/>") == .harmless)
    }

    @Test func `an encoded entity in a link stays a path`() {
        #expect(
            a(.href("javascript&colon;alert(1)")).string(in: .en) == "<a href=\"javascript&amp;colon;alert(1)\"></a>")
    }

    @Test func `query values cannot leave their place`() {
        let target = URLText(path: "/list", query: [("部门", "研发&x=1"), ("q", "a b+c#d")])
        #expect(target.text == "/list?%E9%83%A8%E9%97%A8=%E7%A0%94%E5%8F%91%26x%3D1&q=a%20b%2Bc%23d")
    }
}
