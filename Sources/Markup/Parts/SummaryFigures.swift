import Kernel

/// The few figures a page or report starts with.
public struct SummaryFigures: Part {
    public struct Entry: Sendable {
        public let name: Phrase
        public let value: HTML
        /// What the value means, or what it is measured against.
        public let note: Phrase?

        public init(_ name: Phrase, note: Phrase? = nil, @HTMLBuilder value: () -> HTML) {
            self.name = name
            self.note = note
            self.value = value()
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    public var html: HTML {
        dl(.class("summary")) {
            for entry in entries {
                div {
                    dt { entry.name }
                    dd(.class("summary-value")) { entry.value }
                    if let note = entry.note { dd(.class("hint")) { note } }
                }
            }
        }
    }
}
