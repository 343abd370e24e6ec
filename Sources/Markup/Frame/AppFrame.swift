import Kernel

/// The frame of every signed-in page: header with search, inbox and account, side menu, on a phone a bar at the bottom.
/// Complete without script; hidden on paper.
///
/// ```swift
/// let frame = AppFrame(product: name, home: "/", menu: groups, account: account, assets: assets)
/// let page = frame.page(PageHead(title, count: count), current: "people", flash: flash) { ListPage(…) }
/// response.body = page.bytes(in: language)
/// ```
public struct AppFrame: Sendable {
    /// How wide the content may become.
    public enum Width: Sendable {
        /// At most 1,200 px: forms, records, reports.
        case page
        /// All there is: lists with many columns.
        case full
    }

    /// What waits for this person.
    public struct Inbox: Sendable {
        public let target: URLText
        public let count: Int

        public init(_ target: URLText, count: Int) {
            self.target = target
            self.count = count
        }
    }

    /// Where the search box of the header leads: `GET target?q=…`.
    public struct SearchBox: Sendable {
        public let target: URLText
        /// What was searched for, on the page of results.
        public let text: String

        public init(_ target: URLText = "/search", text: String = "") {
            self.target = target
            self.text = text
        }
    }

    public var product: Phrase
    public var home: URLText
    /// At most nine entries in all.
    public var menu: [MenuGroup]
    /// Up to four entries for the thumb; the rest is behind "more".
    public var quick: [MenuEntry]
    public var search: SearchBox?
    public var inbox: Inbox?
    public var language: LanguageSwitch?
    public var account: AccountMenu?
    /// The menu shows signs only. The script keeps the wish in the cookie `menu=folded`.
    public var isMenuFolded: Bool
    public var assets: Page.Assets

    /// - Parameter quick: left out, the first four entries of the menu.
    public init(
        product: Phrase, home: URLText = "/", menu: [MenuGroup], quick: [MenuEntry]? = nil,
        search: SearchBox? = SearchBox(), inbox: Inbox? = nil, language: LanguageSwitch? = nil,
        account: AccountMenu? = nil, isMenuFolded: Bool = false, assets: Page.Assets
    ) {
        self.product = product
        self.home = home
        self.menu = menu
        self.quick = Array((quick ?? menu.flatMap(\.entries)).prefix(4))
        self.search = search
        self.inbox = inbox
        self.language = language
        self.account = account
        self.isMenuFolded = isMenuFolded
        self.assets = assets
    }

    /// A page in this frame.
    /// - Parameters:
    ///   - current: id of the menu entry the page belongs to.
    ///   - flash: the quiet confirmation of what was just done.
    public func page(
        _ heading: some Heading, current: String? = nil, width: Width = .page, flash: Flash? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> Page {
        // A page below a section marks the section, but is not the section's page itself.
        let links = MenuLinks(groups: menu, current: current, isPage: heading.breadcrumbs == nil)
        return Page(
            title: Phrase(
                zh: heading.title.zh + " · " + product.zh, en: heading.title.en + " · " + product.en),
            assets: assets, bodyClass: isMenuFolded ? "app folded" : "app"
        ) {
            header
            sideMenu(links)
            main(.id("content"), .tabindex(-1), .class("full").when(width == .full)) {
                heading.breadcrumbs
                heading
                flash
                content()
            }
            quickMenu(links)
            Self.foot
        }
    }

    /// What every page ends with; the same bytes each time.
    private static let foot = HTML {
        div(.id("live"), .class("unseen"), .role("status"), .aria("live", "polite"))
        ShortcutList()
    }
}
