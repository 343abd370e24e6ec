import Kernel
import Markup

/// What a POST takes: raw strings in; a valid draft, or problems per field, out.
///
/// ```swift
/// struct UnitForm: Form {
///     static let fields = [
///         FormField("name", .text(), Phrase(zh: "名称", en: "Name"), isRequired: true),
///         FormField("from", .day, Phrase(zh: "生效日期", en: "Effective from"), isRequired: true),
///     ]
///     let name: String
///     let from: Day
///     init(_ input: inout FormInput) {
///         name = input.text("name")
///         from = input.day("from") ?? .first
///     }
/// }
/// ```
/// A form whose input has problems is never handed on, so a placeholder for a refused value does no harm.
package protocol Form: Sendable {
    static var fields: [FormField] { get }
    init(_ input: inout FormInput)
}

/// Reads the fields of a form by their declaration and notes what is wrong with them.
package struct FormInput: Sendable {
    package let raw: FormFields
    let fields: [String: FormField]
    package private(set) var problems: [FormProblem] = []

    init(_ raw: FormFields, _ fields: [FormField]) {
        self.raw = raw
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Notes a problem a single reading cannot see: two fields that contradict each other.
    package mutating func refuse(_ name: String, _ problem: Phrase) {
        problems.append(FormProblem(field: name, problem: problem))
    }

    /// The text of a field, "" when it is blank; noted when it is required and blank, or too long.
    package mutating func text(_ name: String) -> String {
        optionalText(name) ?? ""
    }

    /// The text of a field, nil when it is blank.
    package mutating func optionalText(_ name: String) -> String? {
        guard let field = fields[name] else { return nil }
        guard let value = raw[name] else {
            if field.isRequired { refuse(name, FormWords.required) }
            return nil
        }
        if value.unicodeScalars.contains(where: { $0.value == 0 }) {
            refuse(name, FormWords.unreadable)
            return nil
        }
        let maximum =
            switch field.kind {
            case .text(let maximum), .lines(let maximum): maximum
            default: 1_000
            }
        if value.count > maximum { refuse(name, FormWords.tooLong(maximum)) }
        return value
    }

    /// What was typed into a field for a password or a code, with every space.
    package mutating func secret(_ name: String) -> String {
        guard let value = raw.all(name).last else {
            if fields[name]?.isRequired == true { refuse(name, FormWords.required) }
            return ""
        }
        if value.utf8.count > 4_000 { refuse(name, FormWords.unreadable) }
        return value
    }

    package mutating func day(_ name: String) -> Day? {
        guard let text = optionalText(name) else { return nil }
        do {
            return try Day(text)
        } catch {
            refuse(name, error.explanation)
            return nil
        }
    }

    package mutating func integer(_ name: String) -> Int? {
        guard let text = optionalText(name) else { return nil }
        guard let value = Int(text), case .integer(let range) = fields[name]?.kind else {
            refuse(name, FormWords.integer)
            return nil
        }
        if !range.contains(value) { refuse(name, FormWords.outside(range)) }
        return value
    }

    package mutating func money(_ name: String) -> Money? {
        guard let text = optionalText(name) else { return nil }
        do {
            return try Money(text)
        } catch {
            refuse(name, error.explanation)
            return nil
        }
    }

    package mutating func flag(_ name: String) -> Bool {
        guard let text = raw[name] else { return false }
        return ["yes", "true", "1", "on"].contains(text.lowercased())
    }

    package mutating func id<Owner>(_ name: String, of owner: Owner.Type = Owner.self) -> ID<Owner>? {
        guard let text = optionalText(name) else { return nil }
        guard let id = ID<Owner>(text) else {
            refuse(name, FormWords.unreadable)
            return nil
        }
        return id
    }

    /// One of a closed list.
    package mutating func choice<Value: RawRepresentable>(_ name: String, _ type: Value.Type = Value.self) -> Value?
    where Value.RawValue == String {
        guard let text = optionalText(name) else { return nil }
        guard let value = Value(rawValue: text) else {
            refuse(name, FormWords.choice)
            return nil
        }
        return value
    }

    /// Several of a closed list.
    package mutating func choices<Value: RawRepresentable>(_ name: String, _ type: Value.Type = Value.self) -> [Value]
    where Value.RawValue == String {
        raw.all(name).compactMap { text in
            if let value = Value(rawValue: text) { return value }
            refuse(name, FormWords.choice)
            return nil
        }
    }
}

/// Why a field cannot be used. An empty field name stands for the whole form.
package struct FormProblem: Sendable, Codable, Hashable {
    package let field: String
    package let problem: Phrase

    package init(field: String, problem: Phrase) {
        self.field = field
        self.problem = problem
    }
}
