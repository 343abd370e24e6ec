import Kernel
import SQL
import Shell

/// The end of a probation.
package enum Confirmations {
    /// Confirms somebody (转正) from a day on. - Throws: ``StaffRefusal``, ``Missing``.
    package static func confirm(
        _ person: ID<Person>, on day: Day, reason: String? = nil, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try occasion.requireDecision(about: person, .movePeople, tx)
        var employment = try EmploymentStore.covering(max(day, occasion.today), person, tx)
        if let confirmed = employment.confirmationDay { throw StaffRefusal.confirmedAlready(confirmed) }
        guard day >= employment.hireDay else { throw StaffRefusal.confirmedBeforeHire(hired: employment.hireDay) }
        employment.confirmationDay = day
        try EmploymentStore.save(employment, tx)
        try occasion.keep(
            AuditEntry(
                .confirm, of: AuditRecord(.person, person), about: person.subject,
                changes: [FieldChange("confirmed_on", FieldName.confirmed, before: nil, after: day.iso)],
                reason: reason),
            OrganizationEvents.Confirmed(person: person.subject, on: day), changed: [person], tx)
    }
}
