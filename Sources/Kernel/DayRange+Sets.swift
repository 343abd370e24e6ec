extension DayRange {
    /// Whether the day lies in the range.
    public func contains(_ day: Day) -> Bool {
        guard day >= start else { return false }
        guard let end else { return true }
        return day < end
    }

    /// Whether every day of the other lies in this one.
    public func contains(_ other: DayRange) -> Bool { intersection(other) == other }

    /// Whether they have a day in common.
    public func overlaps(_ other: DayRange) -> Bool { intersection(other) != nil }

    /// The common days; nil when there are none.
    public func intersection(_ other: DayRange) -> DayRange? {
        DayRange(start: max(start, other.start), end: Self.earlier(end, other.end))
    }

    /// What is left of this range without the other: nothing, one piece or two.
    public func subtracting(_ other: DayRange) -> [DayRange] {
        guard overlaps(other) else { return [self] }
        let before = DayRange(start: start, end: other.start)
        let after = other.end.flatMap { DayRange(start: $0, end: end) }
        return [before, after].compactMap { $0 }
    }

    /// Both as one range when they overlap or touch; nil when a day is missing between them.
    public func union(_ other: DayRange) -> DayRange? {
        if let end, end < other.start { return nil }
        if let end = other.end, end < start { return nil }
        let start = min(start, other.start)
        guard let one = end, let two = other.end else { return DayRange(from: start) }
        return DayRange(start: start, end: max(one, two))
    }

    /// The range cut off at an end it may not pass, for counting open ranges as of a day. Nil when nothing is
    /// left.
    public func ending(by end: Day) -> DayRange? { DayRange(start: start, end: Self.earlier(self.end, end)) }

    /// The days one by one, up to the last day of the calendar while no end is known.
    public var days: some Sequence<Day> { stride(from: start, through: last ?? .last, by: 1) }

    private static func earlier(_ one: Day?, _ other: Day?) -> Day? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}
