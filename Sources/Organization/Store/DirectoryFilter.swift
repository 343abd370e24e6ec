import Kernel
import SQL
import Shell

/// Which people a list shows, in what order, and where it goes on.
package struct DirectoryFilter: Hashable, Sendable {
    package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        /// Everybody employed today.
        case present
        case planned, probation, regular, left
        case all

        package var name: Phrase {
            switch self {
            case .present: Phrase(zh: "在职", en: "Employed")
            case .planned: EmploymentState.planned.name
            case .probation: EmploymentState.probation.name
            case .regular: EmploymentState.regular.name
            case .left: EmploymentState.left.name
            case .all: Phrase(zh: "全部", en: "Everybody")
            }
        }
    }

    package enum Order: String, Sendable, Hashable, Codable, CaseIterable {
        /// By pinyin.
        case name
        case number
        /// The newest first.
        case hireDay = "hire_day"
        /// By the path of the unit, then by name.
        case unit
    }

    package var status: Status = .present
    /// The unit and everything below it.
    package var unit: ID<OrgUnit>?
    package var position: ID<Position>?
    package var level: ID<Level>?
    package var kind: EmploymentKind?
    /// Reporting to somebody directly.
    package var manager: ID<Person>?
    package var city: String?
    package var hiredFrom: Day?
    package var hiredThrough: Day?
    /// What was typed into the search of the list: ``Directory/search(_:limit:as:_:)``.
    package var search: String?
    /// Ticked rows only.
    package var people: [ID<Person>]?
    package var order: Order = .name
    /// Against the way of ``order``: Z to A, the oldest first.
    package var isReversed = false

    package init() {}

    /// The conditions on `staff s` without those of the viewer.
    ///
    /// A filter on a field of the class *work* leaves out whom the viewer does not see that field of: otherwise a filter
    /// would tell what the list hides.
    ///
    /// - Parameters:
    ///   - inUnit: the condition for ``unit``.
    ///   - found: the condition for ``search``.
    func condition(_ seesWork: Query, inUnit: Query?, found: Query?) -> Query {
        var hidden: [Query] = []
        var open: [Query] = []
        switch status {
        case .present: open.append("s.is_employed = 1")
        case .all: break
        case .planned, .probation, .regular, .left: hidden.append("s.status = \(status.rawValue)")
        }
        if let inUnit { open.append(inUnit) }
        if let people { open.append(people.isEmpty ? "1 = 0" : "s.person_id in \(people)") }
        if let found { open.append(found) }
        if let position { open.append("s.position_id = \(position)") }
        if let level { hidden.append("s.level_id = \(level)") }
        if let kind { hidden.append("s.kind = \(kind)") }
        if let manager { hidden.append("s.manager_id = \(manager)") }
        if let city { hidden.append("s.work_city = \(city)") }
        if let hiredFrom { hidden.append("s.hired_on >= \(hiredFrom)") }
        if let hiredThrough { hidden.append("s.hired_on <= \(hiredThrough)") }
        if !hidden.isEmpty || order == .hireDay {
            hidden.append(seesWork)
        }
        return .all(of: open + hidden)
    }
}
