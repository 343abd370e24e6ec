/// Why an amount could not be read, computed or split.
public enum MoneyRefusal: Refusal, Hashable {
    case unreadable(String)
    case tooPrecise(String)
    case tooLarge
    case noWeights
    case negativeWeight

    public var explanation: Phrase {
        switch self {
        case .unreadable(let text):
            Phrase(
                zh: "“\(text)”不是可识别的金额。请填写如 1234.50。",
                en: "“\(text)” is not an amount of money. Write it like 1234.50.")
        case .tooPrecise(let text):
            Phrase(
                zh: "金额“\(text)”精确到分以下。请先四舍五入到分。",
                en: "The amount “\(text)” is finer than a fen. Round it to two decimal places first.")
        case .tooLarge:
            Phrase(
                zh: "金额超出可记录的范围。请检查是否多写了几位数字。",
                en: "The amount is too large to be recorded. Check for extra digits.")
        case .noWeights:
            Phrase(
                zh: "没有可供分摊的权重。请至少为一方填写大于零的份额。",
                en: "There is nobody to share the amount. Give at least one party a share above zero.")
        case .negativeWeight:
            Phrase(
                zh: "分摊份额不能为负数。请改为零或正数。",
                en: "A share cannot be negative. Make it zero or more.")
        }
    }
}
