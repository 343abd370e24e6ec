import Kernel
import SQL
import Shell

/// Correcting a record.
enum EditRoutes {
    static let all: [Route] = [
        .page("/people/{id}/edit", .needs(.editPeople), Phrase(zh: "编辑档案", en: "Edit a record")) { call in
            try await page(call, nil)
        },
        .action(
            "/people/{id}/edit", .needs(.editPeople), Phrase(zh: "编辑档案", en: "Edit a record"), form: EditForm.self,
            again: { call, state in try await page(call, state) }, edit),
    ]

    private static func page(_ call: Call, _ state: FormState?) async throws -> EditPage {
        let (viewer, id, today, keyring) = (
            try call.viewer, try call.id(of: Person.self), call.today, call.house.keyring
        )
        let language = call.language
        return try await call.read { tx in
            try EditPage.load(id, state, keyring, today: today, in: language, as: viewer, tx)
        }
    }

    @Sendable private static func edit(_ call: Call, _ form: EditForm) async throws -> Outcome {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        try await call.write { tx in
            guard let classes = try Visibility.classes(of: id, occasion.viewer, for: .editPeople, tx) else {
                throw Missing()
            }
            try EditForm.atFields {
                // Former names are no part that can be left out: loaded whatever the viewer sees, they stay as they are.
                var person = try PersonStore.head(
                    id, classes.union([.work]), occasion.house.keyring, today: occasion.today, tx
                ).person
                try form.apply(to: &person, today: occasion.today)
                try PersonEditing.save(person, reason: form.reason, occasion, tx)
            }
            try EditForm.atFields(day: "hired_on") {
                let employment = try EmploymentCorrections.employment(of: id, today: occasion.today, tx)
                guard let corrected = employment.flatMap(form.corrected) else { return }
                try EmploymentCorrections.save(corrected, reason: form.reason, occasion, tx)
            }
            let known = try CustomField.editable(classes, tx)
            for (name, text) in form.custom {
                guard let field = known.first(where: { $0.inputName == name }) else { throw Missing() }
                try PersonEditing.set(try field.content(of: text), of: field.id, for: id, occasion, tx)
            }
        }
        return Outcome("/people/\(id)", Phrase(zh: "已保存。", en: "Saved."))
    }
}
