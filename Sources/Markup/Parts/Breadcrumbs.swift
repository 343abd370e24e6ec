import Kernel

/// The way back up; the last step is the page itself and no link.
public struct Breadcrumbs: Part {
    public struct Step: Sendable {
        public let name: Phrase
        public let target: URLText

        public init(_ name: Phrase, _ target: URLText) {
            self.name = name
            self.target = target
        }
    }

    public let steps: [Step]
    public let current: Phrase

    public init(_ steps: [Step], current: Phrase) {
        self.steps = steps
        self.current = current
    }

    public var html: HTML {
        nav(.class("breadcrumbs"), .aria("label", Words.breadcrumbs)) {
            ol {
                for step in steps { li { a(.href(step.target)) { step.name } } }
                li(.aria("current", "page")) { current }
            }
        }
    }
}
