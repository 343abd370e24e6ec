import Kernel
import SQL

/// Whom a snapshot is about.
package enum Population: String, Sendable, Hashable, Codable, CaseIterable, SQLBindable, SQLReadable {
    /// Everybody employed at the end of the day; whose last day it is still counts, as in every headcount.
    case employees
    /// Those of them who are on probation and not confirmed by then.
    case probationers

    package var name: Phrase {
        switch self {
        case .employees: Phrase(zh: "在职员工", en: "Employees")
        case .probationers: Phrase(zh: "试用期员工", en: "People on probation")
        }
    }

    /// Their ids, ascending.
    package func subjects(on day: Day, _ tx: Transaction) throws -> [Int64] {
        let condition: Query =
            switch self {
            case .employees: "1 = 1"
            case .probationers: "probation_end >= \(day) and (confirmed_on is null or confirmed_on > \(day))"
            }
        return try tx.rows(
            """
            select distinct person_id from employments
            where hired_on <= \(day) and (last_day is null or last_day >= \(day)) and \(condition) order by person_id
            """
        ) { row in try row.value() }
    }

    /// Whether a snapshot of the day stays in the history: month ends, for probation the ends of weeks.
    package func isKept(_ day: Day) -> Bool {
        switch self {
        case .employees: day == day.month.lastDay
        case .probationers: day.weekday == .sunday
        }
    }

    /// The end of a week six to twelve days before: what is said of a day is compared with what would have been said then.
    package static func compared(with day: Day) -> Day {
        let latest = day - 6
        return latest - latest.weekday.rawValue % 7
    }

    /// The days of the history, oldest first.
    package func days(from first: Day, through last: Day) -> [Day] {
        guard first <= last else { return [] }
        return (first...last).filter(isKept)
    }
}
