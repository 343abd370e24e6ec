import Kernel
import SQL
import Shell

/// Correcting days of an employment that were taken down wrongly: hire day, end of the probation, confirmation.
enum EmploymentCorrections {
    /// The employment a record is about: of the day, or the next one for somebody who has not started.
    static func employment(of person: ID<Person>, today: Day, _ tx: Transaction) throws -> Employment? {
        let all = try PersonStore.employments(of: person, tx)
        return all.last { $0.hireDay <= today } ?? all.last
    }

    /// Stores the employment with its corrected days. Posts and pay that began with it move with the hire day; so does
    /// a contract that would begin before it.
    /// - Throws: ``StaffRefusal``, ``Missing``.
    static func save(_ after: Employment, reason: String? = nil, _ occasion: Occasion, _ tx: Transaction) throws {
        let all = try PersonStore.employments(of: after.person, tx)
        guard let before = all.first(where: { $0.id == after.id }) else { throw Missing() }
        let moved = try contractThatMoves(after, from: before.hireDay, tx)
        let changes = FieldChange.real([
            FieldChange(
                "contract", FieldName.contractTerm, .personal, before: moved?.iso,
                after: moved == nil ? nil : after.hireDay.iso),
            FieldChange(
                "hired_on", FieldName.hireDay, .work, before: before.hireDay.iso, after: after.hireDay.iso),
            FieldChange(
                "probation_end", FieldName.probationEnd, .work, before: before.probationEnd?.iso,
                after: after.probationEnd?.iso),
            FieldChange(
                "confirmed_on", FieldName.confirmed, .work, before: before.confirmationDay?.iso,
                after: after.confirmationDay?.iso),
        ])
        guard let first = changes.first else { return }
        try occasion.requireDecision(about: after.person, .editPeople, tx)
        let classes = try Visibility.classes(of: after.person, occasion.viewer, for: .editPeople, tx)
        guard classes?.contains(.work) == true else { throw StaffRefusal.mayNotChange(first.name) }
        try check(after, before, among: all, tx)
        try EmploymentStore.save(after, tx)
        if after.hireDay != before.hireDay { try move(after, from: before.hireDay, tx) }
        try occasion.keep(
            AuditEntry(
                .edit, of: AuditRecord(.person, after.person), about: after.person.subject, changes: changes,
                reason: reason),
            OrganizationEvents.RecordChanged(person: after.person.subject), changed: [after.person], tx)
    }

    private static func check(
        _ after: Employment, _ before: Employment, among all: [Employment], _ tx: Transaction
    ) throws {
        let hired = after.hireDay
        guard let days = after.days else {
            throw StaffRefusal.endsBeforeHire(hired: hired, last: after.lastDay ?? hired)
        }
        if let other = all.first(where: { $0.id != after.id && $0.days?.overlaps(days) ?? false }) {
            throw StaffRefusal.alreadyEmployed(other.hireDay)
        }
        if let confirmed = after.confirmationDay, confirmed < hired {
            throw StaffRefusal.confirmedBeforeHire(hired: hired)
        }
        if let end = after.probationEnd, end < hired { throw StaffRefusal.probationEndsBeforeHire(hired: hired) }
        if let end = after.probationEnd, end != before.probationEnd, let last = try longest(after, tx), end > last {
            throw StaffRefusal.probationTooLong(last)
        }
        if hired != before.hireDay { try checkMove(after, from: before.hireDay, tx) }
    }

    /// The last day the law allows for a probation; nil where the contract does not tell.
    private static func longest(_ employment: Employment, _ tx: Transaction) throws -> Day? {
        if !employment.kind.allowsProbation { return employment.hireDay - 1 }
        let contracts = try PersonStore.contracts(of: employment.person, tx)
        guard let first = contracts.first(where: { $0.employment == employment.id }),
            first.kind != .fixed || first.last != nil
        else { return nil }
        let months = ProbationRules.limitMonths(first.kind, termMonths: first.termMonths)
        return months == 0
            ? employment.hireDay - 1 : ProbationRules.lastDay(from: employment.hireDay, months: months)
    }

    /// What began between the old hire day and the new one cannot be moved along.
    private static func checkMove(_ after: Employment, from old: Day, _ tx: Transaction) throws {
        let (id, new) = (after.id, after.hireDay)
        let post = try tx.value(
            """
            select min(starts_on) from assignments where employment_id = \(id) and starts_on < \(new)
                and (starts_on <> \(old) or ends_before <= \(new))
            """, as: Day?.self)
        if let post = post ?? nil { throw StaffRefusal.beginsBeforeHire(Phrase(zh: "任职", en: "post"), post) }
        let contract = try tx.value(
            """
            select min(starts_on) from contracts where employment_id = \(id) and starts_on < \(new)
                and (starts_on > \(old) or (starts_on = \(old) and (last_day < \(new) or ended_on < \(new))))
            """, as: Day?.self)
        if let contract = contract ?? nil {
            throw StaffRefusal.beginsBeforeHire(Phrase(zh: "合同", en: "contract"), contract)
        }
        let homeless = try tx.value(
            """
            select count(*) from assignments a where a.employment_id = \(id) and a.starts_on = \(old)
                and not exists (
                    select 1 from unit_facts f where f.unit_id = a.unit_id and f.starts_on <= \(new)
                        and (f.ends_before is null or f.ends_before > \(new)))
            """, as: Int.self)
        if let homeless, homeless > 0 { throw StaffRefusal.unknownUnit(new) }
    }

    /// The first day of the contract that would otherwise begin before the employment.
    private static func contractThatMoves(_ after: Employment, from old: Day, _ tx: Transaction) throws -> Day? {
        guard after.hireDay > old else { return nil }
        return try tx.value(
            "select starts_on from contracts where employment_id = \(after.id) and starts_on = \(old) limit 1",
            as: Day.self)
    }

    private static func move(_ after: Employment, from old: Day, _ tx: Transaction) throws {
        let (id, person, new) = (after.id, after.person, after.hireDay)
        try tx.execute(
            "update assignments set starts_on = \(new) where employment_id = \(id) and starts_on = \(old)")
        if new > old {
            try tx.execute(
                "update contracts set starts_on = \(new) where employment_id = \(id) and starts_on = \(old)")
        } else {
            // Pay of the days before, from another stretch, is not covered up.
            try tx.execute(
                """
                update pay_rates set starts_on = \(new) where person_id = \(person) and starts_on = \(old)
                    and not exists (
                        select 1 from pay_rates r where r.person_id = \(person) and r.starts_on < \(old)
                            and (r.ends_before is null or r.ends_before > \(new)))
                """)
        }
    }
}
