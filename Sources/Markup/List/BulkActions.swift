import Kernel

/// What can be done with the ticked rows. Always there without script; with it, once a row is ticked.
public struct BulkActions: Sendable {
    public struct Action: Sendable {
        public let words: Phrase
        public let target: URLText
        public let look: PageAction.Look

        public init(_ words: Phrase, _ target: URLText, look: PageAction.Look = .plain) {
            self.words = words
            self.target = target
            self.look = look
        }
    }

    public let actions: [Action]
    /// Sent with every action: the token.
    public let hidden: [HiddenField]

    public init(_ actions: [Action], hidden: [HiddenField] = []) {
        self.actions = actions
        self.hidden = hidden
    }

    /// The form around a table with a selection.
    func form(around table: HTML) -> HTML {
        Markup.form(.class("listing"), .method(.post), .data("bulk")) {
            for field in hidden { field }
            table
            div(.class("bulk"), .role("group"), .aria("label", Words.bulkActions)) {
                span(.class("bulk-count"), .data("template", Words.selectedTemplate)) { Words.bulkHint }
                for action in actions {
                    button(.type("submit"), .class(action.look.rawValue), .formaction(action.target)) { action.words }
                }
            }
        }
    }
}
