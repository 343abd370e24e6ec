import Kernel

/// One of five steps of risk, always shown as a colour and a word together.
public enum Tier: Int, Sendable, Hashable, CaseIterable {
    case veryLow = 1
    case low, medium, high, veryHigh

    public var word: Phrase {
        switch self {
        case .veryLow: Phrase(zh: "极低", en: "Very low")
        case .low: Phrase(zh: "低", en: "Low")
        case .medium: Phrase(zh: "中", en: "Medium")
        case .high: Phrase(zh: "高", en: "High")
        case .veryHigh: Phrase(zh: "极高", en: "Very high")
        }
    }

    var className: String { "t\(rawValue)" }
}

/// A tier as a small label.
public struct TierBadge: Part {
    public let tier: Tier

    public init(_ tier: Tier) {
        self.tier = tier
    }

    public var html: HTML {
        span(.class("badge", "tier", tier.className)) { tier.word }
    }
}
