/// A value that changes from day to day and keeps its past and its planned future: a salary, a manager, a
/// contract, a legal bound.
///
/// Before the first entry, and inside gaps, there is no value. Kept as the days on which something changes,
/// ascending, never the same value twice in a row; so two timelines with the same value on every day are equal.
public struct Timeline<Value: Equatable> {
    /// From that day on this is the value; nil opens a gap.
    struct Change: Equatable {
        let day: Day
        let value: Value?
    }

    private(set) var changes: [Change] = []

    /// No value on any day.
    public init() {}

    /// One value from a day on.
    public init(_ value: Value, from day: Day) { changes = [Change(day: day, value: value)] }

    /// One value on the given days.
    public init(_ value: Value, during days: DayRange) { set(value, during: days) }

    /// Whether no day has a value.
    public var isEmpty: Bool { changes.isEmpty }

    /// The value on that day; nil when there is none. Takes O(log *changes*).
    public subscript(day: Day) -> Value? {
        let after = firstChange(after: day)
        return after == 0 ? nil : changes[after - 1].value
    }

    /// Sets the value from a day on for good: what was planned for later is dropped. Nil ends it there.
    public mutating func set(_ value: Value?, from day: Day) {
        changes.removeSubrange(firstChange(onOrAfter: day)...)
        append(value, from: day)
    }

    /// Sets the value on these days only; before and after stay as they are. Nil makes a gap.
    public mutating func set(_ value: Value?, during days: DayRange) {
        guard let end = days.end else { return set(value, from: days.start) }
        let resumed = self[end]
        let later = changes[firstChange(after: end)...]
        set(value, from: days.start)
        append(resumed, from: end)
        for change in later { append(change.value, from: change.day) }
    }

    /// Sets the value from a day up to the next change already recorded after it, which stays: a correction of
    /// one step of a history.
    public mutating func set(_ value: Value?, untilNextChangeFrom day: Day) {
        let next = firstChange(after: day)
        guard next < changes.count, let days = DayRange(start: day, end: changes[next].day) else {
            return set(value, from: day)
        }
        set(value, during: days)
    }

    /// The only place that adds a change, so the only place that keeps neighbours apart.
    private mutating func append(_ value: Value?, from day: Day) {
        if changes.last?.value != value { changes.append(Change(day: day, value: value)) }
    }

    private func firstChange(after day: Day) -> Int { partition { $0.day > day } }

    private func firstChange(onOrAfter day: Day) -> Int { partition { $0.day >= day } }

    private func partition(_ isBehind: (Change) -> Bool) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(changes[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Timeline: Equatable {}
extension Timeline.Change: Hashable where Value: Hashable {}
extension Timeline: Hashable where Value: Hashable {}
extension Timeline.Change: Sendable where Value: Sendable {}
extension Timeline: Sendable where Value: Sendable {}
