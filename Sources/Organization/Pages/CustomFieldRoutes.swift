import Kernel
import Markup
import SQL
import Shell

/// The list of custom fields and their form.
enum CustomFieldRoutes {
    static let all: [Route] = [
        .page(
            "/custom-fields", .needs(.editCustomFields), Phrase(zh: "自定义字段", en: "Custom fields"),
            query: [CatalogueTabs.showField]
        ) { call in
            let all = CatalogueTabs.showsRetired(call.query)
            return try await call.read { tx in
                CustomFieldsPage(rows: try CustomFieldStore.all(showsRetired: all, tx))
            }
        },
        .page("/custom-fields/new", .needs(.editCustomFields), Phrase(zh: "新建自定义字段", en: "A new custom field")) {
            call in
            try await form(call, FormState(["kind": "text", "field_class": "personal", "place": "10"]))
        },
        .action(
            "/custom-fields/new", .needs(.editCustomFields), Phrase(zh: "新建自定义字段", en: "Make a custom field"),
            form: CustomFieldForm.self, again: form
        ) { call, form in
            let occasion = try Occasion(call)
            _ = try await refusedAtField {
                try await call.write { tx in try CustomFieldChanges.save(form, as: nil, occasion, tx) }
            }
            return Outcome("/custom-fields", Phrase(zh: "已新建“\(form.name.zh)”。", en: "“\(form.name.en)” was made."))
        },
        .page("/custom-fields/{id}", .needs(.editCustomFields), Phrase(zh: "一个自定义字段", en: "A custom field")) { call in
            try await form(call, nil)
        },
        .action(
            "/custom-fields/{id}", .needs(.editCustomFields), Phrase(zh: "保存自定义字段", en: "Save a custom field"),
            form: CustomFieldForm.self, again: form
        ) { call, form in
            let (id, occasion) = (try call.id(of: CustomField.self), try Occasion(call))
            _ = try await refusedAtField {
                try await call.write { tx in try CustomFieldChanges.save(form, as: id, occasion, tx) }
            }
            return Outcome("/custom-fields", Phrase(zh: "已保存“\(form.name.zh)”。", en: "“\(form.name.en)” was saved."))
        },
        .button(
            "/custom-fields/{id}/retirement", .needs(.editCustomFields),
            Phrase(zh: "停用自定义字段", en: "Retire a custom field")
        ) { call in try await retire(call, true) },
        .button(
            "/custom-fields/{id}/reinstatement", .needs(.editCustomFields),
            Phrase(zh: "恢复自定义字段", en: "Use a custom field again")
        ) { call in try await retire(call, false) },
    ]

    @Sendable private static func form(_ call: Call, _ state: FormState) async throws -> CatalogueFormPage {
        try await form(call, Optional(state))
    }

    @Sendable private static func form(_ call: Call, _ state: FormState?) async throws -> CatalogueFormPage {
        let id: ID<CustomField>? = call.parameter("id") == nil ? nil : try call.id()
        return try await call.read { tx in
            let row = try id.map { try CustomFieldStore.field($0, tx) }
            return CatalogueFormPage(
                tab: .customFields, record: id?.rawValue, name: row?.field.name.zh, retired: row?.retired ?? false,
                levels: [], seesPay: false, form: state ?? row?.form ?? FormState())
        }
    }

    private static func retire(_ call: Call, _ isRetired: Bool) async throws -> Outcome {
        let (id, occasion) = (try call.id(of: CustomField.self), try Occasion(call))
        try await call.write { tx in try CustomFieldChanges.retire(id, isRetired, occasion, tx) }
        return Outcome("/custom-fields", CatalogueWords.settled(isRetired))
    }
}

extension CustomFieldRow {
    /// As its form shows it.
    fileprivate var form: FormState {
        FormState([
            "code": field.code, "name": field.name.zh, "name_en": field.name.en, "kind": field.kind.rawValue,
            "field_class": field.fieldClass.rawValue, "choices": field.choices.joined(separator: "\n"),
            "place": "\(place)",
        ])
    }
}
