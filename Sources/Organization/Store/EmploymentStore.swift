import Kernel
import SQL
import Shell

/// Employments with their posts, as they are stored; without a viewer, for changes that asked before.
enum EmploymentStore {
    /// The employment of a day. - Throws: ``StaffRefusal/notEmployed(_:)``.
    static func covering(_ day: Day, _ person: ID<Person>, _ tx: Transaction) throws -> Employment {
        let all = try PersonStore.employments(of: person, tx)
        guard let found = all.last(where: { $0.covers(day) }) else { throw StaffRefusal.notEmployed(day) }
        return found
    }

    static func assignments(of employment: ID<Employment>, _ tx: Transaction) throws -> [Assignment] {
        try tx.rows(
            "select \(Assignment.columns) from assignments where employment_id = \(employment) order by starts_on, id"
        ) { row in try Assignment(&row) }
    }

    static func save(_ employment: Employment, _ tx: Transaction) throws {
        try tx.insert(
            into: "employments", columns, values: employment.values,
            ending: """
                on conflict (id) do update set kind = excluded.kind, hired_on = excluded.hired_on,
                last_day = excluded.last_day, previous_id = excluded.previous_id,
                probation_end = excluded.probation_end, confirmed_on = excluded.confirmed_on,
                seniority_day = excluded.seniority_day, earlier_months = excluded.earlier_months,
                work_city = excluded.work_city, payer_id = excluded.payer_id, insurer_id = excluded.insurer_id
                """)
    }

    static let columns: [StaticString] = [
        "id", "person_id", "kind", "hired_on", "last_day", "previous_id", "probation_end", "confirmed_on",
        "seniority_day", "earlier_months", "work_city", "payer_id", "insurer_id",
    ]

    static let assignmentColumns: [StaticString] = [
        "id", "person_id", "employment_id", "role", "unit_id", "position_id", "level_id", "manager_id", "share",
        "starts_on", "ends_before", "cause",
    ]

    /// Stores a history over what is stored of it: posts that did not change keep their ids and causes.
    static func save(
        _ history: PostHistory, of employment: Employment, replacing stored: [Assignment], cause: AssignmentCause,
        _ tx: Transaction
    ) throws {
        var left = stored
        var kept: [Assignment] = []
        var fresh: [(role: AssignmentRole, post: Post, days: DayRange)] = []
        for part in history.assignments {
            let same = left.firstIndex {
                $0.role == part.role && $0.post == part.post && $0.days.start == part.days.start
            }
            guard let same else {
                fresh.append(part)
                continue
            }
            var assignment = left.remove(at: same)
            assignment.days = part.days
            kept.append(assignment)
        }
        if !left.isEmpty { try tx.execute("delete from assignments where id in \(left.map(\.id))") }
        var next = fresh.isEmpty ? 0 : try tx.newIDs(fresh.count).lowerBound
        for part in fresh {
            // What follows a change that is inserted before it goes on for the reason it began.
            let former = stored.last { $0.role == part.role && $0.post == part.post }
            kept.append(
                Assignment(
                    id: ID(next), person: employment.person, role: part.role, post: part.post, days: part.days,
                    cause: former?.cause ?? cause))
            next += 1
        }
        try tx.insert(
            into: "assignments", assignmentColumns, values: kept.flatMap { $0.values(of: employment.id) },
            ending: """
                on conflict (id) do update set ends_before = excluded.ends_before, starts_on = excluded.starts_on,
                cause = excluded.cause
                """)
    }
}
