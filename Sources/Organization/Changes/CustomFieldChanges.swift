import Kernel
import SQL
import Shell

/// Making, editing and retiring custom fields.
enum CustomFieldChanges {
    static let record = AuditRecordKind(
        "custom_field", Phrase(zh: "自定义字段", en: "Custom field"), path: "/custom-fields/")
    static let saved = AuditAction("custom_fields.save", Phrase(zh: "维护自定义字段", en: "Custom fields maintained"))

    /// - Parameter id: nil for a new one. - Throws: ``CatalogueRefusal``, ``Missing``.
    @discardableResult
    static func save(
        _ form: CustomFieldForm, as id: ID<CustomField>?, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<CustomField> {
        let before = try id.map { try CustomFieldStore.field($0, tx) }
        let code = before?.field.code ?? form.code
        let other = try tx.value("select id from custom_fields where code = \(code)", as: ID<CustomField>.self)
        if let other, other != id { throw CatalogueRefusal.codeTaken(code) }
        if let before, before.field.kind != form.kind, before.values > 0 {
            throw CatalogueRefusal.kindInUse(before.values)
        }
        if let before { try checkValues(of: before, under: form, tx) }
        let field = try id ?? tx.newID()
        let choices = form.choices.isEmpty ? nil : form.choices.joined(separator: "\n")
        try tx.execute(
            """
            insert into custom_fields (id, code, name_zh, name_en, kind, field_class, choices, place, is_retired)
            values (\(field), \(code), \(form.name.zh), \(form.name.en), \(form.kind.rawValue),
                \(form.fieldClass.rawValue), \(choices), \(form.place), 0)
            on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                kind = excluded.kind, field_class = excluded.field_class, choices = excluded.choices,
                place = excluded.place
            """)
        try PositionChanges.note(
            AuditRecord(record, field),
            [
                FieldChange("code", CustomFieldForm.code.label, .public, before: before?.field.code, after: code),
                FieldChange(
                    "name", CustomFieldForm.nameZH.label, .public, before: before?.field.name.zh, after: form.name.zh),
                FieldChange(
                    "name_en", CustomFieldForm.nameEN.label, .public, before: before?.field.name.en, after: form.name.en
                ),
                FieldChange(
                    "kind", CustomFieldForm.kind.label, .public, before: before?.field.kind.name.zh,
                    after: form.kind.name.zh),
                FieldChange(
                    "field_class", CustomFieldForm.fieldClass.label, .public, before: before?.field.fieldClass.name.zh,
                    after: form.fieldClass.name.zh),
                FieldChange(
                    "choices", CustomFieldForm.choices.label, .public,
                    before: before?.field.choices.joined(separator: "、"), after: form.choices.joined(separator: "、")),
                FieldChange(
                    "place", CustomFieldForm.place.label, .public, before: before.map { "\($0.place)" },
                    after: "\(form.place)"),
            ], as: saved, occasion, tx)
        return field
    }

    /// What people have filled in must stay readable, and must not come before the eyes of others.
    private static func checkValues(
        of row: CustomFieldRow, under form: CustomFieldForm, _ tx: Transaction
    ) throws {
        guard row.values > 0 else { return }
        if row.field.fieldClass != form.fieldClass { throw CatalogueRefusal.classInUse(row.values) }
        let gone = row.field.choices.filter { !form.choices.contains($0) }
        guard row.field.kind == .choice, !gone.isEmpty else { return }
        let held = try tx.rows(
            """
            select content, count(*) from custom_values where field_id = \(row.field.id) and content in \(gone)
            group by content order by content
            """
        ) { found in (option: try found.value(String.self), people: try found.value(Int.self)) }
        guard !held.isEmpty else { return }
        throw CatalogueRefusal.choicesInUse(held.map(\.option), people: held.map(\.people).reduce(0, +))
    }

    /// No longer shown or asked for, or again. Values stay. - Throws: ``Missing``.
    static func retire(
        _ id: ID<CustomField>, _ isRetired: Bool, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        let row = try CustomFieldStore.field(id, tx)
        guard row.retired != isRetired else { return }
        try tx.execute("update custom_fields set is_retired = \(isRetired) where id = \(id)")
        try PositionChanges.note(
            AuditRecord(record, id), [PositionChanges.retirement(isRetired)], as: saved, occasion, tx)
    }
}
