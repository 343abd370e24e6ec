import Kernel

/// Parts of a record or a page, each with its own address.
public struct Tabs: Part {
    public struct Tab: Sendable {
        public let name: Phrase
        public let target: URLText
        public let isCurrent: Bool
        public let count: Int?

        public init(_ name: Phrase, _ target: URLText, isCurrent: Bool = false, count: Int? = nil) {
            self.name = name
            self.target = target
            self.isCurrent = isCurrent
            self.count = count
        }
    }

    /// What the tabs divide, for screen readers.
    public let label: Phrase
    public let tabs: [Tab]

    public init(_ tabs: [Tab], label: Phrase = Words.tabs) {
        self.label = label
        self.tabs = tabs
    }

    public var html: HTML {
        nav(.class("tabs"), .aria("label", label)) {
            ul {
                for tab in tabs {
                    li {
                        a(.href(tab.target), .aria("current", "page").when(tab.isCurrent)) {
                            tab.name
                            if let count = tab.count { span(.class("count")) { Grouped.text(count) } }
                        }
                    }
                }
            }
        }
    }
}
