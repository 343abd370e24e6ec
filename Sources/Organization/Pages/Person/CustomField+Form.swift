import Kernel
import Markup
import SQL
import Shell

/// Fields of the company's own, as they are asked and read.
extension CustomField {
    var inputName: String { "custom_\(id)" }

    /// Those in use of some classes, in the company's order.
    static func editable(_ classes: Set<FieldClass>, _ tx: Transaction) throws -> [CustomField] {
        try tx.rows(
            """
            select \(columns) from custom_fields f
            where f.is_retired = 0 and f.field_class in \(classes.map(\.rawValue).sorted()) order by f.place, f.id
            """
        ) { row in try CustomField(&row) }
    }

    func part(in form: FormState) -> Field {
        let value = form.value(inputName)
        let none = Choice("", PersonWords.notGiven)
        let control: Control =
            switch kind {
            case .text, .number: .text(value)
            case .day: .day(value)
            case .choice: .select([none] + choices.map { Choice($0, Phrase(verbatim: $0)) }, chosen: value)
            case .flag:
                .select(
                    [none, Choice("yes", Phrase(zh: "是", en: "Yes")), Choice("no", Phrase(zh: "否", en: "No"))],
                    chosen: value)
            }
        return Field(
            id: inputName, label: name, problem: form.problems.first { $0.field == inputName }?.problem,
            control: control, autocomplete: "off")
    }

    /// A text as it is stored. - Throws: ``FormProblem`` at the field.
    func content(of text: String) throws -> String? {
        guard !text.isEmpty else { return nil }
        switch kind {
        case .text: return text
        case .day:
            do { return try Day(text).iso } catch { throw FormProblem(field: inputName, problem: error.explanation) }
        case .number:
            let plain = text.filter { $0 != "," && $0 != " " }
            guard let number = Double(plain), number.isFinite, plain.allSatisfy({ "0123456789.-".contains($0) }) else {
                throw refused(Phrase(zh: "请填写数字。", en: "Write a number."))
            }
            return plain
        case .choice:
            guard choices.contains(text) else { throw refused(PersonWords.chooseOne) }
            return text
        case .flag:
            guard ["yes", "no"].contains(text) else { throw refused(PersonWords.chooseOne) }
            return text
        }
    }

    private func refused(_ words: Phrase) -> FormProblem { FormProblem(field: inputName, problem: words) }

    /// A stored text as people read it.
    func shown(_ content: String) -> Phrase {
        switch (kind, content) {
        case (.flag, "yes"): Phrase(zh: "是", en: "Yes")
        case (.flag, "no"): Phrase(zh: "否", en: "No")
        default: Phrase(verbatim: content)
        }
    }
}
