import Kernel
import Testing

@testable import Markup

@Suite struct FrameTests {
    static func text(_ page: Page, _ language: Language = .zh) -> String {
        String(decoding: page.bytes(in: language), as: UTF8.self)
    }

    static func page(_ heading: some Heading, current: String? = "people") -> String {
        text(KitSamples.frame.page(heading, current: current) { p { "正文" } })
    }

    @Test func `a page in the frame has each landmark once and one heading`() {
        let text = Self.page(PageHead(Phrase(zh: "花名册", en: "Directory"), count: Phrase(zh: "2 人", en: "2 people")))
        for (part, times) in [
            ("<main ", 1), ("<h1>", 1), ("<header ", 1), ("<nav class=\"side\"", 1), ("<nav class=\"bottom\"", 1),
            ("role=\"search\"", 1), ("<a class=\"skip\" href=\"#content\">", 1), ("id=\"live\"", 1), ("style=", 0),
            ("onclick", 0),
        ] {
            #expect(text.ranges(of: part).count == times, "\(part)")
        }
        #expect(text.contains("<title>花名册 · 留任</title>"))
        #expect(text.contains("<body class=\"app\">"))
    }

    @Test func `the section of a page is marked, as the page itself only where it is`() {
        let head = Phrase(zh: "花名册", en: "Directory")
        #expect(Self.page(PageHead(head)).ranges(of: "href=\"/people\" aria-current=\"page\"").count == 3)
        let below = Self.page(PageHead(head, breadcrumbs: [.init(head, "/people")]))
        #expect(below.ranges(of: "href=\"/people\" aria-current=\"true\"").count == 3)
        #expect(!Self.page(PageHead(head), current: nil).contains("aria-current"))
    }

    @Test func `the language switch names the other language in itself`() {
        #expect(KitSamples.frame.language?.html.string(in: .zh).contains("lang=\"en\">English<") == true)
        #expect(KitSamples.frame.language?.html.string(in: .en).contains("lang=\"zh-CN\">中文<") == true)
    }

    @Test func `the bar of a phone holds four entries at most`() {
        let entries = (1...9).map { MenuEntry("\($0)", Phrase(verbatim: "\($0)"), "/\($0)", icon: .list) }
        let frame = AppFrame(
            product: Phrase(verbatim: "T"), menu: [MenuGroup(nil, entries)], assets: .linked(styles: [], scripts: []))
        #expect(frame.quick.map(\.id) == ["1", "2", "3", "4"])
    }

    @Test func `signing out posts`() {
        let text = Self.page(PageHead(Phrase(verbatim: "x")))
        #expect(text.contains("<form class=\"inline\" method=\"post\" action=\"/sign-out\"><input type=\"hidden\""))
    }

    @Test func `a page before signing in has no menu`() {
        let text = Self.text(
            BareFrame(product: Phrase(verbatim: "T"), assets: .inlined).page(Phrase(zh: "登录", en: "Sign in")) {
                p { "x" }
            })
        #expect(text.contains("<body class=\"bare\">") && !text.contains("<nav"))
    }

    @Test(arguments: [
        ("王小明", "小明"), ("张伟", "伟"), ("欧阳娜娜", "娜娜"), ("阿依古丽·买买提", "阿依"), ("Anna Berg", "AB"), ("anna", "A"),
        ("Anna Maria von Berg", "AB"), ("", ""), ("7", "7"), ("Éva Ács", "ÉÁ"),
    ])
    func `what stands in the round of a person`(name: String, letters: String) {
        #expect(Avatar.letters(of: name) == letters)
    }

    @Test(
        arguments: [
            (501...550, Pagination.Total.about(12_345), "第 501–550 条，共约 12,345 条", "501–550 of about 12,345"),
            (1...3, .exact(3), "第 1–3 条，共 3 条", "1–3 of 3"), (1...50, .unknown, "第 1–50 条", "1–50"),
            (nil, .exact(1_000_000), "共 1,000,000 条", "1,000,000 in all"),
        ] as [(ClosedRange<Int>?, Pagination.Total, String, String)])
    func `where one is in a list`(shown: ClosedRange<Int>?, total: Pagination.Total, zh: String, en: String) {
        let pages = Pagination(previous: nil, next: nil, shown: shown, total: total)
        #expect(pages.html.string(in: .zh).contains(">" + zh + "<"))
        #expect(pages.html.string(in: .en).contains(">" + en + "<"))
    }

    @Test func `a list of one page without numbers has no pages`() {
        #expect(Pagination(previous: nil, next: nil).html.isEmpty)
    }
}
