import Kernel

/// Facts that raise or lower a risk, strongest first: an arrow, also said in a word, and the fact as a sentence.
public struct DirectedReasons: Part {
    public struct Entry: Sendable {
        public let fact: Phrase
        public let raises: Bool

        public init(_ fact: Phrase, raises: Bool) {
            self.fact = fact
            self.raises = raises
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    public var html: HTML {
        ul(.class("reasons")) {
            for entry in entries {
                li {
                    span(
                        .class("direction", entry.raises ? "raises" : "lowers"), .role("img"),
                        .aria("label", entry.raises ? Words.raises : Words.lowers)
                    ) { entry.raises ? "↑" : "↓" }
                    span { entry.fact }
                }
            }
        }
    }
}
