import Kernel
import SQL
import Shell

/// One person as a list shows them. What stands behind the class *work* is nil for those who do not see it.
package struct StaffRow: Codable, Hashable, Sendable {
    package let id: ID<Person>
    package let number: String
    package let name: String
    package let unit: ID<OrgUnit>?
    package let unitName: String?
    /// `总部/销售部/华东区`
    package let unitPath: String?
    package let position: String?
    package let workMail: String?
    package let workPhone: String?
    package let work: Work?

    /// Fields of the class *work*.
    package struct Work: Codable, Hashable, Sendable {
        package let status: EmploymentState
        package let kind: EmploymentKind?
        package let level: String?
        package let manager: ID<Person>?
        package let managerName: String?
        package let hiredOn: Day?
        package let lastDay: Day?
        package let probationEnd: Day?
        package let workCity: String?
    }

    /// The columns of a query over `staff s`.
    static func columns(_ viewer: Viewer, _ capability: Capability = .readPeople) -> Query {
        columns(seeingWork: Visibility.condition(viewer, capability, showing: .work))
    }

    static func columns(seeingWork sees: Query) -> Query {
        """
        s.person_id, s.number, s.name, s.unit_id, s.unit_name, s.unit_names, s.position, s.work_mail, s.work_phone,
        \(Visibility.flag(sees)), s.status, s.kind, s.level, s.manager_id, s.manager_name, s.hired_on, s.last_day,
        s.probation_end, s.work_city
        """
    }

    /// Reads what ``columns(_:_:)`` asked for.
    init(_ row: inout Row) throws {
        (id, number, name) = (try row.value(), try row.value(), try row.value())
        (unit, unitName, unitPath) = (try row.value(), try row.value(), try row.value())
        (position, workMail, workPhone) = (try row.value(), try row.value(), try row.value())
        guard try row.value(Bool.self) else {
            work = nil
            row.skip(9)
            return
        }
        work = Work(
            status: try row.value(), kind: try row.value(), level: try row.value(), manager: try row.value(),
            managerName: try row.value(), hiredOn: try row.value(), lastDay: try row.value(),
            probationEnd: try row.value(), workCity: try row.value())
    }
}

extension Visibility {
    /// The condition as a column of 0 or 1.
    static func flag(_ condition: Query) -> Query {
        condition == everybody ? "1" : "case when \(condition) then 1 else 0 end"
    }
}
