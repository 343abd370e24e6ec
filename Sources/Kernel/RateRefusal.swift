/// Why a rate could not be read or computed.
public enum RateRefusal: Refusal, Hashable {
    case unreadable(String)
    case tooPrecise(String)
    case tooLarge
    case noWhole

    public var explanation: Phrase {
        switch self {
        case .unreadable(let text):
            Phrase(
                zh: "“\(text)”不是可识别的比率。请填写如 12.5% 或 0.125。",
                en: "“\(text)” is not a rate. Write it like 12.5% or 0.125.")
        case .tooPrecise(let text):
            Phrase(
                zh: "“\(text)”的小数位过多，比率最多保留九位小数。请先四舍五入。",
                en: "“\(text)” has too many decimal places; a rate keeps nine. Round it first.")
        case .tooLarge:
            Phrase(
                zh: "比率超出可记录的范围。请检查是否多写了几位数字。",
                en: "The rate is too large to be recorded. Check for extra digits.")
        case .noWhole:
            Phrase(
                zh: "总额为零，无法计算占比。",
                en: "The whole is zero, so there is no share of it.")
        }
    }
}
