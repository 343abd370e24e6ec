import Kernel

/// One stretch of working here, from the hire day to the last day. Somebody who returns has another.
package struct Employment: Hashable, Sendable {
    package let id: ID<Employment>
    package var person: ID<Person>
    package var kind: EmploymentKind
    package var hireDay: Day
    /// The last day worked, once known; the person still counts on it.
    package var lastDay: Day?
    /// The stretch before, for somebody who returned.
    package var previous: ID<Employment>?
    /// The last day of the probation; nil when none was agreed.
    package var probationEnd: Day?
    /// From that day on the person is confirmed (转正).
    package var confirmationDay: Day?
    /// From when continuous service counts, where that is not the hire day: an agreement, or a group transfer that was
    /// not the employee's doing (Implementing Regulation art. 10).
    package var seniorityDay: Day?
    /// Months worked elsewhere before, when only their number is known; for annual leave.
    package var earlierServiceMonths: Int = 0
    package var workCity: String?
    /// The company that pays wages and the one that pays contributions, where that is not the company of the unit.
    package var payer: ID<OrgUnit>?
    package var insurer: ID<OrgUnit>?

    /// The days of this stretch; nil when the last day lies before the hire day.
    package var days: DayRange? { DayRange(start: hireDay, end: lastDay.map { $0 + 1 }) }

    /// Whether the person is employed at the end of that day; the last day still counts.
    package func covers(_ day: Day) -> Bool { hireDay <= day && lastDay.map { day <= $0 } ?? true }

    /// From when continuous service counts.
    package var serviceStart: Day { seniorityDay ?? hireDay }
}

/// Where an employment stands on a day.
package enum EmploymentState: String, Sendable, Hashable, Codable, CaseIterable {
    case planned
    case probation
    case regular
    case left

    package var name: Phrase {
        switch self {
        case .planned: Phrase(zh: "待入职", en: "Starting soon")
        case .probation: Phrase(zh: "试用", en: "On probation")
        case .regular: Phrase(zh: "正式", en: "Confirmed")
        case .left: Phrase(zh: "离职", en: "Left")
        }
    }
}

extension Employment {
    /// Where it stands at the end of that day.
    package func state(on day: Day) -> EmploymentState {
        if day < hireDay { return .planned }
        if !covers(day) { return .left }
        if case .running = probation(on: day) { return .probation }
        return .regular
    }

    /// How far the probation has come.
    package enum Probation: Hashable, Sendable {
        /// None was agreed.
        case none
        case running(daysLeft: Int)
        /// It ended and nobody recorded a confirmation. In law the person is confirmed: a probation ends by itself and
        /// cannot be agreed twice (art. 19).
        case endedUnconfirmed(daysAgo: Int)
        case confirmed(Day)
    }

    /// The probation on that day; an early confirmation ends it.
    package func probation(on day: Day) -> Probation {
        if let confirmationDay, confirmationDay <= day { return .confirmed(confirmationDay) }
        guard let probationEnd else { return .none }
        return day <= probationEnd
            ? .running(daysLeft: probationEnd - day) : .endedUnconfirmed(daysAgo: day - probationEnd)
    }
}
