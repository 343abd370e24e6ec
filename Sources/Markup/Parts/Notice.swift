import Kernel

/// Something the reader should know before going on. The kind is also said in a word, for those who see no colour.
public struct Notice: Part {
    public enum Kind: String, Sendable {
        case information, good, warning, bad

        var word: Phrase {
            switch self {
            case .information: Phrase(zh: "说明", en: "Note")
            case .good: Phrase(zh: "完成", en: "Done")
            case .warning: Phrase(zh: "注意", en: "Caution")
            case .bad: Phrase(zh: "问题", en: "Problem")
            }
        }
    }

    public let kind: Kind
    public let title: Phrase?
    public let content: HTML

    public init(_ kind: Kind, title: Phrase? = nil, @HTMLBuilder content: () -> HTML) {
        self.kind = kind
        self.title = title
        self.content = content()
    }

    public var html: HTML {
        div(.class("notice", kind.rawValue), .role(kind == .bad ? "alert" : "note")) {
            p(.class("notice-title")) {
                span(.class("notice-kind")) { kind.word }
                if let title { title }
            }
            content
        }
    }
}

/// The quiet confirmation after something was done, read out by screen readers, with a way back where there is one.
public struct Flash: Part {
    public let message: Phrase
    public let undo: HTML

    public init(_ message: Phrase, @HTMLBuilder undo: () -> HTML = { .empty }) {
        self.message = message
        self.undo = undo()
    }

    public var html: HTML {
        div(.class("flash"), .role("status")) {
            span { message }
            undo
        }
    }
}
