import Kernel
import SQL
import Shell

extension UnitStore {
    /// The day on which to show a unit: the day asked for, or the nearest one on which it exists.
    /// - Throws: ``Missing`` for a unit that never exists.
    static func day(showing unit: ID<OrgUnit>, on day: Day, _ tx: Transaction) throws -> Day {
        let facts = try tx.rows(
            "select starts_on, ends_before from unit_facts where unit_id = \(unit) order by starts_on"
        ) { row in try row.days() }
        guard let first = facts.first else { throw Missing() }
        if facts.contains(where: { $0.contains(day) }) { return day }
        let before = facts.compactMap(\.end).filter { $0 <= day }.max()
        return before.map { $0 - 1 } ?? first.start
    }

    /// A unit as people write it: its number here, its code, its full path, or a name that only one unit has.
    /// - Throws: a problem at the field.
    static func unit(
        written text: String, at field: String, among tree: [UnitNode]
    ) throws -> ID<OrgUnit> {
        let levels = text.split(whereSeparator: UnitPath.isSeparator).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let path = levels.joined(separator: "/")
        let found =
            tree.first { $0.id.description == text } ?? tree.first { $0.code == text && !text.isEmpty }
            ?? tree.first { $0.path == path }
        if let found { return found.id }
        let named = tree.filter { $0.name == text }
        if named.count > 1 {
            throw FormProblem(field: field, problem: UnitRefusal.ambiguousName(text, named.map(\.path)).explanation)
        }
        guard let only = named.first else {
            throw FormProblem(
                field: field,
                problem: Phrase(
                    zh: "没有找到组织单元“\(text)”。请填写完整路径，例如“总部/销售部”。",
                    en: "There is no unit “\(text)”. Write its full path, such as Headquarters/Sales."))
        }
        return only.id
    }

    /// Who looks after a unit on a day.
    static func lookedAfter(
        _ unit: ID<OrgUnit>, on day: Day, _ tx: Transaction
    ) throws -> (head: ID<Person>?, partner: ID<Person>?) {
        try tx.first(
            """
            select head_id, partner_id from unit_facts where unit_id = \(unit) and starts_on <= \(day)
                and (ends_before is null or ends_before > \(day))
            """
        ) { row in (try row.value(), try row.value()) } ?? (nil, nil)
    }

    /// Places planned on a day: by position, the plan for the unit as a whole under nil.
    static func places(in unit: ID<OrgUnit>, on day: Day, _ tx: Transaction) throws -> [PlannedPlaces] {
        try tx.rows(
            """
            select h.position_id, o.name, h.places, h.starts_on, h.ends_before
            from headcount_plans h left join positions o on o.id = h.position_id
            where h.unit_id = \(unit) and (h.ends_before is null or h.ends_before > \(day))
            order by h.starts_on, o.name nulls first
            """
        ) { row in
            row.skip()
            return PlannedPlaces(name: try row.value(), places: try row.value(), days: try row.days())
        }
    }
}

/// How many people a unit may employ over some days.
struct PlannedPlaces: Codable, Hashable, Sendable {
    /// Nil for all positions together.
    let name: String?
    let places: Int
    let days: DayRange
}

extension PersonStore {
    /// Somebody by staff number, as far as the viewer may see them; nil for a blank field.
    /// - Parameter present: whoever stands there now: stays, whether they have left or not.
    /// - Throws: a problem at the field.
    static func person(
        numbered number: String?, at field: String, keeping present: ID<Person>? = nil, as viewer: Viewer,
        _ tx: Transaction
    ) throws -> ID<Person>? {
        guard let number else { return nil }
        if let present,
            try tx.value("select number from people where id = \(present)", as: String.self) == number
        {
            return present
        }
        let found = try tx.value(
            """
            select s.person_id from staff s where s.number = \(number) and s.status <> 'left'
                and \(Visibility.condition(viewer, .readPeople))
            """, as: ID<Person>.self)
        guard let found else {
            throw FormProblem(
                field: field,
                problem: Phrase(
                    zh: "没有找到工号为“\(number)”的在职员工。请核对工号；已离职的，请改填现任人员的工号。",
                    en: "Nobody in service has the number “\(number)”. Check it; for somebody who has left, "
                        + "enter who took over."))
        }
        return found
    }
}
