/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday 7.
public enum Weekday: Int, Sendable, Hashable, Codable, CaseIterable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    /// Saturday or Sunday. Whether people work on it is the holiday calendar's business.
    public var isWeekend: Bool { rawValue >= 6 }

    /// As calendars show it: 周一, Monday.
    public var name: Phrase {
        switch self {
        case .monday: Phrase(zh: "周一", en: "Monday")
        case .tuesday: Phrase(zh: "周二", en: "Tuesday")
        case .wednesday: Phrase(zh: "周三", en: "Wednesday")
        case .thursday: Phrase(zh: "周四", en: "Thursday")
        case .friday: Phrase(zh: "周五", en: "Friday")
        case .saturday: Phrase(zh: "周六", en: "Saturday")
        case .sunday: Phrase(zh: "周日", en: "Sunday")
        }
    }
}
