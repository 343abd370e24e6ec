import Kernel
import Markup
import Shell

extension Form {
    static func named(_ name: String) -> FormField {
        fields.first { $0.name == name } ?? FormField(name, .text(), Phrase(verbatim: name))
    }
}

extension FormState {
    /// The field's control; records are picked from a list where one is given.
    func part(_ field: FormField, choices: [Choice]?, hint: Phrase? = nil) -> Field {
        let value = value(field.name)
        let control: Control? =
            if let choices { .select(choices, chosen: value) } else {
                switch field.kind {
                case .day: .day(value)
                case .money: .money(value)
                case .lines: .lines(value, rows: 3)
                case .flag: .checkbox(isOn: ["yes", "true", "1", "on"].contains(value.lowercased()))
                default: nil
                }
            }
        guard let control else { return part(field, hinting: hint) }
        return Field(
            id: field.name, label: field.label, hint: hint ?? field.hint,
            problem: problems.first { $0.field == field.name }?.problem, isRequired: field.isRequired,
            control: control, autocomplete: field.autocomplete ?? "off")
    }

    private func part(_ field: FormField, hinting hint: Phrase?) -> Field {
        let plain = part(field)
        return Field(
            id: plain.id, label: plain.label, hint: hint ?? plain.hint, problem: plain.problem,
            isRequired: plain.isRequired, control: plain.control, autocomplete: plain.autocomplete ?? "off")
    }
}

/// A form in named groups, with its primary action and the way out.
struct GroupedForm: Part {
    struct Group {
        let title: Phrase?
        let fields: [HTML]

        init(_ title: Phrase?, @HTMLBuilder _ fields: () -> HTML) {
            self.title = title
            self.fields = [fields()]
        }
    }

    let state: FormState
    let action: String
    let mark: HTML
    let groups: [Group]
    let submit: Phrase
    let cancel: String
    var look = PageAction.Look.primary
    /// Another address the same fields may be sent to first.
    var check: (words: Phrase, action: String)?
    /// Stands before the actions: what will happen.
    var review: HTML?

    var html: HTML {
        form(.method(.post), .action(URLText(action)), .class("stack"), .id("form")) {
            mark
            state.problemList
            if let review { review }
            for group in groups {
                if let title = group.title { h2 { title } }
                group.fields
            }
            div(.class("actions")) {
                if let check, review == nil {
                    button(
                        .type("submit"), .class("primary"), .formaction(URLText(check.action))
                    ) { check.words }
                } else {
                    button(.type("submit"), .class(look.rawValue)) { submit }
                    if let check {
                        button(.type("submit"), .formaction(URLText(check.action))) {
                            Phrase(zh: "重新核对", en: "Check again")
                        }
                    }
                }
                a(.href(URLText(cancel))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}
