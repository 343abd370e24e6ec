import Kernel

/// A day for people and for machines: `2026-11-22 (周日)`.
public struct DayLabel: Part {
    public let day: Day
    public let showsWeekday: Bool

    public init(_ day: Day, showsWeekday: Bool = true) {
        self.day = day
        self.showsWeekday = showsWeekday
    }

    public var html: HTML {
        time(.datetime(day.iso)) { showsWeekday ? day.phrase : Phrase(verbatim: day.iso) }
    }
}
