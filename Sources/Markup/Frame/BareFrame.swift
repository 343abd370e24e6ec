import Kernel

/// The frame of pages before signing in: the product's name, one narrow column, the language.
///
/// ```swift
/// BareFrame(product: name, language: languages, assets: assets).page(Phrase(zh: "登录", en: "Sign in")) { form… }
/// ```
public struct BareFrame: Sendable {
    public var product: Phrase
    public var home: URLText
    public var language: LanguageSwitch?
    public var assets: Page.Assets

    public init(product: Phrase, home: URLText = "/", language: LanguageSwitch? = nil, assets: Page.Assets) {
        self.product = product
        self.home = home
        self.language = language
        self.assets = assets
    }

    /// A page in this frame.
    /// - Parameter note: a sentence below the title.
    public func page(
        _ title: Phrase, note: Phrase? = nil, flash: Flash? = nil, @HTMLBuilder content: () -> HTML
    ) -> Page {
        Page(
            title: Phrase(zh: title.zh + " · " + product.zh, en: title.en + " · " + product.en), assets: assets,
            bodyClass: "bare"
        ) {
            header(.class("bar")) {
                a(.class("brand"), .href(home)) { product }
                div(.class("bar-end")) { language }
            }
            main(.id("content"), .tabindex(-1)) {
                h1 { title }
                if let note { p(.class("hint")) { note } }
                flash
                content()
            }
        }
    }
}
