import Kernel

/// A text with places to fill in, in the strict part of mustache that mails need: `{{name}}`, sections
/// `{{#tasks}}…{{/tasks}}`, `{{^tasks}}…{{/tasks}}` when there are none, and comments `{{! … }}`.
///
/// Mails are plain text, so nothing is escaped. A name that is not offered is refused when the text is read, not found out
/// when it is sent. Source: mustache(5); lines that hold only a section's tag leave no blank line, as there.
package struct MailText: Sendable {
    indirect enum Piece: Sendable {
        case text(String)
        case name(String)
        case section(String, isInverted: Bool, [Piece])
    }

    let pieces: [Piece]

    /// - Parameter names: what may be filled in.
    /// - Throws: ``MailTextRefusal`` with the line.
    package init(_ text: String, names: [TemplateName]) throws(MailTextRefusal) {
        var reader = MailTextReader(text)
        pieces = try reader.pieces(names, until: nil)
    }

    /// Fills the text in. A name without a value stays empty.
    package func filled(_ values: TemplateValues) -> String {
        var text = ""
        Self.write(pieces, [values], to: &text)
        return text
    }

    private static func write(_ pieces: [Piece], _ scopes: [TemplateValues], to text: inout String) {
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .name(let name):
                if case .text(let value) = value(name, scopes) { text += value }
            case .section(let name, let isInverted, let inner):
                let rows: [TemplateValues] =
                    switch value(name, scopes) {
                    case .text(let text): text.isEmpty ? [] : [[:]]
                    case .flag(let flag): flag ? [[:]] : []
                    case .list(let list): list
                    case nil: []
                    }
                if isInverted {
                    if rows.isEmpty { write(inner, scopes, to: &text) }
                } else {
                    for row in rows { write(inner, scopes + [row], to: &text) }
                }
            }
        }
    }

    private static func value(_ name: String, _ scopes: [TemplateValues]) -> TemplateValue? {
        for scope in scopes.reversed() {
            if let value = scope[name] { return value }
        }
        return nil
    }
}

package typealias TemplateValues = [String: TemplateValue]

/// What a place is filled with.
package enum TemplateValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case list([[String: TemplateValue]])
}

/// A name a text may use.
package struct TemplateName: Sendable {
    package let name: String
    package let words: Phrase
    /// What may stand inside its section, when it is a list.
    package let inner: [TemplateName]

    package init(_ name: String, _ words: Phrase, inner: [TemplateName] = []) {
        self.name = name
        self.words = words
        self.inner = inner
    }
}
