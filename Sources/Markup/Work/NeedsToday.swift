import Kernel

/// What needs this person today, most urgent first: at most seven, each with its one action.
public struct NeedsToday: Part {
    public struct Item: Sendable {
        public let title: Phrase
        public let detail: Phrase?
        /// How urgent it is.
        public let badge: HTML
        public let action: PageAction

        public init(
            _ title: Phrase, detail: Phrase? = nil, action: PageAction, @HTMLBuilder badge: () -> HTML = { .empty }
        ) {
            self.title = title
            self.detail = detail
            self.action = action
            self.badge = badge()
        }
    }

    public let items: [Item]
    /// All of them, with how many there are.
    public let all: (count: Int, target: URLText)?

    public init(_ items: [Item], all: (count: Int, target: URLText)? = nil) {
        self.items = Array(items.prefix(7))
        self.all = all
    }

    public var html: HTML {
        section(.class("needs"), .aria("labelledby", "needs-title")) {
            h2(.id("needs-title")) { Words.needsYou }
            if items.isEmpty {
                EmptyState(title: Words.nothingNeeded, explanation: Words.nothingNeededWhy)
            } else {
                ol {
                    for item in items {
                        li {
                            div(.class("need-words")) {
                                strong { item.title }
                                if !item.badge.isEmpty {
                                    " "
                                    item.badge
                                }
                                if let detail = item.detail { p(.class("hint")) { detail } }
                            }
                            item.action
                        }
                    }
                }
                if let all, all.count > items.count {
                    p { a(.href(all.target)) { Words.seeAll(all.count) } }
                }
            }
        }
    }
}
