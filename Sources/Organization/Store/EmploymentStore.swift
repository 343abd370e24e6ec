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

    /// Stores a history over what is stored of it.
    static func save(
        _ history: PostHistory, of employment: Employment, replacing stored: [Assignment], cause: AssignmentCause,
        _ tx: Transaction
    ) throws {
        var diff = PostDiff()
        diff.add(history.assignments, of: employment, over: stored) { _ in cause }
        try diff.write(tx)
    }
}
