import Kernel

/// What one look at the house found, and what to do about it.
struct Finding: Sendable {
    enum State: String, Sendable {
        case good
        /// Works, but somebody should know.
        case warning
        case bad
    }

    let subject: Phrase
    let state: State
    let words: Phrase

    static func good(_ subject: Phrase, _ words: Phrase) -> Finding {
        Finding(subject: subject, state: .good, words: words)
    }
    static func warning(_ subject: Phrase, _ words: Phrase) -> Finding {
        Finding(subject: subject, state: .warning, words: words)
    }
    static func bad(_ subject: Phrase, _ words: Phrase) -> Finding {
        Finding(subject: subject, state: .bad, words: words)
    }

    /// ✓, ! or ✗ and the sentence.
    func line(in language: Language) -> String {
        let sign =
            switch state {
            case .good: "✓"
            case .warning: "!"
            case .bad: "✗"
            }
        return "\(sign) \(subject[language])\(language == .zh ? "：" : ": ")\(words[language])"
    }
}
