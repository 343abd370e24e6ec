import Kernel
import Markup

/// The mails of the house and whether their words were changed.
struct TemplatesPage: PageModel {
    struct Row: Codable, Sendable {
        let code: String
        let name: Phrase
        let note: Phrase
        /// Who changed the words last and when; nil as they came.
        let changed: String?
    }

    let templates: [Row]

    static let crumb = Crumb(Phrase(zh: "邮件模板", en: "Mail templates"), "/templates")
    var title: Phrase { Self.crumb.title }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "系统发出的邮件，中英文内容都可以修改。", en: "The mails the system sends; change their words in both languages."))
    }

    func content(_ view: PageView) -> HTML {
        DataTable(
            id: "templates", caption: title,
            columns: [
                TableColumn(Phrase(zh: "模板", en: "Template")), TableColumn(Phrase(zh: "发送时机", en: "When it is sent")),
                TableColumn(Phrase(zh: "最近修改", en: "Last change")), TableColumn(Phrase(zh: "内容", en: "Words")),
            ],
            rows: templates.map { row in
                TableRow(
                    [
                        .words(row.name), .words(row.note), .text(row.changed ?? "—"),
                        TableCell {
                            row.changed == nil
                                ? StatusBadge(.over, Phrase(zh: "默认", en: "As it came"))
                                : StatusBadge(.good, Phrase(zh: "已修改", en: "Changed"))
                        },
                    ], target: URLText("/templates/\(row.code)"))
            }, phone: .twoLines, hidesCaption: true
        ).html
    }
}
