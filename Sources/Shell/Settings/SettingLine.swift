import Kernel
import Markup

/// A setting as pages handle it, whatever it holds.
package struct SettingLine: Sendable {
    let code: String
    let name: Phrase
    let initial: String
    let isSecret: Bool
    /// The stored text in words.
    let words: @Sendable (String) -> Phrase
    let field: FormField
    /// Stored text from what was typed.
    private let read: @Sendable (String) throws -> String

    package init<Value>(_ setting: Setting<Value>) {
        code = setting.code
        name = setting.name
        initial = setting.initial.stored
        isSecret = Value.self == SealedText.self
        words = { stored in
            Value(stored: stored).map { value in
                value.stored.isEmpty ? Phrase(zh: "未填写", en: "not given") : setting.words(value)
            } ?? Phrase(verbatim: "—")
        }
        read = { text in try setting.read(text).stored }
        field = FormField(
            SettingLine.fieldName(setting.code), setting.kind, setting.name,
            hint: Self.hint(setting, isSecret: isSecret), isRequired: setting.isRequired,
            autocomplete: isSecret ? "new-password" : "off")
    }

    /// `mail.host` → `host`
    static func fieldName(_ code: String) -> String { code.split(separator: ".").last.map(String.init) ?? code }

    /// The ticked box that removes a secret.
    var removal: FormField? {
        guard isSecret else { return nil }
        return FormField(
            "remove_" + field.name, .flag,
            Phrase(zh: "删除已保存的“\(name.zh)”", en: "Remove the stored “\(name.en)”"))
    }

    /// The stored text of what was typed; nil when it was refused, or a secret left as it is.
    func stored(_ input: inout FormInput) -> String? {
        if isSecret {
            if let removal, input.flag(removal.name) { return "" }
            let typed = input.secret(field.name)
            return typed.isEmpty ? nil : typed
        }
        let text: String
        switch field.kind {
        case .flag: return input.flag(field.name).stored
        case .choices: text = input.raw.all(field.name).joined(separator: ",")
        default:
            guard let typed = input.optionalText(field.name) else { return field.isRequired ? nil : "" }
            text = typed
        }
        do {
            return try read(text)
        } catch let refusal as any Refusal {
            input.refuse(field.name, refusal.explanation)
        } catch {
            input.refuse(field.name, FormWords.unreadable)
        }
        return nil
    }

    /// What a fresh form shows.
    func shown(_ stored: String) -> [String] {
        switch field.kind {
        case .secret: []
        case .flag: stored == "yes" ? ["yes"] : []
        case .choices: stored.split(separator: ",").map(String.init)
        default: [stored]
        }
    }

    private static func hint<Value>(_ setting: Setting<Value>, isSecret: Bool) -> Phrase? {
        if isSecret { return setting.hint }
        let initial = setting.initial.stored
        guard !initial.isEmpty else { return setting.hint }
        let words = setting.words(setting.initial)
        return Phrase(
            zh: (setting.hint?.zh ?? "") + "默认：\(words.zh)。",
            en: (setting.hint.map { $0.en + " " } ?? "") + "Default: \(words.en).")
    }
}
