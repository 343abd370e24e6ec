import Kernel

/// A value this reader may not see, or sees in part: "已隐藏", "310***********1234", with the way to see it for those who
/// may when they ask (which is recorded).
public struct MaskedValue: Part {
    /// The part that may be shown.
    public let shown: String?
    /// Why it is hidden, or what seeing it means.
    public let reason: Phrase?
    public let reveal: PageAction?

    public init(shown: String? = nil, reason: Phrase? = nil, reveal: PageAction? = nil) {
        self.shown = shown
        self.reason = reason
        self.reveal = reveal
    }

    public var html: HTML {
        span(.class("masked"), reason.map { .title($0) } ?? Attribute("title", nil)) {
            if let shown { span(.class("mask")) { shown } } else { span(.class("mask")) { Words.hidden } }
            if let reason { span(.class("unseen")) { reason } }
        }
        .followed(by: reveal?.html)
    }
}

extension HTML {
    func followed(by other: HTML?) -> HTML {
        guard let other else { return self }
        return HTML([self, HTML(" "), other])
    }
}
