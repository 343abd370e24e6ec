import Kernel

/// What stands where a list or chart will be: says what will appear here and offers the first step.
public struct EmptyState: Part {
    public let title: Phrase
    public let explanation: Phrase?
    public let action: HTML

    public init(
        title: Phrase, explanation: Phrase? = nil, @HTMLBuilder action: () -> HTML = { .empty }
    ) {
        self.title = title
        self.explanation = explanation
        self.action = action()
    }

    public var html: HTML {
        div(.class("empty")) {
            p(.class("empty-title")) { title }
            if let explanation { p { explanation } }
            if !action.isEmpty { div(.class("actions")) { action } }
        }
    }
}
