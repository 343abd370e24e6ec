import Kernel
import Markup
import Organization
import Shell

/// A form about one person: exit interview, stay interview or hiring again. One column, fit for a phone.
struct InterviewFormPage: PageModel {
    enum Kind: String, Codable, Sendable, CaseIterable {
        case exit, stay, rehire

        var title: Phrase {
            switch self {
            case .exit: LeavingWords.exit
            case .stay: LeavingWords.stay
            case .rehire: Phrase(zh: "可否再次录用", en: "Hiring again")
            }
        }

        var fields: [FormField] {
            switch self {
            case .exit: ExitInterviewForm.fields
            case .stay: StayInterviewForm.fields
            case .rehire: RehireForm.fields
            }
        }
    }

    let kind: Kind
    let head: Interviews.Head
    /// Where it is sent.
    let target: String
    let form: FormState

    var title: Phrase { kind.title }
    var trail: [Crumb] {
        [LeavingWords.listTrail, Crumb(Phrase(verbatim: head.name), "/people/\(head.person)/leaving")]
    }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(verbatim: [head.name, head.number, head.unit].compactMap { $0 }.joined(separator: " · ")),
            breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText(target)), .class("stack")) {
            view.formMark
            form.problemList
            for field in kind.fields { part(field) }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                a(.href(URLText("/people/\(head.person)/leaving"))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }

    /// Choices begin with nothing chosen, so that none is made by accident.
    private func part(_ field: FormField) -> Field {
        let control: Control
        switch field.kind {
        case .choice(let choices):
            control = .select(
                [Choice("", Phrase(zh: "请选择", en: "Choose"))] + choices, chosen: form.value(field.name))
        case .day: control = .day(form.value(field.name))
        case .lines: control = .lines(form.value(field.name), rows: 3)
        default: return form.part(field)
        }
        return Field(
            id: field.name, label: field.label, hint: field.hint,
            problem: form.problems.first { $0.field == field.name }?.problem, isRequired: field.isRequired,
            control: control, autocomplete: "off")
    }
}
