/// Why two days do not make a range.
public enum DayRangeRefusal: Refusal, Hashable {
    case endsBeforeItStarts(Day, Day)

    public var explanation: Phrase {
        switch self {
        case .endsBeforeItStarts(let start, let last):
            Phrase(
                zh: "结束日期 \(last) 早于开始日期 \(start)。请核对起止日期。",
                en: "The last day, \(last), lies before the first, \(start). Check both days.")
        }
    }
}
