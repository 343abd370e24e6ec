import Kernel

/// Years of service for economic compensation, counted in halves: six months and more make a year, less than six months
/// a half, even a single day. Labour Contract Law art. 47; rule L-9.
package struct ServiceYears: Hashable, Sendable {
    package let halves: Int

    package init(halves: Int) { self.halves = halves }

    /// Nil when the last day lies before the first.
    ///
    /// A year is complete when its last day was worked: 1 January through 31 December is one. An anniversary on
    /// 29 February falls on 28 February in common years.
    package init?(from start: Day, through last: Day) {
        guard let days = DayRange(start: start, end: last + 1), let months = days.wholeMonths else { return nil }
        let (years, rest) = months.quotientAndRemainder(dividingBy: 12)
        let isWhole = start.adding(months: years * 12) == last + 1
        halves = years * 2 + (rest >= 6 ? 2 : isWhole ? 0 : 1)
    }

    /// `6.5`, `7`.
    package var text: String { halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5" }
}

extension ServiceYears: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.halves < right.halves }
}
