import Kernel

/// How long somebody has served: here without a break, and at all employers together.
package enum Seniority {
    /// Service up to and including a day.
    package struct Length: Hashable, Sendable {
        /// The day from which unbroken service of that length would count: the first day, later by the days of the gaps.
        package let since: Day
        /// Calendar days without employment between the counted stretches.
        package let gapDays: Int
        /// Whole months, the day itself included.
        package let months: Int

        package var years: Int { months / 12 }

        init(since: Day, gapDays: Int, through day: Day, extraMonths: Int = 0) {
            (self.since, self.gapDays) = (since, gapDays)
            months = max(0, since.wholeMonths(to: day + 1)) + extraMonths
        }
    }

    /// Service at this employer that counts as continuous on that day.
    ///
    /// Earlier stretches join when at most `bridging` days lie between; the gap itself does not count. Without bridging
    /// only stretches that follow each other directly join. Nil when the person is not employed that day.
    /// Source: Labour Contract Law art. 14(2)(1); Implementing Regulation arts. 9–10.
    package static func continuous(_ stretches: [DayRange], on day: Day, bridging: Int = 0) -> Length? {
        let past = merged(stretches, through: day)
        guard let current = past.last, current.contains(day) else { return nil }
        var (start, gapDays) = (current.start, 0)
        for stretch in past.dropLast().reversed() {
            guard let end = stretch.end, start - end <= bridging else { break }
            gapDays += start - end
            start = stretch.start
        }
        return Length(since: start + gapDays, gapDays: gapDays, through: day)
    }

    /// Service at all employers together, for annual leave: days claimed twice count once, gaps not at all.
    ///
    /// - Parameter extraMonths: earlier service of which only the length is known.
    ///
    /// Source: Regulation on Paid Annual Leave art. 3; rule L-16.
    package static func cumulative(_ stretches: [DayRange], on day: Day, extraMonths: Int = 0) -> Length {
        let past = merged(stretches, through: day)
        guard let first = past.first else {
            return Length(since: day + 1, gapDays: 0, through: day, extraMonths: extraMonths)
        }
        var gapDays = 0
        var reached = first.start
        for stretch in past {
            gapDays += stretch.start - reached
            reached = stretch.end ?? day + 1
        }
        // Service ends with the last stretch; what is idle after it counts no more than a gap.
        return Length(
            since: first.start + gapDays, gapDays: gapDays, through: reached - 1, extraMonths: extraMonths)
    }

    /// The stretches up to and including that day, in order, touching ones joined.
    private static func merged(_ stretches: [DayRange], through day: Day) -> [DayRange] {
        var result: [DayRange] = []
        for stretch in stretches.compactMap({ $0.ending(by: day + 1) }).sorted(by: { $0.start < $1.start }) {
            if let joined = result.last.flatMap({ $0.union(stretch) }) {
                result[result.count - 1] = joined
            } else {
                result.append(stretch)
            }
        }
        return result
    }
}
