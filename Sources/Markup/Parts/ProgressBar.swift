import Kernel

/// How far long work has come.
public struct ProgressBar: Part {
    public let id: String
    public let label: Phrase
    /// From 0 to 1, or nil when it cannot be known.
    public let value: Double?
    /// What is being done now.
    public let step: Phrase?

    public init(id: String, label: Phrase, value: Double?, step: Phrase? = nil) {
        self.id = id
        self.label = label
        self.value = value.flatMap { $0.isFinite ? min(1, max(0, $0)) : nil }
        self.step = step
    }

    public var html: HTML {
        div(.class("progress"), .id(id)) {
            Markup.label(.for(id + "-bar")) {
                label
                if let value { span(.class("progress-value")) { NumberFormat.percent(0).phrase(value) } }
            }
            if let value {
                Markup.progress(.id(id + "-bar"), .max("1"), .value(Coordinate.text(value, places: 3)))
            } else {
                Markup.progress(.id(id + "-bar"))
            }
            if let step { p(.class("hint"), .aria("live", "polite")) { step } }
        }
    }
}
