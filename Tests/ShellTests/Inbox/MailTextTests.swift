import Kernel
import Testing

@testable import Shell

/// Source of the rules: mustache(5) and the specification's modules interpolation, sections, inverted and comments.
struct MailTextTests {
    static let names = [
        TemplateName("name", Phrase(verbatim: "")), TemplateName("flag", Phrase(verbatim: "")),
        TemplateName(
            "tasks", Phrase(verbatim: ""),
            inner: [TemplateName("title", Phrase(verbatim: "")), TemplateName("due", Phrase(verbatim: ""))]),
    ]

    static let values: TemplateValues = [
        "name": .text("李娜 & <Co>"), "flag": .flag(true),
        "tasks": .list([["title": .text("A"), "due": .text("2026-12-01")], ["title": .text("B"), "due": .text("")]]),
    ]

    @Test(arguments: [
        ("", ""), ("纯文本", "纯文本"), ("{{name}}", "李娜 & <Co>"), ("| {{ name }} |", "| 李娜 & <Co> |"),
        ("{{#tasks}}{{title}};{{/tasks}}", "A;B;"),
        ("{{#tasks}}{{#due}}{{due}}{{/due}}{{^due}}-{{/due}},{{/tasks}}", "2026-12-01,-,"),
        ("{{#tasks}}{{name}} {{/tasks}}", "李娜 & <Co> 李娜 & <Co> "), ("{{^tasks}}none{{/tasks}}", ""),
        ("{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}", "yes"), ("a{{! not said }}b", "ab"),
        ("x\n{{#flag}}\ny\n{{/flag}}\nz", "x\ny\nz"), ("x\n  {{#flag}}  \ny\n\t{{/flag}}\nz\n", "x\ny\nz\n"),
        ("{{#tasks}}\n- {{title}}\n{{/tasks}}\nend", "- A\n- B\nend"), ("x\r\n{{! gone }}\r\ny", "x\ny"),
        ("{ {name} }", "{ {name} }"),
        ("{{name}}\nnext", "李娜 & <Co>\nnext"), ("  {{name}}\n", "  李娜 & <Co>\n"),
    ])
    func filled(_ text: String, _ expected: String) throws {
        #expect(try MailText(text, names: Self.names).filled(Self.values) == expected)
    }

    @Test(
        arguments: [
            ("a\n{{nmae}}", MailTextRefusal.unknown("nmae", line: 2, known: ["name", "flag", "tasks"])),
            ("{{title}}", .unknown("title", line: 1, known: ["name", "flag", "tasks"])),
            (
                "{{#tasks}}{{color}}{{/tasks}}",
                .unknown("color", line: 1, known: ["title", "due", "name", "flag", "tasks"])
            ),
            ("{{tasks}}", .isList("tasks", line: 1)), ("x\n{{#tasks}}\n{{title}}", .unclosed("tasks", line: 2)),
            ("{{/tasks}}", .notOpen("tasks", line: 1)),
            ("{{#flag}}{{#tasks}}{{/flag}}{{/tasks}}", .notOpen("flag", line: 1)),
            ("{{name", .unfinished(line: 1)), ("\n\n{{}}", .unfinished(line: 3)), ("{{ a b }}", .unfinished(line: 1)),
            ("{{> partial}}", .unsupported(line: 1)), ("{{=<% %>=}}", .unsupported(line: 1)),
            ("{{{name}}}", .unsupported(line: 1)),
            ("{{&name}}", .unsupported(line: 1)),
        ] as [(String, MailTextRefusal)])
    func refused(_ text: String, _ refusal: MailTextRefusal) {
        #expect(throws: refusal) { try MailText(text, names: Self.names) }
    }

    /// The words the program comes with use only what is offered, and leave no place open on the sample.
    @Test(arguments: Room.shell.mails.map(\.code), Language.allCases)
    func ownWordsAreGood(_ code: String, _ language: Language) throws {
        let template = try #require(Room.shell.mails.first { $0.code == code })
        let wording = try MailWording(template, subject: template.subject[language], body: template.body[language])
        let (subject, text) = wording.filled(template.sample(language))
        #expect(!subject.isEmpty && !subject.contains("\n") && !(subject + text).contains("{{"))
        #expect(!text.contains("\n\n\n"))
    }
}
