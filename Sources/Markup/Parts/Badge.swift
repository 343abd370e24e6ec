import Kernel

/// The state of a record as a small label: colour, a sign and a word.
public struct Badge: Part {
    public enum Kind: String, Sendable {
        case neutral, good, warning, bad
    }

    public let kind: Kind
    public let word: Phrase

    public init(_ kind: Kind, _ word: Phrase) {
        self.kind = kind
        self.word = word
    }

    public var html: HTML {
        span(.class("badge", kind.rawValue)) { word }
    }
}
