import Kernel
import Markup
import SQL
import Shell

/// A new signal, or a new version of one.
struct SignalFormPage: PageModel {
    struct FactChoice: Codable, Sendable {
        let code: String
        let name: Phrase
    }

    /// Nil for a new one.
    let code: String?
    let name: Phrase?
    let facts: [FactChoice]
    let form: FormState

    static func load(_ code: String?, _ state: FormState?, _ house: House, _ tx: Transaction) throws -> SignalFormPage {
        let facts = try SignalRegister.facts(house, tx)
        let signal = try code.map { try SignalRegister.versions(of: $0, facts, tx).first } ?? nil
        let known = signal.map { SignalForm.filled($0, unit: facts[$0.fact]?.unit) }
        let fresh = FormState([
            "periods": "1", "period": "week", "window_days": "183", "kept_months": "24", "severity": "medium",
            "basis": "employment", "audience": "work", "active": "yes",
        ])
        return SignalFormPage(
            code: code, name: signal?.name,
            facts: facts.values.sorted { $0.code < $1.code }.map { FactChoice(code: $0.code, name: $0.name) },
            form: state ?? known ?? fresh)
    }

    var title: Phrase {
        name.map { Phrase(zh: "修改“\($0.zh)”", en: "Edit “\($0.en)”") } ?? Phrase(zh: "新建信号", en: "New signal")
    }
    var trail: [Crumb] {
        var trail = [SignalWords.trail]
        if let code, let name { trail.append(Crumb(name, "/signals/\(code)")) }
        return trail
    }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: code == nil
                ? nil
                : Phrase(
                    zh: "保存后成为新版本；已有的触发记录仍注明原来的版本。",
                    en: "Saving makes a new version; hits so far keep naming theirs."), breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        let target = code.map { "/signals/\($0)/edit" } ?? "/signals/new"
        return Markup.form(.method(.post), .action(URLText(target)), .class("stack")) {
            view.formMark
            form.problemList
            for field in SignalForm.fields { part(field) }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                a(.href(URLText(code.map { "/signals/\($0)" } ?? "/signals"))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }

    private func part(_ field: FormField) -> Field {
        switch field.name {
        case "fact":
            let unpublished = form.value("fact")
            let known = facts.contains { $0.code == unpublished } || unpublished.isEmpty
            let waiting =
                known ? [] : [Choice(unpublished, Phrase(zh: "\(unpublished)（尚未公布）", en: "\(unpublished) (waits)"))]
            return Field(
                id: field.name, label: field.label, hint: field.hint,
                problem: form.problems.first { $0.field == field.name }?.problem, isRequired: true,
                control: .select(
                    [Choice("", Phrase(zh: "请选择", en: "Choose"))] + waiting + facts.map { Choice($0.code, $0.name) },
                    chosen: unpublished))
        case "active":
            return Field(
                id: field.name, label: field.label,
                control: .checkbox(isOn: ["yes", "true", "1", "on"].contains(form.value("active").lowercased())))
        default: return form.part(field)
        }
    }
}
