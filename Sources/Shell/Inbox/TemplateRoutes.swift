import Kernel
import SQL

enum TemplateRoutes {
    static let changed = AuditAction("templates.change", Phrase(zh: "修改邮件模板", en: "Change mail template"))
    static let reset = AuditAction("templates.reset", Phrase(zh: "恢复默认邮件模板", en: "Reset mail template"))
    private static let may = Route.Access.needs(.manageSettings)
    private static let one = Phrase(zh: "一个邮件模板", en: "One mail template")

    static let all: [Route] = [
        .page("/templates", may, TemplatesPage.crumb.title) { call in
            let house = call.house
            let changed = try await call.read { tx in try TemplateStore.changes(house, tx) }
            return TemplatesPage(
                templates: house.mails.map {
                    .init(code: $0.code, name: $0.name, note: $0.note, changed: changed[$0.code])
                })
        },
        .page("/templates/{code}", may, one) { call in try await page(call, nil) },
        .action("/templates/{code}", may, one, form: TemplateForm.self, again: again) { call, form in
            let (template, house, account) = (try template(call), call.house, try call.viewer.account)
            _ = try form.wordings(of: template)
            try await call.write { tx in
                let before = try TemplateStore.words(of: template, tx)
                let changes = FieldChange.real(TemplateStore.changes(from: before, to: form))
                guard !changes.isEmpty else { return }
                try TemplateStore.save(form, of: template, by: account, at: house.now, tx)
                try Audit.record(AuditEntry(changed, changes: changes, reason: template.code), by: call, in: tx)
            }
            return Outcome("/templates/\(template.code)", Phrase(zh: "模板已保存。", en: "The template is saved."))
        },
        .disclosure(
            "/templates/{code}/preview", may, Phrase(zh: "预览邮件", en: "Preview a mail"), form: TemplateForm.self,
            again: again
        ) { call, form in
            _ = try form.wordings(of: try template(call))
            return try await page(call, form.state)
        },
        .page("/templates/{code}/reset", may, TemplatePage.reset) { call in
            let template = try template(call)
            return TemplateResetPage(code: template.code, name: template.name)
        },
        .button("/templates/{code}/reset", may, TemplatePage.reset) { call in
            let template = try template(call)
            try await call.write { tx in
                guard try tx.execute("delete from mail_templates where code = \(template.code)") > 0 else { return }
                try Audit.record(AuditEntry(reset, reason: template.code), by: call, in: tx)
            }
            return Outcome(
                "/templates/\(template.code)", Phrase(zh: "已恢复默认内容。", en: "The words it came with are back."))
        },
    ]

    private static func again(_ call: Call, _ form: FormState) async throws -> TemplatePage {
        try await page(call, form)
    }

    private static func template(_ call: Call) throws -> MailTemplate {
        let code = try call.word("code")
        guard let template = call.house.mails.first(where: { $0.code == code }) else { throw Missing() }
        return template
    }

    private static func page(_ call: Call, _ typed: FormState?) async throws -> TemplatePage {
        let template = try template(call)
        let words = try await call.read { tx in try TemplateStore.words(of: template, tx) }
        let form = typed ?? words.form.state
        var previews: [TemplatePage.Preview] = []
        for language in Language.allCases {
            let wording = try? MailWording(
                template, subject: form.value("subject_\(language.rawValue)"),
                body: form.value("body_\(language.rawValue)"))
            guard let wording else { continue }
            let (subject, text) = wording.filled(template.sample(language))
            previews.append(.init(language: language, subject: subject, text: text))
        }
        return TemplatePage(
            code: template.code, name: template.name, note: template.note, names: names(template.names),
            isChanged: words.isChanged, form: form, previews: previews)
    }

    private static func names(_ names: [TemplateName]) -> [TemplatePage.Name] {
        names.flatMap { name -> [TemplatePage.Name] in
            guard !name.inner.isEmpty else { return [.init(written: "{{\(name.name)}}", words: name.words)] }
            return [.init(written: "{{#\(name.name)}}", words: name.words)]
                + name.inner.map { .init(written: "　{{\($0.name)}}", words: $0.words) }
        }
    }
}

extension House {
    /// Every kind of mail.
    var mails: [MailTemplate] { rooms.flatMap(\.mails) }
}

extension TemplateForm {
    init(subject: Phrase, body: Phrase) {
        (self.subject, self.body) = (subject, body)
    }

    var state: FormState {
        FormState([
            "subject_zh": subject.zh, "body_zh": body.zh, "subject_en": subject.en, "body_en": body.en,
        ])
    }
}
