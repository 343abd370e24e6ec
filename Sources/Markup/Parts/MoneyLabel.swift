import Kernel

/// An amount: exact in text and tables, rounded in headings with the exact value at the pointer and on focus.
public struct MoneyLabel: Part {
    public enum Style: Sendable {
        /// ¥1,234.50
        case exact
        /// ¥12.35万
        case rounded
    }

    public let amount: Money
    public let style: Style

    public init(_ amount: Money, _ style: Style = .exact) {
        self.amount = amount
        self.style = style
    }

    public var html: HTML {
        let exact = amount.phrase
        let short = Phrase(zh: amount.shortText(in: .zh), en: amount.shortText(in: .en))
        guard style == .rounded, short != exact else { return span(.class("money")) { exact } }
        return span(.class("money", "rounded"), .tabindex(0)) {
            span(.aria("hidden", "true")) { short }
            span(.class("exact")) { exact }
        }
    }
}
