extension Day: Strideable {
    /// Days from here to the other; negative when it lies before.
    public func distance(to other: Day) -> Int { other.number - number }

    /// The day so many days later, or the end of the calendar it would pass.
    public func advanced(by days: Int) -> Day {
        let (sum, overflow) = number.addingReportingOverflow(days)
        return overflow ? (days < 0 ? .first : .last) : Day(number: sum)
    }

    /// So many days later.
    public static func + (day: Day, days: Int) -> Day { day.advanced(by: days) }

    /// So many days earlier.
    public static func - (day: Day, days: Int) -> Day { day.advanced(by: days == .min ? .max : -days) }

    /// Days from the second to the first.
    public static func - (left: Day, right: Day) -> Int { left.number - right.number }

    /// Moves the day on by so many days.
    public static func += (day: inout Day, days: Int) { day = day + days }

    /// The same day of a later month, or that month's last day where it is shorter:
    /// 31 January + 1 month = 28 or 29 February.
    public func adding(months: Int) -> Day {
        let (_, _, dayOfMonth) = parts
        let target = month.adding(months)
        let (year, month) = (target.year, target.monthOfYear)
        let clamped = min(dayOfMonth, Day.days(inMonth: month, ofYear: year))
        return Day(year: year, month: month, day: clamped) ?? (months < 0 ? .first : .last)
    }

    /// The same day of a later year; 29 February becomes 28 February in a common year.
    public func adding(years: Int) -> Day {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? (years < 0 ? .first : .last) : adding(months: months)
    }

    /// Whole months from this day to the other: the most months that can be added here without passing it.
    ///
    /// This is how service, probation and contract terms are counted: a month is complete when the same day of
    /// the next month begins, or that month's last day where it is shorter. Negative towards the past.
    public func wholeMonths(to other: Day) -> Int {
        guard self <= other else { return -other.wholeMonths(to: self) }
        let months = month.distance(to: other.month)
        return adding(months: months) <= other ? months : months - 1
    }

    /// Whole years from this day to the other: age and years of service.
    public func wholeYears(to other: Day) -> Int { wholeMonths(to: other) / 12 }
}
