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

    public init(containing day: Day) {
        let (year, month, _) = day.parts
        self.init(index: year * 12 + month - 1)
    }

    public var year: Int { Int(index) / 12 }
    /// 1 to 12.
    public var monthOfYear: Int { Int(index) % 12 + 1 }
    /// 1 to 4.
    public var quarter: Int { (monthOfYear + 2) / 3 }

    public var firstDay: Day { Day(year: year, month: monthOfYear, day: 1) ?? .first }
    public var lastDay: Day { Day(year: year, month: monthOfYear, day: dayCount) ?? .last }
    public var dayCount: Int { Day.days(inMonth: monthOfYear, ofYear: year) }
    public var days: DayRange { DayRange(from: firstDay, through: lastDay) }

    public func contains(_ day: Day) -> Bool { day.month == self }

    public func adding(_ months: Int) -> Month {
        let (sum, overflow) = Int(index).addingReportingOverflow(months)
        return Month(index: overflow ? (months < 0 ? .min : .max) : sum)
    }

    public var next: Month { adding(1) }
    public var previous: Month { adding(-1) }
}

extension Month: Strideable {
    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }

    public func distance(to other: Month) -> Int { Int(other.index) - Int(index) }

    public func advanced(by months: Int) -> Month { adding(months) }
}
