import Kernel

/// The steps of a wizard: named, the current one marked, finished ones to go back to.
public struct StepList: Part {
    public struct Step: Sendable {
        public let name: Phrase
        /// Where a finished step can be changed.
        public let target: URLText?

        public init(_ name: Phrase, target: URLText? = nil) {
            self.name = name
            self.target = target
        }
    }

    public let steps: [Step]
    /// Index of the step this page is; `steps.count` when all are done.
    public let current: Int

    public init(_ steps: [Step], current: Int) {
        self.steps = steps
        self.current = current
    }

    public var html: HTML {
        nav(.class("steps"), .aria("label", Words.steps)) {
            ol {
                for (index, step) in steps.enumerated() {
                    li(
                        .class(index < current ? "done" : "").when(index < current),
                        .aria("current", "step").when(index == current)
                    ) {
                        span(.class("step-number"), .aria("hidden", "true")) { index < current ? "✓" : "\(index + 1)" }
                        if index < current {
                            if let target = step.target { a(.href(target)) { step.name } } else { span { step.name } }
                            span(.class("unseen")) { Words.finished }
                        } else {
                            span { step.name }
                        }
                    }
                }
            }
        }
    }
}
