import Kernel
import SQL
import Shell

/// Changes of what somebody does for whom: transfer, promotion, new manager, secondment, additional post.
package enum Posts {
    /// Another primary post from a day on. Pass a whole post: what stays the same is compared.
    /// - Parameters:
    ///   - replacing: drop changes already planned for later days; otherwise they are a refusal.
    /// - Throws: ``AssignmentRefusal``, ``StaffRefusal``, ``Missing``.
    package static func change(
        _ person: ID<Person>, to post: Post, from day: Day, cause: AssignmentCause, replacing: Bool = false,
        reason: String? = nil, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try occasion.requireDecision(about: person, .movePeople, tx)
        try check(post, on: day, for: person, tx)
        try write(person, day, cause, reason, occasion, tx) { history in
            try history.changing(from: day, replacing ? .replace : .refuse) { $0 = post }
        }
    }

    /// Lends somebody to another unit for some days.
    package static func second(
        _ person: ID<Person>, to post: Post, during days: DayRange, reason: String? = nil, _ occasion: Occasion,
        _ tx: Transaction
    ) throws {
        try occasion.requireDecision(about: person, .movePeople, tx)
        try check(post, on: days.start, for: person, tx)
        try write(person, days.start, .secondment, reason, occasion, tx) { try $0.seconding(to: post, during: days) }
    }

    /// A second post beside the primary one.
    package static func add(
        _ person: ID<Person>, _ post: Post, during days: DayRange, reason: String? = nil, _ occasion: Occasion,
        _ tx: Transaction
    ) throws {
        try occasion.requireDecision(about: person, .movePeople, tx)
        try check(post, on: days.start, for: person, tx)
        try write(person, days.start, .additional, reason, occasion, tx) { try $0.adding(post, during: days) }
    }

    private static func write(
        _ person: ID<Person>, _ day: Day, _ cause: AssignmentCause, _ reason: String?, _ occasion: Occasion,
        _ tx: Transaction, _ change: (PostHistory) throws -> PostHistory
    ) throws {
        let employment = try EmploymentStore.covering(day, person, tx)
        guard let days = employment.days else { throw StaffRefusal.notEmployed(day) }
        let stored = try EmploymentStore.assignments(of: employment.id, tx)
        let before = try PostHistory(stored, during: days)
        let after = try change(before)
        try EmploymentStore.save(after, of: employment, replacing: stored, cause: cause, tx)
        let names = try PostNames(before.posts(on: day).map(\.post) + after.posts(on: day).map(\.post), tx)
        try occasion.keep(
            AuditEntry(
                .move, of: AuditRecord(.person, person), about: person.subject,
                changes: FieldChange.real(
                    names.changes(before.posts(on: day).last?.post, after.posts(on: day).last?.post)
                        + [FieldChange("starts_on", FieldName.from, before: nil, after: day.iso)]),
                reason: reason),
            OrganizationEvents.Moved(person: person.subject, from: day, cause: cause), changed: [person], tx)
    }

    /// The unit is open that day, the manager is employed, and nobody ends up above themselves.
    static func check(_ post: Post, on day: Day, for person: ID<Person>? = nil, _ tx: Transaction) throws {
        let open = try tx.value(
            """
            select 1 from unit_facts where unit_id = \(post.unit) and starts_on <= \(day)
                and (ends_before is null or ends_before > \(day))
            """, as: Int.self)
        if open == nil { throw StaffRefusal.unknownUnit(day) }
        guard let manager = post.manager else { return }
        let known = try tx.value("select 1 from people where id = \(manager)", as: Int.self)
        if known == nil { throw StaffRefusal.unknownManager }
        guard let person else { return }
        // The line above the new manager, on the day and whenever a manager in it changes later.
        for moment in try [day] + laterChanges(after: day, tx) {
            let lines = try lines(above: manager, on: moment, tx)
            try lines.check(manager, for: person, on: moment) { id in
                (try? tx.value("select name from people where id = \(id)", as: String.self)) ?? "#\(id)"
            }
        }
    }

    /// Days after a day on which any planned change takes effect; few, as plans are few.
    private static func laterChanges(after day: Day, _ tx: Transaction) throws -> [Day] {
        try tx.rows(
            """
            select distinct starts_on from assignments
            where role = 'primary' and manager_id is not null and starts_on > \(day) order by starts_on limit 60
            """
        ) { row in try row.value() }
    }

    private static func lines(above person: ID<Person>, on day: Day, _ tx: Transaction) throws -> ReportingLines {
        var managers: [ID<Person>: ID<Person>] = [:]
        try tx.each(
            """
            with recursive line (person_id, manager_id, depth) as (
                select a.person_id, a.manager_id, 0 from assignments a
                where a.person_id = \(person) and \(UnitStore.primaryPost(on: day)) and a.manager_id is not null
                union all
                select a.person_id, a.manager_id, l.depth + 1 from line l join assignments a
                    on a.person_id = l.manager_id and \(UnitStore.primaryPost(on: day)) and a.manager_id is not null
                where l.depth < 60)
            select person_id, manager_id from line
            """
        ) { row in managers[try row.value()] = try row.value() }
        return ReportingLines(managers)
    }
}

/// Names of what posts point to, for the audit log.
private struct PostNames {
    private var units: [Int64: String] = [:]
    private var positions: [Int64: String] = [:]
    private var levels: [Int64: String] = [:]
    private var people: [Int64: String] = [:]

    init(_ posts: [Post], _ tx: Transaction) throws {
        units = try Self.read("select unit_id, names from unit_paths where unit_id in \(posts.map(\.unit))", tx)
        positions = try Self.read("select id, name from positions where id in \(posts.compactMap(\.position))", tx)
        levels = try Self.read("select id, name from levels where id in \(posts.compactMap(\.level))", tx)
        people = try Self.read("select id, name from people where id in \(posts.compactMap(\.manager))", tx)
    }

    private static func read(_ query: Query, _ tx: Transaction) throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        try tx.each(query) { row in names[try row.value()] = try row.value(String.self) }
        return names
    }

    func changes(_ before: Post?, _ after: Post?) -> [FieldChange] {
        func pair(
            _ field: String, _ name: Phrase, _ names: [Int64: String], _ id: (Post) -> Int64?
        ) -> FieldChange {
            FieldChange(
                field, name, before: before.flatMap(id).flatMap { names[$0] },
                after: after.flatMap(id).flatMap { names[$0] })
        }
        return [
            pair("unit", FieldName.unit, units) { $0.unit.rawValue },
            pair("position", FieldName.position, positions) { $0.position?.rawValue },
            pair("level", FieldName.level, levels) { $0.level?.rawValue },
            pair("manager", FieldName.manager, people) { $0.manager?.rawValue },
            FieldChange(
                "share", FieldName.share, before: before?.share.percentText, after: after?.share.percentText),
        ]
    }
}
