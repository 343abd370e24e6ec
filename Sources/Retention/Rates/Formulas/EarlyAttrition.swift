import Kernel

/// H07 and H08: what became of those who joined, by the day of their own employment.
enum EarlyAttrition {
    /// The windows of the source.
    static let windows = [7, 30, 90, 180]

    /// One stretch of employment: its first day and, if it ended, its last.
    struct Stretch: Sendable {
        let start: Day
        let lastDay: Day?
    }

    struct Share: Codable, Hashable, Sendable {
        /// Whose day n has come: the others are in no denominator (right censoring).
        let eligible: Int
        let count: Int

        var rate: Fraction? { .share(count, of: eligible) }
    }

    /// H08: left with a tenure of at most n days among those whose first day is at least n days ago.
    /// Tenure is last day minus first day: the first day is day 0.
    static func left(within days: Int, asOf day: Day, _ stretches: some Sequence<Stretch>) -> Share {
        share(stretches, days, day) { stretch in stretch.lastDay.map { $0 - stretch.start <= days } ?? false }
    }

    /// H07: still employed at the end of day n after one's own start. The last day worked still counts.
    static func stayed(through days: Int, asOf day: Day, _ stretches: some Sequence<Stretch>) -> Share {
        share(stretches, days, day) { stretch in stretch.lastDay.map { $0 - stretch.start >= days } ?? true }
    }

    private static func share(
        _ stretches: some Sequence<Stretch>, _ days: Int, _ day: Day, _ counts: (Stretch) -> Bool
    ) -> Share {
        var (eligible, count) = (0, 0)
        for stretch in stretches where day - stretch.start >= days {
            eligible += 1
            if counts(stretch) { count += 1 }
        }
        return Share(eligible: eligible, count: count)
    }
}
