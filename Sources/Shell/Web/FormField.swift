import Kernel
import Markup

/// One question of a form or of a filter, said once: its control, its reading, and its line in `/openapi.json`.
///
/// A name such as `custom_{id}` stands for a family: every name that begins with `custom_`. The form reads those from
/// ``FormInput/raw``; they come back with what was typed like any other.
package struct FormField: Sendable {
    package enum Kind: Sendable {
        case text(maximum: Int = 200)
        case lines(maximum: Int = 4_000)
        case secret
        case day
        case integer(ClosedRange<Int>)
        case money
        case flag
        case choice([Choice])
        /// Any number of the choices; comes several times under its name.
        case choices([Choice])
        /// The id of a record, typed or picked.
        case record
    }

    package let name: String
    package let kind: Kind
    package let label: Phrase
    package let hint: Phrase?
    package let isRequired: Bool
    /// What the browser may fill in: the tokens of HTML's `autocomplete`.
    package let autocomplete: String?

    package init(
        _ name: String, _ kind: Kind, _ label: Phrase, hint: Phrase? = nil, isRequired: Bool = false,
        autocomplete: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.hint = hint
        self.isRequired = isRequired
        self.autocomplete = autocomplete
    }

    /// What all names of the family begin with; nil for a single question.
    package var family: String? { name.firstIndex(of: "{").map { String(name[..<$0]) } }
}
