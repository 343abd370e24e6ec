import Kernel
import SQL

/// The words companies gave their mails.
enum TemplateStore {
    /// Who changed a template last and when, by its code.
    static func changes(_ house: House, _ tx: Transaction) throws -> [String: String] {
        var changes: [String: String] = [:]
        try tx.each(
            """
            select t.code, t.changed_at, coalesce(a.name, '') from mail_templates t
            left join accounts a on a.id = t.account_id order by t.changed_at
            """
        ) { row in
            let (code, at, name): (String, Instant, String) = (try row.value(), try row.value(), try row.value())
            changes[code] = house.clockText(at) + (name.isEmpty ? "" : " " + name)
        }
        return changes
    }

    /// What is sent now.
    static func words(of template: MailTemplate, _ tx: Transaction) throws -> (form: TemplateForm, isChanged: Bool) {
        var own: [Language: (subject: String, body: String)] = [:]
        try tx.each("select language, subject, body from mail_templates where code = \(template.code)") { row in
            own[try row.value()] = (try row.value(), try row.value())
        }
        let (zh, en) = (own[.zh], own[.en])
        return (
            TemplateForm(
                subject: Phrase(zh: zh?.subject ?? template.subject.zh, en: en?.subject ?? template.subject.en),
                body: Phrase(zh: zh?.body ?? template.body.zh, en: en?.body ?? template.body.en)),
            !own.isEmpty
        )
    }

    static func save(
        _ form: TemplateForm, of template: MailTemplate, by account: ID<Account>, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.insert(
            into: "mail_templates", ["code", "language", "subject", "body", "changed_at", "account_id"],
            values: Language.allCases.flatMap { language in
                [
                    template.code.sqlValue, language.sqlValue, form.subject[language].sqlValue,
                    form.body[language].sqlValue, now.sqlValue, account.sqlValue,
                ]
            },
            ending: """
                on conflict (code, language) do update set subject = excluded.subject, body = excluded.body,
                    changed_at = excluded.changed_at, account_id = excluded.account_id
                """)
    }

    static func changes(from before: (form: TemplateForm, isChanged: Bool), to form: TemplateForm) -> [FieldChange] {
        let (old, new) = (before.form.state, form.state)
        return TemplateForm.fields.map { field in
            FieldChange(
                field.name, field.label, before: plain(old.value(field.name)), after: plain(new.value(field.name)))
        }
    }

    /// Browsers send lines ended by CR LF, and nobody sees blanks at the end.
    private static func plain(_ text: String) -> String {
        String(text.replacing("\r\n", with: "\n").reversed().drop { $0.isWhitespace }.reversed())
    }
}
