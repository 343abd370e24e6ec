import Kernel

/// Something that can be done from a page: a link to where it is done, or a button that posts at once.
///
/// ```swift
/// PageAction.link(Phrase(zh: "新增人员", en: "Add person"), "/people/new", look: .primary)
/// PageAction.post(Phrase(zh: "撤销", en: "Undo"), "/imports/7/undoing", hidden: [token])
/// ```
public struct PageAction: Part {
    public enum Look: String, Sendable {
        /// The one thing most come for; at most one on a page.
        case primary
        case plain
        /// Removes or ends something.
        case destructive
        /// Words only, in a row of its own kind.
        case quiet
    }

    public let words: Phrase
    public let target: URLText
    public let look: Look
    /// Fields of the form when the action posts; nil when it is a link.
    public let hidden: [HiddenField]?

    /// A link; it changes nothing.
    public static func link(_ words: Phrase, _ target: URLText, look: Look = .plain) -> PageAction {
        PageAction(words: words, target: target, look: look, hidden: nil)
    }

    /// A button that posts `hidden` to the target.
    public static func post(
        _ words: Phrase, _ target: URLText, hidden: [HiddenField] = [], look: Look = .plain
    ) -> PageAction {
        PageAction(words: words, target: target, look: look, hidden: hidden)
    }

    public var html: HTML {
        guard let hidden else { return a(.class("button", look.rawValue), .href(target)) { words } }
        return form(.class("inline"), .method(.post), .action(target)) {
            for field in hidden { field }
            button(.type("submit"), .class(look.rawValue)) { words }
        }
    }
}
