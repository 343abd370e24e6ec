import Kernel

extension MailTemplate {
    private static let common = [
        TemplateName("company", Phrase(zh: "公司名称", en: "the company's name")),
        TemplateName("name", Phrase(zh: "收件人姓名", en: "the recipient's name")),
        TemplateName("inbox", Phrase(zh: "收件箱的链接；未设置系统网址时为空", en: "a link to the inbox; empty without an address")),
    ]

    private static let task = [
        TemplateName("title", Phrase(zh: "事项", en: "what it is")),
        TemplateName("detail", Phrase(zh: "说明", en: "more about it")),
        TemplateName("kind", Phrase(zh: "类型，例如“待审批”", en: "its kind, such as “Approval”")),
        TemplateName("due", Phrase(zh: "到期日", en: "the day it is due")),
        TemplateName("overdue", Phrase(zh: "是否已过期", en: "whether that day has passed")),
        TemplateName("link", Phrase(zh: "打开事项的链接", en: "a link to it")),
    ]

    /// Once a day, to everybody with something open.
    static let digest = MailTemplate(
        "inbox.digest", Phrase(zh: "每日待办摘要", en: "Daily digest"),
        note: Phrase(
            zh: "每天一封，列出收件人尚未处理的审批、待办和提醒，按到期日排列；没有事项时不发送。",
            en: "Once a day: approvals, tasks and reminders still open, by the day they are due. Nothing open, no mail."
        ),
        names: common + [
            TemplateName("today", Phrase(zh: "今天的日期", en: "today")),
            TemplateName("count", Phrase(zh: "事项总数", en: "how many there are")),
            TemplateName("tasks", Phrase(zh: "事项列表", en: "the list of them"), inner: task),
            TemplateName("more", Phrase(zh: "没有列出的事项数", en: "how many are not listed")),
        ],
        subject: Phrase(zh: "您有 {{count}} 件事项待处理（{{today}}）", en: "{{count}} open for you ({{today}})"),
        body: Phrase(
            zh: """
                {{name}}，您好：

                截至 {{today}}，您有 {{count}} 件事项待处理。

                {{#tasks}}
                · {{title}}{{#due}}（{{#overdue}}已过期，{{/overdue}}到期日 {{due}}）{{/due}}
                {{#detail}}
                  {{detail}}
                {{/detail}}
                {{#link}}
                  {{link}}
                {{/link}}
                {{/tasks}}
                {{#more}}

                另有 {{more}} 件未列出。
                {{/more}}
                {{#inbox}}

                全部事项：{{inbox}}
                {{/inbox}}

                {{company}}
                本邮件由系统发送。如需调整接收方式，请在收件箱的“通知设置”中修改。

                """,
            en: """
                Hello {{name}},

                as of {{today}} there are {{count}} open for you.

                {{#tasks}}
                - {{title}}{{#due}} ({{#overdue}}overdue, {{/overdue}}due {{due}}){{/due}}
                {{#detail}}
                  {{detail}}
                {{/detail}}
                {{#link}}
                  {{link}}
                {{/link}}
                {{/tasks}}
                {{#more}}

                {{more}} more are not listed.
                {{/more}}
                {{#inbox}}

                All of them: {{inbox}}
                {{/inbox}}

                {{company}}
                Sent by the system. Change what you get under “Notice settings” in your inbox.

                """),
        sample: { language in
            common(language).merging([
                "today": .text("2026-11-23"), "count": .text("3"), "more": .text("1"),
                "tasks": .list([
                    task(
                        Phrase(zh: "张伟的劳动合同即将到期", en: "Zhang Wei's contract ends soon"),
                        Phrase(zh: "请在 2026-12-01 前决定是否续签。", en: "Decide on a renewal before 2026-12-01."), .task,
                        due: "2026-12-01", isOverdue: false, link: "https://hr.example.com/inbox/1", language),
                    task(
                        Phrase(zh: "李娜的试用期已结束", en: "Li Na's probation has ended"), nil, .reminder, due: "2026-11-20",
                        isOverdue: true, link: "https://hr.example.com/inbox/2", language),
                ]),
            ]) { _, new in new }
        })

    /// At once, for what is urgent.
    static let urgent = MailTemplate(
        "inbox.urgent", Phrase(zh: "紧急事项通知", en: "Urgent notice"),
        note: Phrase(
            zh: "事项标记为紧急时立即发送（免打扰时段除外）。", en: "Sent at once when something is urgent, outside quiet hours."),
        names: common + task,
        subject: Phrase(zh: "请尽快处理：{{title}}", en: "Please look at this soon: {{title}}"),
        body: Phrase(
            zh: """
                {{name}}，您好：

                {{title}}{{#due}}（到期日 {{due}}）{{/due}}
                {{#detail}}
                {{detail}}
                {{/detail}}
                {{#link}}

                查看并处理：{{link}}
                {{/link}}

                {{company}}

                """,
            en: """
                Hello {{name}},

                {{title}}{{#due}} (due {{due}}){{/due}}
                {{#detail}}
                {{detail}}
                {{/detail}}
                {{#link}}

                Open it: {{link}}
                {{/link}}

                {{company}}

                """),
        sample: { language in
            common(language).merging(
                task(
                    Phrase(zh: "员工花名册导入没有完成", en: "The import of staff was not completed"),
                    Phrase(zh: "磁盘已满，没有写入任何数据。", en: "The disk is full; nothing was written."), .alert, due: "",
                    isOverdue: false, link: "https://hr.example.com/inbox/3", language)
            ) { _, new in new }
        })

    private static func common(_ language: Language) -> TemplateValues {
        [
            "company": .text(Phrase(zh: "上海晨光销售有限公司", en: "Chenguang Sales Ltd.")[language]),
            "name": .text(Phrase(zh: "林悦", en: "Lin Yue")[language]),
            "inbox": .text("https://hr.example.com/inbox"),
        ]
    }

    private static func task(
        _ title: Phrase, _ detail: Phrase?, _ kind: InboxNotice.Kind, due: String, isOverdue: Bool, link: String,
        _ language: Language
    ) -> TemplateValues {
        [
            "title": .text(title[language]), "detail": .text(detail?[language] ?? ""),
            "kind": .text(kind.name[language]), "due": .text(due), "overdue": .flag(isOverdue), "link": .text(link),
        ]
    }
}
