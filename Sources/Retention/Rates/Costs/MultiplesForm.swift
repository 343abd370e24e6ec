import Kernel
import Markup
import SQL
import Shell

/// The multiples as typed: `150%`.
struct MultiplesForm: Form {
    static let ordinary = FormField(
        "ordinary", .text(maximum: 20), Phrase(zh: "默认倍数", en: "Usual multiple"),
        hint: Phrase(zh: "年薪的百分比，例如 150%", en: "Per cent of yearly pay, such as 150%"), isRequired: true)
    static let key = FormField(
        "key", .text(maximum: 20), Phrase(zh: "关键岗位倍数", en: "On key positions"),
        hint: Phrase(zh: "例如 500%", en: "Such as 500%"), isRequired: true)
    static let level = FormField("level_{id}", .text(maximum: 20), Phrase(zh: "职级倍数", en: "Multiple of a level"))
    static let fields = [ordinary, key, level]

    var multiples = CostMultiples()

    init(_ input: inout FormInput) {
        if let rate = input.rate("ordinary", upTo: Self.most) { multiples.ordinary = rate }
        if let rate = input.rate("key", upTo: Self.most) { multiples.key = rate }
        for name in input.raw.names where name.hasPrefix(Self.level.family ?? "level_") {
            guard let text = input.raw[name], let level = Int64(name.dropFirst("level_".count)), level > 0 else {
                continue
            }
            do {
                let rate = try Rate(text)
                if rate < .zero || rate > Self.most {
                    input.refuse(name, TurnoverEditing.outOfRange(Self.most))
                } else {
                    multiples.levels[level] = rate
                }
            } catch { input.refuse(name, error.explanation) }
        }
    }

    /// Twenty years' pay: more is a slip of the key.
    static let most = Rate.percent(2_000)

    static func state(_ multiples: CostMultiples) -> FormState {
        var values = ["ordinary": multiples.ordinary.percentText, "key": multiples.key.percentText]
        for (level, multiple) in multiples.levels { values["level_\(level)"] = multiple.percentText }
        return FormState(values)
    }
}

struct MultiplesPage: PageModel {
    struct LevelName: Codable, Sendable {
        let id: Int64
        let name: String
    }

    let levels: [LevelName]
    let form: FormState

    var title: Phrase { Phrase(zh: "流失成本倍数", en: "Multiples of the cost") }
    var trail: [Crumb] { [TurnoverTabs.crumb, Crumb(TurnoverTabs.Tab.cost.name, TurnoverTabs.Tab.cost.rawValue)] }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action("/turnover/cost/multiples"), .class("stack")) {
            view.formMark
            form.problemList
            form.part(MultiplesForm.ordinary)
            form.part(MultiplesForm.key)
            for level in levels {
                let name = "level_\(level.id)"
                Field(
                    id: name, label: Phrase(verbatim: level.name),
                    hint: Phrase(zh: "留空则用默认倍数", en: "Blank for the usual one"),
                    problem: form.problems.first { $0.field == name }?.problem, control: .text(form.value(name)))
            }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                a(.href("/turnover/cost")) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}
