import Kernel
import SQL

/// Keeps ``staff`` true: one row per person with what holds today. Refreshed for the people a change touches, in the
/// transaction of the change, and for those whom a new day changes by itself.
package enum StaffProjection {
    /// Brings the list to a day: whoever was hired, moved, confirmed or left by the calendar alone is refreshed.
    ///
    /// Cheap when the day is the same. A clock that went back is followed too.
    package static func roll(to day: Day, _ tx: Transaction) throws {
        guard let known = try tx.value("select as_of from staff_state where id = 1", as: Day.self) else {
            try tx.execute("insert into staff_state (id, as_of, version) values (1, \(day), 0)")
            return try rebuild(on: day, tx)
        }
        guard known != day else { return }
        try tx.execute("update staff_state set as_of = \(day) where id = 1")
        try refreshUnits(on: day, tx)
        try refresh(try changed(between: min(known, day), and: max(known, day), tx), on: day, tx)
    }

    /// The day the list stands for, and a number that changes with it: what was counted at the same number may be kept.
    package static func state(_ tx: Transaction) throws -> (day: Day, version: Int)? {
        try tx.first("select as_of, version from staff_state where id = 1") { row in
            (try row.value(), try row.value())
        }
    }

    /// Everything from the start; after an import, a restore, or an update of the program.
    package static func rebuild(on day: Day, _ tx: Transaction) throws {
        _ = try UnitPaths.refresh(on: day, tx)
        try tx.execute("delete from staff_search")
        try tx.execute("delete from staff")
        let count = try tx.value("select count(*) from people", as: Int.self) ?? 0
        try withoutIndexes(if: count > 2_000, tx) {
            try tx.execute(insertion(of: "1 = 1", on: day))
            try writeLines(among: nil, tx)
            try writeKeys(of: nil, tx)
        }
        try countChange(day, tx)
    }

    /// After a change of these people's facts.
    static func refresh(_ people: [ID<Person>], on day: Day, _ tx: Transaction) throws {
        let people = Set(people).sorted()
        if people.count > 5_000 { return try rebuild(on: day, tx) }
        guard !people.isEmpty else { return try countChange(day, tx) }
        try removeKeys(of: people, tx)
        for chunk in people.chunks(of: 400) {
            try tx.execute("delete from staff where person_id in \(chunk)")
            try tx.execute(insertion(of: "p.id in \(chunk)", on: day))
            try tx.execute(
                """
                update staff set manager_name = (select name from people where id = staff.manager_id)
                where manager_id in \(chunk)
                """)
        }
        for chunk in people.chunks(of: 400) { try writeLines(among: Array(chunk), tx) }
        try writeKeys(of: people, tx)
        try countChange(day, tx)
    }

    /// After a change of the tree: paths first, then the people in the units that moved.
    static func refreshUnits(on day: Day, _ tx: Transaction) throws {
        for chunk in try UnitPaths.refresh(on: day, tx).chunks(of: 400) {
            try tx.execute(
                """
                update staff set unit_path = u.path, unit_name = u.name, unit_names = u.names
                from unit_paths u where u.unit_id = staff.unit_id and staff.unit_id in \(chunk)
                """)
        }
        try countChange(day, tx)
    }

    /// What every path below a path sorts before: `/1/5/` ends at `/1/50`, because `0` follows `/`.
    static func end(of path: String) -> String { path.dropLast() + "0" }

    private static func countChange(_ day: Day, _ tx: Transaction) throws {
        try tx.execute(
            """
            insert into staff_state (id, as_of, version) values (1, \(day), 1)
            on conflict (id) do update set version = staff_state.version + 1
            """)
    }

    /// Whom the calendar changes on the days after the first, up to and including the second.
    private static func changed(between first: Day, and second: Day, _ tx: Transaction) throws -> [ID<Person>] {
        // Something that ends with a day changes the list on the next one.
        let (from, through) = (first + 1, second)
        let (fromEnd, throughEnd) = (first, second - 1)
        return try tx.rows(
            """
            select person_id from employments where hired_on between \(from) and \(through)
            union select person_id from employments where last_day between \(fromEnd) and \(throughEnd)
            union select person_id from employments where probation_end between \(fromEnd) and \(throughEnd)
            union select person_id from employments where confirmed_on between \(from) and \(through)
            union select person_id from assignments where starts_on between \(from) and \(through)
            union select person_id from assignments where ends_before between \(from) and \(through)
            union select person_id from contracts where starts_on between \(from) and \(through)
            """
        ) { row in try row.value() }
    }
}
