import Kernel

/// Who is signed in, and what they can do about themselves. Opens without script.
public struct AccountMenu: Part {
    public let name: String
    /// Role or mail, below the name.
    public let detail: Phrase?
    public let entries: [PageAction]
    /// Posts, so that no link can sign anyone out.
    public let signOut: PageAction?

    public init(name: String, detail: Phrase? = nil, entries: [PageAction] = [], signOut: PageAction? = nil) {
        self.name = name
        self.detail = detail
        self.entries = entries
        self.signOut = signOut
    }

    /// The usual way out: posts `hidden` (the token) to the target.
    public static func signingOut(_ target: URLText, hidden: [HiddenField] = []) -> PageAction {
        .post(Words.signOut, target, hidden: hidden, look: .quiet)
    }

    public var html: HTML { html(beside: .empty) }

    func html(beside language: HTML) -> HTML {
        details(.class("menu", "account")) {
            summary(.aria("label", Phrase(zh: "账号：\(name)", en: "Account: \(name)"))) {
                Avatar(name)
                span(.class("account-name"), .aria("hidden", "true")) { name }
            }
            div(.class("panel")) {
                div(.class("who")) {
                    strong { name }
                    if let detail { span(.class("hint")) { detail } }
                }
                ul {
                    for entry in entries { li { a(.href(entry.target)) { entry.words } } }
                    if !language.isEmpty { li(.class("only-phone")) { language } }
                    if let signOut { li { signOut } }
                }
            }
        }
    }
}
