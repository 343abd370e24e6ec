import Kernel
import SQL
import Shell

/// The end of an employment, its checklist and its undoing.
package enum Leaving {
    package struct Draft: Sendable {
        package var noticeDay: Day?
        /// The last day worked.
        package var lastDay: Day
        package var kind: SeparationKind
        package var reason: SeparationReason?
        package var ground: EndingGround?
        package var regretByPeople: Regret.Verdict?
        package var isAmongBestRated = false
        package var note: String?
        /// Why this person may not be dismissed on some grounds.
        package var protections: [ProtectionGround] = []

        package init(lastDay: Day, kind: SeparationKind) {
            (self.lastDay, self.kind) = (lastDay, kind)
        }
    }

    /// Ends the employment of a day. Posts, the contract and agreed pay end with it; the checklist is opened.
    /// - Throws: ``StaffRefusal``, ``LawRefusal`` for a dismissal the law forbids, ``Missing``.
    @discardableResult
    package static func separate(
        _ person: ID<Person>, _ draft: Draft, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<Separation> {
        try occasion.requireDecision(about: person, .editSeparations, tx)
        let employments = try PersonStore.employments(of: person, tx)
        guard var employment = employments.last(where: { $0.hireDay <= draft.lastDay }) ?? employments.last else {
            throw StaffRefusal.notEmployed(draft.lastDay)
        }
        if let last = employment.lastDay { throw StaffRefusal.leftAlready(last) }
        guard draft.lastDay >= employment.hireDay else {
            throw StaffRefusal.endsBeforeHire(hired: employment.hireDay, last: draft.lastDay)
        }
        if let ground = draft.ground, let finding = ProtectionGround.finding(draft.protections, ending: ground),
            let refusal = LawRefusal([finding])
        {
            throw refusal
        }
        try end(&employment, on: draft.lastDay, tx)
        let separation = try add(draft, employment, occasion, tx)
        let basis = draft.ground.flatMap { ground in
            NoticeRules.basis(ground, daysGiven: draft.noticeDay.map { draft.lastDay - $0 } ?? 0)
        }
        try tx.insert(
            into: "exit_tasks", ["separation_id", "task", "due_on"],
            values: ExitTask.list(compensationOwed: basis != nil).flatMap { task in
                [separation.id.sqlValue, task.sqlValue, task.due(lastDay: draft.lastDay).sqlValue]
            })
        try occasion.keep(
            AuditEntry(
                .separate, of: AuditRecord(.person, person), about: person.subject,
                changes: FieldChange.real([
                    FieldChange("last_day", FieldName.lastDay, before: nil, after: draft.lastDay.iso),
                    FieldChange("kind", FieldName.kind, .personal, before: nil, after: draft.kind.name.zh),
                    FieldChange("reason", FieldName.reason, .personal, before: nil, after: draft.reason?.name.zh),
                ])),
            OrganizationEvents.Separated(person: person.subject, lastDay: draft.lastDay, kind: draft.kind),
            changed: [person], tx)
        return separation.id
    }

    private static func end(_ employment: inout Employment, on last: Day, _ tx: Transaction) throws {
        guard let days = employment.days else { throw StaffRefusal.notEmployed(last) }
        let stored = try EmploymentStore.assignments(of: employment.id, tx)
        let history = try PostHistory(stored, during: days).ending(on: last)
        employment.lastDay = last
        try EmploymentStore.save(employment, tx)
        try EmploymentStore.save(history, of: employment, replacing: stored, cause: .correction, tx)
        let (person, next) = (employment.person, last + 1)
        try tx.execute(
            """
            update contracts set ended_on = \(last) where employment_id = \(employment.id)
                and starts_on <= \(last) and (last_day is null or last_day > \(last)) and ended_on is null
            """)
        try tx.execute("delete from pay_rates where person_id = \(person) and starts_on > \(last)")
        try tx.execute(
            """
            update pay_rates set ends_before = \(next)
            where person_id = \(person) and (ends_before is null or ends_before > \(next))
            """)
    }

    private static func add(
        _ draft: Draft, _ employment: Employment, _ occasion: Occasion, _ tx: Transaction
    ) throws -> Separation {
        let weight = try tx.value(
            """
            select o.weight from assignments a join positions o on o.id = a.position_id
            where a.employment_id = \(employment.id) and \(UnitStore.primaryPost(on: draft.lastDay))
            """, as: PositionWeight.self)
        let rule = Regret.rule(draft.kind, position: weight ?? .ordinary, amongBestRated: draft.isAmongBestRated)
        let separation = Separation(
            id: try tx.newID(), person: employment.person, employment: employment.id, noticeDay: draft.noticeDay,
            lastDay: draft.lastDay, kind: draft.kind, reason: draft.reason, ground: draft.ground,
            regret: Regret(byRule: rule, byPeople: draft.regretByPeople), note: draft.note)
        try tx.insert(into: "separations", columns, values: separation.values + [occasion.now.sqlValue])
        return separation
    }

    static let columns: [StaticString] = [
        "id", "person_id", "employment_id", "notice_day", "last_day", "kind", "reason", "ground", "regret_by_rule",
        "regret_by_people", "remark", "recorded_at",
    ]

    /// Undoes the last separation: the employment, its post and its contract go on as they were on the last day.
    /// - Throws: ``StaffRefusal``, ``Missing``.
    package static func reinstate(
        _ person: ID<Person>, reason: String? = nil, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try occasion.requireDecision(about: person, .editSeparations, tx)
        let employments = try PersonStore.employments(of: person, tx)
        guard var employment = employments.last(where: { $0.lastDay != nil }), let last = employment.lastDay else {
            throw StaffRefusal.notLeaving
        }
        if let later = employments.last, later.id != employment.id {
            throw StaffRefusal.hiredAgainLater(later.hireDay)
        }
        guard let days = employment.days else { throw StaffRefusal.notEmployed(last) }
        let stored = try EmploymentStore.assignments(of: employment.id, tx)
        let history = try PostHistory(stored, during: days).ending(on: nil)
        employment.lastDay = nil
        try EmploymentStore.save(employment, tx)
        try EmploymentStore.save(history, of: employment, replacing: stored, cause: .correction, tx)
        try tx.execute(
            "update contracts set ended_on = null where employment_id = \(employment.id) and ended_on = \(last)")
        try tx.execute(
            "update pay_rates set ends_before = null where person_id = \(person) and ends_before = \(last + 1)")
        try tx.execute(
            """
            delete from exit_tasks where separation_id in (
                select id from separations where employment_id = \(employment.id))
            """)
        try tx.execute("delete from separations where employment_id = \(employment.id)")
        try occasion.keep(
            AuditEntry(
                .reinstate, of: AuditRecord(.person, person), about: person.subject,
                changes: [FieldChange("last_day", FieldName.lastDay, before: last.iso, after: nil)], reason: reason),
            OrganizationEvents.Reinstated(person: person.subject), changed: [person], tx)
    }
}
