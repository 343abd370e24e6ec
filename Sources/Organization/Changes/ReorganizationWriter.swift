import Kernel
import SQL
import Shell

/// Writes a reorganisation: first the units, all at once so that no order between steps matters, then the posts.
struct ReorganizationWriter {
    let plan: Reorganisation
    let occasion: Occasion

    init(_ plan: Reorganisation, _ occasion: Occasion) { (self.plan, self.occasion) = (plan, occasion) }

    /// - Returns: the people whose posts changed.
    func write(_ tx: Transaction) throws -> [ID<Person>] {
        let units = try UnitStore.all(tx)
        let before = try UnitTree(units, on: plan.day)
        let after = try plan.applied(to: before)
        let changed = try changedUnits(units, before, after)
        let kept = Dictionary(changed.map { ($0.id, $0) }) { first, _ in first }
        let all = units.map { kept[$0.id] ?? $0 }
        let moments = all.flatMap { $0.facts.segments.map(\.days.start) + [$0.closed].compactMap { $0 } }
        for moment in Set(moments.filter { $0 > plan.day } + [plan.day]).sorted() {
            try UnitRules.check(all: all, on: moment)
        }
        try UnitStore.save(changed, tx)
        let people = try movePosts(before, tx)
        try endPlans(tx)
        try note(changed, units, people, tx)
        return people
    }

    private func changedUnits(
        _ units: [OrgUnit], _ before: UnitTree, _ after: UnitTree
    ) throws(UnitRefusal) -> [OrgUnit] {
        var changed: [OrgUnit] = []
        for unit in units {
            guard let old = before[unit.id]?.facts else { continue }
            let new = after[unit.id]?.facts
            guard new != old else { continue }
            try UnitRules.refuseLaterChange(of: unit, after: plan.day)
            if let name = new?.name, name != old.name {
                guard name.contains(where: { !$0.isWhitespace }) else { throw .noName }
                guard !name.contains(where: UnitPath.isSeparator) else { throw .nameWithSeparator(name) }
            }
            var next = unit
            next.facts.set(new, from: plan.day)
            changed.append(next)
        }
        return changed
    }

    /// Every post in a unit that goes, and the primary posts of the people who change, continue in the new unit.
    private func movePosts(_ before: UnitTree, _ tx: Transaction) throws -> [ID<Person>] {
        let day = plan.day
        let gone = Array(plan.mergers.keys) + plan.closures
        let (left, moved) = (gone.sorted(), plan.people.keys.sorted())
        let posts = try tx.rows(
            """
            select \(Assignment.columns) from assignments
            where (unit_id in \(left) or (person_id in \(moved) and role = 'primary'))
                and (ends_before is null or ends_before > \(day))
            order by id
            """
        ) { row in
            var ahead = row
            ahead.skip(2)
            return (employment: try ahead.value(ID<Employment>.self), post: try Assignment(&row))
        }
        try refuseLaterPosts(posts.map(\.post), tx)
        let shifted = posts.compactMap { entry -> (ID<Employment>, Assignment)? in
            var post = entry.post
            let unit = plan.place(of: (post.person, post.post.unit))
            guard unit != post.post.unit else { return nil }
            post.post.unit = unit
            return (entry.employment, post)
        }
        if let stuck = posts.first(where: {
            plan.closures.contains(plan.place(of: ($0.post.person, $0.post.post.unit)))
        }) {
            let unit = stuck.post.post.unit
            let count = Set(posts.filter { $0.post.post.unit == unit }.map(\.post.person)).count
            throw UnitRefusal.stillPeople(unit: before[unit]?.name ?? "", count: count, day)
        }
        let people = Set(shifted.map(\.1.person)).sorted()
        try requireReach(people, tx)
        try store(shifted, tx)
        return people
    }

    /// What begins later is in the new unit from its start; what runs is cut on the day.
    private func store(_ posts: [(ID<Employment>, Assignment)], _ tx: Transaction) throws {
        guard !posts.isEmpty else { return }
        let day = plan.day
        let (running, later) = (posts.filter { $0.1.days.start < day }, posts.filter { $0.1.days.start >= day })
        for chunk in running.map(\.1.id).chunks(of: 400) {
            try tx.execute("update assignments set ends_before = \(day) where id in \(chunk)")
        }
        for chunk in later.map(\.1.id).chunks(of: 400) {
            try tx.execute("delete from assignments where id in \(chunk)")
        }
        let first = try tx.newIDs(running.count + 1).lowerBound
        let cut = running.enumerated().compactMap { place, entry -> [SQLValue]? in
            guard let days = DayRange(start: day, end: entry.1.days.end) else { return nil }
            return Assignment(
                id: ID(first + Int64(place)), person: entry.1.person, role: entry.1.role, post: entry.1.post,
                days: days, cause: .reorganisation
            ).values(of: entry.0)
        }
        try tx.insert(
            into: "assignments", EmploymentStore.assignmentColumns,
            values: cut.flatMap { $0 } + later.flatMap { $0.1.values(of: $0.0) })
    }

    private func refuseLaterPosts(_ posts: [Assignment], _ tx: Transaction) throws {
        let later = posts.filter { $0.role == .primary && $0.days.start > plan.day && plan.people[$0.person] != nil }
        guard !later.isEmpty else { return }
        let names = try tx.rows("select name from people where id in \(later.map(\.person)) order by name") { row in
            try row.value(String.self)
        }
        throw ReorganizationRefusal.plannedLater(names.joined(separator: "、"))
    }

    private func requireReach(_ people: [ID<Person>], _ tx: Transaction) throws {
        let visible = Visibility.condition(occasion.viewer, .movePeople)
        if visible == Visibility.everybody { return }
        var seen = 0
        for chunk in people.chunks(of: 400) {
            seen +=
                try tx.value(
                    "select count(*) from staff s where s.person_id in \(chunk) and \(visible)", as: Int.self) ?? 0
        }
        if seen < people.count { throw ReorganizationRefusal.outOfReach(people.count - seen) }
    }

    private func endPlans(_ tx: Transaction) throws {
        let (gone, day) = ((Array(plan.mergers.keys) + plan.closures).sorted(), plan.day)
        try tx.execute("delete from headcount_plans where unit_id in \(gone) and starts_on >= \(day)")
        try tx.execute(
            """
            update headcount_plans set ends_before = \(day)
            where unit_id in \(gone) and (ends_before is null or ends_before > \(day))
            """)
    }

    private func note(_ changed: [OrgUnit], _ units: [OrgUnit], _ people: [ID<Person>], _ tx: Transaction) throws {
        let before = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        func name(_ unit: ID<OrgUnit>?) -> String? { unit.flatMap { before[$0]?.facts[plan.day]?.name } }
        var entries = changed.map { unit in
            let (old, new) = (before[unit.id]?.facts[plan.day], unit.facts[plan.day])
            return AuditEntry(
                new == nil ? .closeUnit : .changeUnit, of: AuditRecord(.unit, unit.id),
                changes: FieldChange.real([
                    FieldChange("name", FieldName.name, .public, before: old?.name, after: new?.name),
                    FieldChange(
                        "parent", FieldName.parent, .public, before: name(old?.parent), after: name(new?.parent)),
                    FieldChange("starts_on", FieldName.from, .public, before: nil, after: plan.day.iso),
                ]))
        }
        entries += people.map { person in
            AuditEntry(
                .move, of: AuditRecord(.person, person), about: person.subject,
                changes: [FieldChange("starts_on", FieldName.from, before: nil, after: plan.day.iso)])
        }
        try Audit.record(entries, by: occasion.actor, occasion.house, in: tx)
        for unit in changed {
            try Journal.leave(OrganizationEvents.UnitChanged(unit: unit.id, from: plan.day), in: tx, occasion.house)
        }
        for person in people {
            try Journal.leave(
                OrganizationEvents.Moved(person: person.subject, from: plan.day, cause: .reorganisation), in: tx,
                occasion.house)
        }
    }
}
