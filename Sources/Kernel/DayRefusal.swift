/// Why a text is not a day.
public enum DayRefusal: Refusal, Hashable {
    /// Nothing about it looks like a date.
    case unreadable(String)
    /// It is written like a date, but the calendar has no such day.
    case noSuchDay(String)
    /// Day and month could be swapped and both readings exist.
    case ambiguous(String, dayFirst: Day, monthFirst: Day)
    /// The year has two digits, so the century is a guess.
    case shortYear(String)

    public var explanation: Phrase {
        switch self {
        case .unreadable(let text):
            Phrase(
                zh: "“\(text)”不是可识别的日期。请填写如 2023-12-01。",
                en: "“\(text)” is not a date. Write it like 2023-12-01.")
        case .noSuchDay(let text):
            Phrase(
                zh: "日历上没有“\(text)”这一天。请核对年、月、日。",
                en: "There is no such day as “\(text)”. Check year, month and day.")
        case .ambiguous(let text, let dayFirst, let monthFirst):
            Phrase(
                zh: "“\(text)”可能是 \(dayFirst) 或 \(monthFirst)。请按年-月-日填写。",
                en: "“\(text)” could be \(dayFirst) or \(monthFirst). Write year, month, day.")
        case .shortYear(let text):
            Phrase(
                zh: "“\(text)”的年份只有两位。请填写四位年份，如 2023-12-01。",
                en: "“\(text)” has a two-digit year. Write all four digits, like 2023-12-01.")
        }
    }
}
