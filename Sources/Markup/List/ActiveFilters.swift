import Kernel

/// The filters that hold, each a chip that removes itself: a link to the same list without that parameter.
public struct ActiveFilters: Part {
    public struct Chip: Sendable {
        /// "部门：销售部"
        public let words: Phrase
        /// The list without this filter.
        public let removal: URLText

        public init(_ words: Phrase, removal: URLText) {
            self.words = words
            self.removal = removal
        }
    }

    public let chips: [Chip]
    public let clearAll: URLText?

    public init(_ chips: [Chip], clearAll: URLText? = nil) {
        self.chips = chips
        self.clearAll = clearAll
    }

    public var html: HTML {
        if chips.isEmpty { return .empty }
        return div(.class("chips"), .role("group"), .aria("label", Words.activeFilters)) {
            ul {
                for chip in chips {
                    li {
                        a(.class("chip"), .href(chip.removal), .aria("label", Words.remove(filter: chip.words))) {
                            span { chip.words }
                            Icon.close
                        }
                    }
                }
                if chips.count > 1, let clearAll { li { a(.href(clearAll)) { Words.clearFilters } } }
            }
        }
    }
}
