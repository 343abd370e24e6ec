import Kernel

/// The state something is in: a word, and a sign and colour of its kind. The sign differs by shape, so that the kinds
/// can be told apart without colour and on paper.
public struct StatusBadge: Part {
    public enum Kind: String, Sendable, CaseIterable {
        /// As it should be: in service, paid, complete.
        case good
        /// Under way: on probation, being imported.
        case running
        /// Comes later: starts on a day ahead, waits in a queue.
        case planned
        /// Somebody has to look: expiring, incomplete.
        case attention
        /// Failed, overdue, locked.
        case bad
        /// Over: left, closed, withdrawn.
        case over

        var sign: StaticString {
            switch self {
            case .good: "●"
            case .running: "◐"
            case .planned: "○"
            case .attention: "▲"
            case .bad: "✕"
            case .over: "–"
            }
        }
    }

    public let kind: Kind
    public let word: Phrase

    public init(_ kind: Kind, _ word: Phrase) {
        self.kind = kind
        self.word = word
    }

    public var html: HTML { HTML(self) }
}

extension StatusBadge: Written {
    func write(to sink: inout ByteSink, in language: Language) {
        sink.append("<span class=\"status ")
        sink.append(escaping: kind.rawValue)
        sink.append("\"><span class=\"sign\" aria-hidden=\"true\">")
        sink.append(kind.sign)
        sink.append("</span>")
        sink.append(escaping: word[language])
        sink.append("</span>")
    }
}
