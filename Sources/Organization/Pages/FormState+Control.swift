import Kernel
import Markup
import Shell

extension FormState {
    /// The field with a control of its own: a choice among records, a day that says how it was read.
    func part(_ field: FormField, as control: Control) -> Field { part(field, as: control, hint: field.hint) }

    /// The same with another hint.
    func part(_ field: FormField, as control: Control, hint: Phrase?) -> Field {
        Field(
            id: field.name, label: field.label, hint: hint,
            problem: problems.first { $0.field == field.name }?.problem, isRequired: field.isRequired,
            control: control, autocomplete: field.autocomplete)
    }
}
