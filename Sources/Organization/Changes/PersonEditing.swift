import Kernel
import SQL
import Shell

/// Correcting and completing a person's record.
package enum PersonEditing {
    /// Stores the person as given. Parts that are nil are left alone; a change in a class the viewer may not edit is
    /// refused, not dropped.
    /// - Throws: ``StaffRefusal``, ``Missing``.
    package static func save(
        _ person: Person, reason: String? = nil, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        guard let classes = try Visibility.classes(of: person.id, occasion.viewer, for: .editPeople, tx) else {
            throw Missing()
        }
        // Compared with the whole record, whatever the viewer sees of it.
        let everything = Set(FieldClass.allCases)
        let before = try PersonStore.head(
            person.id, everything, occasion.house.keyring, today: occasion.today, tx
        ).person
        let changes = changes(from: before, to: person)
        for change in changes where !classes.contains(change.fieldClass) && change.fieldClass != .public {
            throw StaffRefusal.mayNotChange(change.name)
        }
        guard !changes.isEmpty else { return }
        try PersonRecord.check(person, occasion, tx)
        try PersonRecord.update(person, occasion, tx)
        // A new name stands in the rows of those who report to this person; the refresh sees to it.
        try occasion.keep(
            AuditEntry(
                .edit, of: AuditRecord(.person, person.id), about: person.id.subject, changes: changes, reason: reason),
            OrganizationEvents.RecordChanged(person: person.id.subject), changed: [person.id], tx)
    }

    /// A value of a field the company defined; nil or "" clears it.
    package static func set(
        _ content: String?, of field: ID<CustomField>, for person: ID<Person>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        try StaffProjection.roll(to: occasion.today, tx)
        guard let classes = try Visibility.classes(of: person, occasion.viewer, for: .editPeople, tx) else {
            throw Missing()
        }
        let known = try tx.first(
            "select \(CustomField.columns) from custom_fields f where f.id = \(field) and f.is_retired = 0"
        ) { row in try CustomField(&row) }
        guard let known, known.fieldClass == .public || classes.contains(known.fieldClass) else { throw Missing() }
        let before = try tx.value(
            "select content from custom_values where person_id = \(person) and field_id = \(field)", as: String.self)
        let after = content.flatMap { $0.isEmpty ? nil : $0 }
        guard before != after else { return }
        if let after {
            try tx.execute(
                """
                insert into custom_values (person_id, field_id, content) values (\(person), \(field), \(after))
                on conflict (person_id, field_id) do update set content = excluded.content
                """)
        } else {
            try tx.execute("delete from custom_values where person_id = \(person) and field_id = \(field)")
        }
        try occasion.keep(
            AuditEntry(
                .edit, of: AuditRecord(.person, person), about: person.subject,
                changes: [FieldChange(known.code, known.name, known.fieldClass, before: before, after: after)]),
            OrganizationEvents.RecordChanged(person: person.subject), changed: [person], tx)
    }

    private static func changes(from before: Person, to after: Person) -> [FieldChange] {
        var changes = [
            FieldChange("number", FieldName.number, .public, before: before.number, after: after.number),
            FieldChange("name", FieldName.name, .public, before: before.name.text, after: after.name.text),
            FieldChange("work_mail", FieldName.workMail, .public, before: before.workMail, after: after.workMail),
            FieldChange(
                "work_phone", FieldName.workPhone, .public, before: before.workPhone?.text,
                after: after.workPhone?.text),
            FieldChange(
                "former_names", FieldName.formerNames, .work, before: list(before.formerNames.map(\.text)),
                after: list(after.formerNames.map(\.text))),
        ]
        if let old = before.personal, let new = after.personal { changes += personal(old, new) }
        if let old = before.sensitive, let new = after.sensitive {
            changes += [
                FieldChange(
                    "identity", FieldName.identity, .sensitive, before: old.identity?.number,
                    after: new.identity?.number),
                FieldChange(
                    "bank", FieldName.bank, .sensitive, before: account(old.bankAccount),
                    after: account(new.bankAccount)),
            ]
        }
        return FieldChange.real(changes)
    }

    private static func personal(_ old: PersonalDetails, _ new: PersonalDetails) -> [FieldChange] {
        func change(_ field: String, _ name: Phrase, _ show: (PersonalDetails) -> String?) -> FieldChange {
            FieldChange(field, name, .personal, before: show(old), after: show(new))
        }
        return [
            change("gender", FieldName.gender) { $0.gender?.name.zh },
            change("birthday", FieldName.birthday) { $0.birthday?.iso },
            change("phones", FieldName.phones) { list($0.phones.map(\.text)) },
            change("mails", FieldName.mails) { list($0.mails) },
            change("emergency_contacts", FieldName.contacts) { details in
                list(details.emergencyContacts.map { "\($0.name.text) \($0.relation) \($0.phone.text)" })
            },
            change("education", FieldName.education) { details in
                list(
                    details.education.map { study in
                        [study.level.name.zh, study.school, study.major, study.graduated?.iso].compactMap { $0 }
                            .joined(separator: " ")
                    })
            },
            change("experience", FieldName.experience) { details in
                list(details.experience.map { "\($0.employer) \($0.position ?? "") \($0.days)" })
            },
            change("languages", FieldName.languages) { list($0.languages) },
        ]
    }

    private static func list(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: "；") }

    private static func account(_ account: BankAccount?) -> String? {
        account.map { "\($0.bank) \($0.branch ?? "") \($0.number.digits) \($0.holder.text)" }
    }
}
