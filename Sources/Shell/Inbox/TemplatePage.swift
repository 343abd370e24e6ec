import Kernel
import Markup

/// The words of one mail, what may be filled in, and how it looks.
struct TemplatePage: PageModel {
    struct Name: Codable, Sendable {
        /// As it is written: `{{name}}`
        let written: String
        let words: Phrase
    }

    struct Preview: Codable, Sendable {
        let language: Language
        let subject: String
        let text: String
    }

    let code: String
    let name: Phrase
    let note: Phrase
    let names: [Name]
    let isChanged: Bool
    let form: FormState
    /// On sample data; empty while the words cannot be used.
    let previews: [Preview]

    var title: Phrase { name }
    var trail: [Crumb] { [TemplatesPage.crumb] }

    func heading(_ view: PageView) -> any Heading { PageHead(title, note: note, breadcrumbs: trail.steps) }

    func content(_ view: PageView) -> HTML {
        RecordLayout(asideTitle: Phrase(zh: "可以使用的内容", en: "What may be filled in")) {
            Markup.form(.method(.post), .action(URLText("/templates/\(code)")), .class("stack")) {
                view.formMark
                form.problemList
                for field in TemplateForm.fields { form.part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                    button(.type("submit"), .formaction(URLText("/templates/\(code)/preview"))) {
                        Phrase(zh: "预览", en: "Preview")
                    }
                    a(.href(URLText(TemplatesPage.crumb.path))) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
            if isChanged {
                div(.class("actions")) {
                    DecisionDialog(
                        id: "reset",
                        open: .link(Self.reset, URLText("/templates/\(code)/reset"), look: .destructive),
                        title: Self.reset,
                        confirm: .post(
                            Self.reset, URLText("/templates/\(code)/reset"), hidden: view.hidden, look: .destructive)
                    ) { p { Self.resetConsequence } }
                }
            }
            for preview in previews {
                section {
                    h2 {
                        preview.language == .zh
                            ? Phrase(zh: "预览：中文", en: "Preview: Chinese") : Phrase(zh: "预览：英文", en: "Preview: English")
                    }
                    p(.lang(preview.language)) { strong { preview.subject } }
                    pre(.lang(preview.language), .tabindex(0)) { preview.text }
                }
            }
        } aside: {
            KeyValueList(names.map { .init(Phrase(verbatim: $0.written), .words($0.words)) })
            p(.class("hint")) {
                Phrase(
                    zh: "{{#名称}}…{{/名称}} 之间的内容只在有值时出现，列表则逐项重复；{{^名称}}…{{/名称}} 在没有值时出现。",
                    en:
                        "What stands between {{#name}} and {{/name}} appears when there is a value, once for each item of a list; "
                        + "{{^name}}…{{/name}} when there is none.")
            }
        }.html
    }

    static let reset = Phrase(zh: "恢复默认内容", en: "Back to the words it came with")
    static let resetConsequence = Phrase(
        zh: "您修改过的中英文内容都会被默认内容替换。此操作不能撤销。", en: "Your words in both languages are replaced. This cannot be undone.")
}

/// Asks before the company's own words go.
struct TemplateResetPage: PageModel {
    let code: String
    let name: Phrase

    var title: Phrase { TemplatePage.reset }
    var trail: [Crumb] { [TemplatesPage.crumb, Crumb(name, "/templates/\(code)")] }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText("/templates/\(code)/reset")), .class("stack")) {
            view.formMark
            p { TemplatePage.resetConsequence }
            div(.class("actions")) {
                button(.type("submit"), .class("destructive")) { TemplatePage.reset }
                a(.href(URLText("/templates/\(code)"))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}

struct TemplateForm: Form {
    private static func subject(_ name: String, _ label: Phrase) -> FormField {
        FormField(name, .text(maximum: MailTemplate.longestSubject), label, isRequired: true)
    }

    private static func body(_ name: String, _ label: Phrase) -> FormField {
        FormField(name, .lines(maximum: 10_000), label, isRequired: true)
    }

    static let fields = [
        subject("subject_zh", Phrase(zh: "中文主题", en: "Chinese subject")),
        body("body_zh", Phrase(zh: "中文正文", en: "Chinese text")),
        subject("subject_en", Phrase(zh: "英文主题", en: "English subject")),
        body("body_en", Phrase(zh: "英文正文", en: "English text")),
    ]

    let subject: Phrase
    let body: Phrase

    init(_ input: inout FormInput) {
        subject = Phrase(zh: input.text("subject_zh"), en: input.text("subject_en"))
        body = Phrase(zh: input.text("body_zh"), en: input.text("body_en"))
    }

    /// The words in each language, read; the first that cannot be is refused at its field.
    func wordings(of template: MailTemplate) throws(FormProblem) -> [(language: Language, wording: MailWording)] {
        var wordings: [(language: Language, wording: MailWording)] = []
        for language in Language.allCases {
            for (field, text) in [("subject", subject[language]), ("body", body[language])] {
                do throws(MailTextRefusal) {
                    _ = try MailText(text, names: template.names)
                } catch {
                    throw FormProblem(field: "\(field)_\(language.rawValue)", problem: error.explanation)
                }
            }
            do throws(MailTextRefusal) {
                wordings.append(
                    (language, try MailWording(template, subject: subject[language], body: body[language])))
            } catch {
                throw FormProblem(field: "", problem: error.explanation)
            }
        }
        return wordings
    }
}
