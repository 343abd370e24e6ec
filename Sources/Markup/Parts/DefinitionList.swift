import Kernel

/// Names and their values, two columns on a desktop.
public struct DefinitionList: Part {
    public struct Entry: Sendable {
        public let name: Phrase
        public let value: HTML

        public init(_ name: Phrase, @HTMLBuilder value: () -> HTML) {
            self.name = name
            self.value = value()
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    public var html: HTML {
        dl(.class("facts")) {
            for entry in entries {
                div {
                    dt { entry.name }
                    dd { entry.value }
                }
            }
        }
    }
}
