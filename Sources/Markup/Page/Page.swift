import Kernel

/// A whole document: head, skip link, landmarks.
///
/// ```swift
/// let page = Page(title: Phrase(zh: "谁最近可能离开？", en: "Who may leave soon?"), assets: .linked(…)) { … }
/// response.body = page.bytes(in: language)
/// ```
public struct Page: Sendable {
    /// Where the styles and the script come from.
    public enum Assets: Sendable {
        /// Files of this site, so that the content policy needs neither `unsafe-inline` nor a nonce.
        case linked(styles: [URLText], scripts: [URLText])
        /// Written into the document, which then needs nothing but itself: reports that are mailed or kept.
        /// The document carries a policy that forbids it to fetch or send anything.
        case inlined
    }

    public var title: Phrase
    public var assets: Assets
    /// Inside the `header` landmark: the product's name, navigation, language choice. Left out when empty.
    public var header: HTML
    /// Inside the `footer` landmark. Left out when empty.
    public var footer: HTML
    public var content: HTML
    /// Set by a frame, whose content brings its own landmarks.
    private let bodyClass: String?

    public init(
        title: Phrase, assets: Assets, header: HTML = .empty, footer: HTML = .empty,
        @HTMLBuilder content: () -> HTML
    ) {
        self.title = title
        self.assets = assets
        self.header = header
        self.footer = footer
        self.content = content()
        bodyClass = nil
    }

    /// A page whose content is the whole body, `main` with the id `content` included.
    init(title: Phrase, assets: Assets, bodyClass: String, @HTMLBuilder content: () -> HTML) {
        self.title = title
        self.assets = assets
        (header, footer) = (.empty, .empty)
        self.content = content()
        self.bodyClass = bodyClass
    }

    /// The document as UTF-8.
    public func bytes(in language: Language) -> [UInt8] {
        document(in: language).bytes(in: language, capacity: 65_536)
    }

    private func document(in language: Language) -> HTML {
        HTML {
            HTML.trusted("<!doctype html>\n")
            HTML(Tag("html"), [.lang(language)]) {
                HTML(Tag("head"), []) {
                    HTML.trusted(
                        """
                        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
                        <meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
                        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
                        %3Crect width='16' height='16' rx='3' fill='%230f6b6b'/%3E\
                        %3Cpath d='M4 5h8M8 5v7' stroke='white' stroke-width='2'/%3E%3C/svg%3E">
                        """)
                    HTML(Tag("title"), []) { title }
                    head
                }
                HTML(Tag("body"), [Attribute("class", bodyClass)]) {
                    a(.class("skip"), .href("#content")) { Words.skipToContent }
                    if bodyClass != nil { content } else { landmarks }
                    if case .inlined = assets { HTML(Tag("script"), []) { Script.source } }
                }
            }
        }
    }

    @HTMLBuilder private var landmarks: HTML {
        if !header.isEmpty { Markup.header(.class("site")) { header } }
        main(.id("content"), .tabindex(-1)) { content }
        if !footer.isEmpty { Markup.footer(.class("site")) { footer } }
    }

    @HTMLBuilder private var head: HTML {
        switch assets {
        case .linked(let styles, let scripts):
            for path in styles { HTML(Tag("link", .void), [.rel("stylesheet"), .href(path)]) {} }
            for path in scripts { HTML(Tag("script"), [.src(path), Attribute("defer", isPresent: true)]) {} }
        case .inlined:
            HTML.trusted(
                """
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
                style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; form-action 'none'">
                """)
            HTML(Tag("style"), []) { Styles.source }
        }
    }
}
