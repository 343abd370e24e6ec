/// A calendar month of a year, such as 2023-12: a payroll month, a reporting month.
///
/// Reaches from 0001-01 to 9999-12; arithmetic past either end stays at that end.
public struct Month: Hashable, Sendable {
    /// Months since 0000-01.
    private let index: Int32

    private init(index: Int) { self.index = Int32(min(max(index, 12), 119_999)) }

    /// Nil when the calendar has no such month.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(index: year * 12 + month - 1)
    }

    /// The month a day lies in.
    public init(containing day: Day) {
        let (year, month, _) = day.parts
        self.init(index: year * 12 + month - 1)
    }

    /// 1 to 9999.
    public var year: Int { Int(index) / 12 }
    /// 1 to 12.
    public var monthOfYear: Int { Int(index) % 12 + 1 }
    /// 1 to 4.
    public var quarter: Int { (monthOfYear + 2) / 3 }

    /// Its first day.
    public var firstDay: Day { Day(year: year, month: monthOfYear, day: 1) ?? .first }
    /// Its last day, the 28th to 31st.
    public var lastDay: Day { Day(year: year, month: monthOfYear, day: dayCount) ?? .last }
    /// 28 to 31.
    public var dayCount: Int { Day.days(inMonth: monthOfYear, ofYear: year) }
    /// All its days.
    public var days: DayRange { DayRange(firstDay...lastDay) }

    /// Whether the day lies in this month.
    public func contains(_ day: Day) -> Bool { day.month == self }

    /// So many months later, or the end of the calendar it would pass.
    public func adding(_ months: Int) -> Month {
        let (sum, overflow) = Int(index).addingReportingOverflow(months)
        return Month(index: overflow ? (months < 0 ? .min : .max) : sum)
    }

    /// The month after.
    public var next: Month { adding(1) }
    /// The month before.
    public var previous: Month { adding(-1) }
}

extension Month: Strideable {
    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }

    /// Months from this one to the other; negative when it lies before.
    public func distance(to other: Month) -> Int { Int(other.index) - Int(index) }

    /// The same as ``adding(_:)``.
    public func advanced(by months: Int) -> Month { adding(months) }
}
