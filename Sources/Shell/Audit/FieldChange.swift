import Kernel

/// A field before and after. Values are sealed with the keys of the house before they are stored.
package struct FieldChange: Sendable, Hashable, Codable {
    /// The column or form field.
    package let field: String
    package let name: Phrase
    /// Who may see the values: those whose grant to read the audit log shows the class.
    package let fieldClass: FieldClass
    /// As shown; nil for nothing.
    package let before: String?
    package let after: String?

    package init(
        _ field: String, _ name: Phrase, _ fieldClass: FieldClass = .work, before: String?, after: String?
    ) {
        self.field = field
        self.name = name
        self.fieldClass = fieldClass
        self.before = before
        self.after = after
    }

    /// A password, a key: that it changed is noted, what it was is not.
    package static func secret(_ field: String, _ name: Phrase) -> FieldChange {
        FieldChange(field, name, .public, before: nil, after: "***")
    }

    /// Words for readers of both languages: the log is written once.
    package static func words(_ words: Phrase) -> String {
        words.zh == words.en ? words.zh : "\(words.zh) / \(words.en)"
    }

    /// The changes that change something.
    package static func real(_ changes: [FieldChange]) -> [FieldChange] {
        changes.filter { $0.before != $0.after }
    }
}
