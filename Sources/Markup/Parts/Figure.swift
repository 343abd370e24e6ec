import Kernel

/// A figure that can explain itself: dotted underline, and its reason one click or key press away, without script.
public struct Figure: Part {
    /// Unique on the page.
    public let id: String
    public let value: Phrase
    public let reason: Reason

    public init(id: String, value: Phrase, reason: Reason) {
        self.id = id
        self.value = value
        self.reason = reason
    }

    public var html: HTML {
        span(.class("figure")) {
            // Only phrasing elements, so that a figure may stand in a paragraph or a table cell.
            button(.type("button"), .class("figure-value"), Attribute("popovertarget", id)) { value }
            span(.id(id), .class("reason"), Attribute("popover", isPresent: true), .role("note")) {
                reason.html
            }
        }
    }
}

/// Why a figure is what it is.
public struct Reason: Part {
    public struct Input: Sendable {
        public let name: Phrase
        public let value: Phrase
        /// Where the input itself can be seen.
        public let target: URLText?

        public init(_ name: Phrase, _ value: Phrase, target: URLText? = nil) {
            self.name = name
            self.value = value
            self.target = target
        }
    }

    /// The formula in words.
    public let formula: Phrase
    public let inputs: [Input]
    /// How many people, rows or events it rests on.
    public let n: Int?
    /// The interval, with its level, as words: "95% 区间 21%–26%".
    public let interval: Phrase?
    /// The day or state of the data the figure holds for.
    public let asOf: Phrase?
    /// Version of the rule or model.
    public let version: Phrase?

    public init(
        formula: Phrase, inputs: [Input] = [], n: Int? = nil, interval: Phrase? = nil, asOf: Phrase? = nil,
        version: Phrase? = nil
    ) {
        self.formula = formula
        self.inputs = inputs
        self.n = n
        self.interval = interval
        self.asOf = asOf
        self.version = version
    }

    public var html: HTML {
        HTML {
            span(.class("reason-formula")) { formula }
            for input in inputs { line(input.name, input.value, input.target) }
            if let n { line(Words.basedOn, NumberFormat.count.phrase(Double(n)), nil) }
            if let interval { line(Words.interval, interval, nil) }
            if let asOf { line(Words.asOf, asOf, nil) }
            if let version { line(Words.version, version, nil) }
        }
    }

    private func line(_ name: Phrase, _ value: Phrase, _ target: URLText?) -> HTML {
        span(.class("reason-line")) {
            span(.class("reason-name")) { name }
            " "
            span(.class("reason-value")) {
                if let target { a(.href(target)) { value } } else { value }
            }
        }
    }
}
