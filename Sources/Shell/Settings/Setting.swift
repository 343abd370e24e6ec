import Kernel
import Markup

/// One thing an administrator can set: its words, its control, what it is at first, and what it may not be.
package struct Setting<Value: SettingValue>: Sendable {
    /// `group.name`: stored, never renamed. What follows the dot is the field's name in forms and JSON.
    package let code: String
    package let name: Phrase
    package let hint: Phrase?
    package let initial: Value
    /// Its control on a page.
    let kind: FormField.Kind
    let isRequired: Bool
    /// The value in words.
    let words: @Sendable (Value) -> Phrase
    /// Makes the value from what was typed, or refuses it.
    let read: @Sendable (String) throws -> Value

    /// A setting of any kind.
    package init(
        _ code: String, _ name: Phrase, hint: Phrase? = nil, initial: Value, kind: FormField.Kind = .text(),
        isRequired: Bool = false, words: @escaping @Sendable (Value) -> Phrase = { Phrase(verbatim: $0.stored) },
        read: (@Sendable (String) throws -> Value)? = nil
    ) {
        self.code = code
        self.name = name
        self.hint = hint
        self.initial = initial
        self.kind = kind
        self.isRequired = isRequired
        self.words = words
        self.read =
            read ?? { text in
                guard let value = Value(stored: text) else { throw SettingProblem(FormWords.unreadable) }
                return value
            }
    }
}

/// Why a value cannot be set; other refusals say so too.
package struct SettingProblem: Refusal {
    package let explanation: Phrase

    package init(_ words: Phrase) {
        explanation = words
    }
}

extension Setting<Int> {
    /// A whole number with its unit: `(zh: "天", en: "days")`.
    package static func number(
        _ code: String, _ name: Phrase, hint: Phrase? = nil, _ range: ClosedRange<Int>, initial: Int,
        unit: Phrase, zero: Phrase? = nil
    ) -> Setting {
        Setting(
            code, Phrase(zh: "\(name.zh)（\(unit.zh)）", en: "\(name.en) (\(unit.en))"), hint: hint, initial: initial,
            kind: .integer(range), isRequired: true,
            words: { value in
                if value == 0, let zero { return zero }
                return Phrase(zh: "\(value) \(unit.zh)", en: "\(value) \(unit.en)")
            },
            read: { text in
                guard let value = Int(text) else { throw SettingProblem(FormWords.integer) }
                guard range.contains(value) else { throw SettingProblem(FormWords.outside(range)) }
                return value
            })
    }
}

extension Setting<String> {
    /// A line of text, checked by `check`.
    package static func text(
        _ code: String, _ name: Phrase, hint: Phrase? = nil, maximum: Int = 200, initial: String = "",
        check: @escaping @Sendable (String) throws -> String = { text in text }
    ) -> Setting {
        Setting(code, name, hint: hint, initial: initial, kind: .text(maximum: maximum), read: check)
    }
}

extension Setting where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a closed list.
    package static func choice(
        _ code: String, _ name: Phrase, hint: Phrase? = nil, initial: Value,
        words: @escaping @Sendable (Value) -> Phrase
    ) -> Setting {
        Setting(
            code, name, hint: hint, initial: initial,
            kind: .choice(Value.allCases.map { Choice($0.rawValue, words($0)) }), isRequired: true, words: words,
            read: { text in
                guard let value = Value(rawValue: text) else { throw SettingProblem(FormWords.choice) }
                return value
            })
    }
}

extension Setting<Bool> {
    /// Switched on when the demonstration accounts are made, and off when a server is told to serve without them.
    package static let demonstration = Setting(
        "demonstration", Phrase(zh: "演示模式", en: "Demonstration"), initial: false, kind: .flag)
}
