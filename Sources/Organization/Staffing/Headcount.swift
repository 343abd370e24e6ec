import Kernel

/// One stretch of employment as counting needs it. Two stretches of one person never count twice on a day.
package struct StaffSpan: Hashable, Sendable {
    package let person: ID<Person>
    package let hireDay: Day
    /// The person still counts on it.
    package let lastDay: Day?
    /// The unit of the primary post from day to day.
    package let units: Timeline<ID<OrgUnit>>

    package init(
        person: ID<Person>, hireDay: Day, lastDay: Day? = nil, units: Timeline<ID<OrgUnit>> = Timeline()
    ) {
        (self.person, self.hireDay, self.lastDay, self.units) = (person, hireDay, lastDay, units)
    }

    package func covers(_ day: Day) -> Bool { hireDay <= day && lastDay.map { day <= $0 } ?? true }
}

/// Counts of people. Rates are made of them elsewhere; a count never hides its definition.
package enum Headcount {
    /// People employed at the end of that day; whose last day it is still counts.
    package static func count(on day: Day, _ spans: [StaffSpan]) -> Int {
        Set(spans.lazy.filter { $0.covers(day) }.map(\.person)).count
    }

    /// The same by unit of the primary post; people without one under nil.
    package static func byUnit(on day: Day, _ spans: [StaffSpan]) -> [ID<OrgUnit>?: Int] {
        var counted: Set<ID<Person>> = []
        return spans.reduce(into: [:]) { counts, span in
            if span.covers(day), counted.insert(span.person).inserted { counts[span.units[day], default: 0] += 1 }
        }
    }

    /// The mean of the headcounts at the ends of the months in the period, the last one cut off at its end: the
    /// alternative base of H02. Nil when the period has no end.
    package static func meanOfMonthEnds(_ period: DayRange, _ spans: [StaffSpan]) -> Double? {
        guard let last = period.last else { return nil }
        let ends = stride(from: period.start.month, through: last.month, by: 1).map { min($0.lastDay, last) }
        return Double(ends.reduce(0) { $0 + count(on: $1, spans) }) / Double(ends.count)
    }
}
