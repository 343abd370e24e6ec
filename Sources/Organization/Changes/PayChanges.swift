import Kernel
import SQL
import Shell

/// Agreed pay.
package enum PayChanges {
    /// Another agreed monthly pay from a day on; what was planned for later is dropped.
    /// - Throws: ``StaffRefusal``, ``Missing`` for those who may not change pay of this person.
    package static func set(
        _ monthly: Money, of person: ID<Person>, from day: Day, remark: String? = nil, _ occasion: Occasion,
        _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        // Reading pay takes the class; so does changing it.
        guard try Visibility.classes(of: person, occasion.viewer, for: .editPay, tx)?.contains(.pay) ?? false else {
            throw Missing()
        }
        if occasion.viewer.subject == person.subject { throw StaffRefusal.ownMatter }
        guard !monthly.isNegative else { throw StaffRefusal.negativePay }
        let employment = try EmploymentStore.covering(day, person, tx)
        let before = try tx.value(
            """
            select monthly from pay_rates where person_id = \(person) and starts_on <= \(day)
                and (ends_before is null or ends_before > \(day))
            """, as: Money.self)
        try tx.execute("delete from pay_rates where person_id = \(person) and starts_on >= \(day)")
        try tx.execute(
            """
            update pay_rates set ends_before = \(day)
            where person_id = \(person) and (ends_before is null or ends_before > \(day))
            """)
        try tx.execute(
            """
            insert into pay_rates (person_id, starts_on, ends_before, monthly, remark, recorded_at)
            values (\(person), \(day), \(employment.lastDay.map { $0 + 1 }), \(monthly), \(remark), \(occasion.now))
            """)
        try occasion.keep(
            AuditEntry(
                .changePay, of: AuditRecord(.person, person), about: person.subject,
                changes: FieldChange.real([
                    FieldChange("monthly", FieldName.pay, .pay, before: before?.plain, after: monthly.plain),
                    FieldChange("starts_on", FieldName.from, before: nil, after: day.iso),
                ]), reason: remark),
            OrganizationEvents.PayChanged(person: person.subject, from: day), changed: [person], tx)
    }
}
