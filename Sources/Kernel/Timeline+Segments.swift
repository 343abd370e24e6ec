extension Timeline {
    /// One value and the days it holds.
    public struct Segment {
        /// What holds.
        public let value: Value
        /// When it holds.
        public let days: DayRange

        /// A value on these days.
        public init(value: Value, days: DayRange) { (self.value, self.days) = (value, days) }
    }

    /// The values in order of time, each with its days; gaps are left out. Only the last may be open-ended.
    public var segments: [Segment] {
        changes.indices.compactMap { index in
            guard let value = changes[index].value else { return nil }
            let end = index + 1 < changes.count ? changes[index + 1].day : nil
            return DayRange(start: changes[index].day, end: end).map { Segment(value: value, days: $0) }
        }
    }

    /// The segments that touch these days, cut off at both ends.
    public func segments(in days: DayRange) -> [Segment] {
        segments.compactMap { segment in
            segment.days.intersection(days).map { Segment(value: segment.value, days: $0) }
        }
    }

    /// Builds a timeline from dated values in any order; neighbours with the same value become one.
    ///
    /// - Throws: ``TimelineRefusal/overlap(_:_:)`` when two of them claim the same day, even with equal values.
    public init(_ segments: [Segment]) throws(TimelineRefusal) {
        self.init()
        let ordered = segments.sorted { $0.days.start < $1.days.start }
        for (one, next) in zip(ordered, ordered.dropFirst()) where one.days.overlaps(next.days) {
            throw .overlap(one.days, next.days)
        }
        for segment in ordered { set(segment.value, during: segment.days) }
    }

    /// From the first day with a value to the last; nil when there is none.
    public var extent: DayRange? {
        guard let first = segments.first, let last = segments.last else { return nil }
        return DayRange(start: first.days.start, end: last.days.end)
    }

    /// Whether there is a value on every one of these days.
    public func covers(_ days: DayRange) -> Bool {
        var rest = [days]
        for segment in segments(in: days) { rest = rest.flatMap { $0.subtracting(segment.days) } }
        return rest.isEmpty
    }
}

extension Timeline {
    /// The same days with every value translated.
    public func map<Other: Equatable>(_ transform: (Value) throws -> Other) rethrows -> Timeline<Other> {
        var result = Timeline<Other>()
        for change in changes { result.set(try change.value.map(transform), from: change.day) }
        return result
    }

    /// Only these days of it.
    public func limited(to days: DayRange) -> Timeline {
        var result = Timeline()
        for segment in segments(in: days) { result.set(segment.value, during: segment.days) }
        return result
    }

    /// Both timelines side by side, on the days where both have a value.
    public func combined<Other: Equatable, Both: Equatable>(
        with other: Timeline<Other>, _ combine: (Value, Other) throws -> Both
    ) rethrows -> Timeline<Both> {
        var result = Timeline<Both>()
        for day in Set(changes.map(\.day) + other.changes.map(\.day)).sorted() {
            guard let value = self[day], let partner = other[day] else {
                result.set(nil, from: day)
                continue
            }
            result.set(try combine(value, partner), from: day)
        }
        return result
    }
}

extension Timeline.Segment: Equatable {}
extension Timeline.Segment: Hashable where Value: Hashable {}
extension Timeline.Segment: Sendable where Value: Sendable {}
extension Timeline.Segment: Codable where Value: Codable {}
