import Kernel

/// The way through a long list by keys: previous, next, and where one is. Pages have no numbers, because counting them
/// would cost more than reading one.
public struct Pagination: Part {
    /// How many there are.
    public enum Total: Sendable {
        case exact(Int)
        case about(Int)
        case unknown
    }

    public let previous: URLText?
    public let next: URLText?
    /// Places of the first and last row shown, from 1; nil when the way here does not tell.
    public let shown: ClosedRange<Int>?
    public let total: Total

    public init(previous: URLText?, next: URLText?, shown: ClosedRange<Int>? = nil, total: Total = .unknown) {
        self.previous = previous
        self.next = next
        self.shown = shown
        self.total = total
    }

    public var html: HTML {
        if previous == nil, next == nil, standing == nil { return .empty }
        return nav(.class("pagination"), .aria("label", Words.pages)) {
            link(previous, Words.previous, "prev")
            if let standing { span(.class("standing")) { standing } }
            link(next, Words.next, "next")
        }
    }

    @HTMLBuilder private func link(_ target: URLText?, _ words: Phrase, _ relation: String) -> HTML {
        if let target {
            a(.class("button"), .href(target), .rel(relation)) { words }
        } else if previous != nil || next != nil {
            span(.class("button", "off"), .aria("hidden", "true")) { words }
        }
    }

    private var standing: Phrase? {
        let range = shown.map { Grouped.text($0.lowerBound) + "–" + Grouped.text($0.upperBound) }
        switch (range, total) {
        case (let range?, .exact(let count)):
            let number = Grouped.text(count)
            return Phrase(zh: "第 \(range) 条，共 \(number) 条", en: "\(range) of \(number)")
        case (let range?, .about(let count)):
            let number = Grouped.text(count)
            return Phrase(zh: "第 \(range) 条，共约 \(number) 条", en: "\(range) of about \(number)")
        case (let range?, .unknown): return Phrase(zh: "第 \(range) 条", en: range)
        case (nil, .exact(let count)):
            let number = Grouped.text(count)
            return Phrase(zh: "共 \(number) 条", en: "\(number) in all")
        case (nil, .about(let count)):
            let number = Grouped.text(count)
            return Phrase(zh: "共约 \(number) 条", en: "about \(number) in all")
        case (nil, .unknown): return nil
        }
    }
}
