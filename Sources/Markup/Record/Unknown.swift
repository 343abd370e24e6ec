import Kernel

/// "—" for what is not known, with the reason: unknown is never 0 and never empty.
public struct Unknown: Part {
    public let reason: Phrase

    public init(_ reason: Phrase) {
        self.reason = reason
    }

    public var html: HTML {
        span(.class("unknown"), .title(reason)) {
            span(.aria("hidden", "true")) { NumberFormat.unknown }
            span(.class("unseen")) { reason }
        }
    }
}
