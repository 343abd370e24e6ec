import Kernel
import Markup

/// What a form shows: what was typed, and what is wrong with it. Part of the page's model.
package struct FormState: Sendable, Codable {
    package var values: [String: [String]]
    package var problems: [FormProblem]

    /// A fresh form, filled with what is already known.
    package init(_ values: [String: String] = [:]) {
        self.values = values.mapValues { [$0] }
        problems = []
    }

    init(_ input: FormInput) {
        values = [:]
        // A secret never comes back.
        for (name, field) in input.fields {
            if case .secret = field.kind { continue }
            if let family = field.family {
                for member in input.raw.names where member.hasPrefix(family) {
                    values[member] = input.raw.all(member)
                }
            } else {
                values[name] = input.raw.all(name)
            }
        }
        problems = input.problems
    }

    package var isRefused: Bool { !problems.isEmpty }

    package func value(_ name: String) -> String { values[name]?.last ?? "" }

    /// The field's control with its value and its problem.
    package func part(_ field: FormField) -> Field {
        let problem = problems.first { $0.field == field.name }?.problem
        let value = value(field.name)
        let control: Control =
            switch field.kind {
            case .text: .text(value)
            case .lines: .lines(value)
            case .secret: .text("", kind: .password)
            case .day: .text(value)
            case .integer(let range): .number(value, min: String(range.lowerBound), max: String(range.upperBound))
            case .money: .text(value)
            case .flag: .checkbox(isOn: !value.isEmpty)
            case .choice(let choices): .select(choices, chosen: value)
            case .choices(let choices): .checkboxes(choices, chosen: values[field.name] ?? [])
            case .record: .text(value)
            }
        return Field(
            id: field.name, label: field.label, hint: field.hint ?? (field.isDay ? Self.dayHint : nil),
            problem: problem, isRequired: field.isRequired, control: control,
            autocomplete: field.autocomplete)
    }

    /// The problems on top of the form, with links to their fields.
    @HTMLBuilder package var problemList: HTML {
        if isRefused {
            ProblemList(problems.map { .init($0.field.isEmpty ? "content" : $0.field, $0.problem) })
        }
    }

    private static let dayHint = Phrase(zh: "例如 2026-12-01", en: "For example 2026-12-01")
}

extension FormField {
    var isDay: Bool {
        if case .day = kind { true } else { false }
    }
}
