import Kernel

/// What changed since one last looked.
public struct ChangeList: Part {
    public struct Change: Sendable {
        /// When, as people say it: 昨天 16:20.
        public let when: Phrase
        public let words: Phrase
        public let target: URLText?

        public init(_ when: Phrase, _ words: Phrase, target: URLText? = nil) {
            self.when = when
            self.words = words
            self.target = target
        }
    }

    public let changes: [Change]
    public let all: URLText?

    public init(_ changes: [Change], all: URLText? = nil) {
        self.changes = changes
        self.all = all
    }

    public var html: HTML {
        section(.class("changes"), .aria("labelledby", "changes-title")) {
            h2(.id("changes-title")) { Words.whatChanged }
            if changes.isEmpty {
                p(.class("hint")) { Words.nothingChanged }
            } else {
                ul {
                    for change in changes {
                        li {
                            span(.class("hint")) { change.when }
                            if let target = change.target {
                                a(.href(target)) { change.words }
                            } else {
                                span { change.words }
                            }
                        }
                    }
                }
            }
            if let all { p { a(.href(all)) { Words.seeAll } } }
        }
    }
}
