import Kernel

/// One decision that needs a second look. The button leads to a page that asks the same; with script the question opens
/// where one is.
///
/// ```swift
/// DecisionDialog(id: "end", open: .link(words, "/contracts/7/end", look: .destructive), title: question,
///     confirm: .post(words, "/contracts/7/end", hidden: [token], look: .destructive)) { p { whatWillBeLost } }
/// ```
public struct DecisionDialog: Part {
    /// Unique on the page.
    public let id: String
    /// The button on the page, a link to the page that asks the same without script.
    public let open: PageAction
    public let title: Phrase
    public let confirm: PageAction
    public let content: HTML

    /// - Parameter content: what will happen, or fields that are sent with the decision.
    public init(
        id: String, open: PageAction, title: Phrase, confirm: PageAction, @HTMLBuilder content: () -> HTML
    ) {
        self.id = id
        self.open = open
        self.title = title
        self.confirm = confirm
        self.content = content()
    }

    public var html: HTML {
        HTML {
            a(.class("button", open.look.rawValue), .href(open.target), .data("dialog", id)) { open.words }
            HTML(Tag("dialog"), [.id(id), .class("dialog"), .aria("labelledby", id + "-title")]) {
                form(.method(.post), .action(confirm.target)) {
                    for field in confirm.hidden ?? [] { field }
                    h2(.id(id + "-title")) { title }
                    content
                    div(.class("actions")) {
                        button(.type("submit"), .class(confirm.look.rawValue)) { confirm.words }
                        button(.type("button"), .class("quiet"), .data("close")) { Words.cancel }
                    }
                }
            }
        }
    }
}
