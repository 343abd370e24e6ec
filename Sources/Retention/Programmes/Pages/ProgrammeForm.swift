import Kernel
import Markup
import Shell

/// Shares of the tiers, and the facts that are not to be used.
struct ProgrammeForm: Form {
    static let tiers: [(field: FormField, tier: RiskTier)] = RiskTier.ranked.map { tier in
        (
            FormField(
                tier.rawValue, .integer(0...100), Phrase(zh: "\(tier.name.zh)（%）", en: "\(tier.name.en) (%)"),
                isRequired: true),
            tier
        )
    }
    static let allowed = FormField(
        "left_out", .lines(), Phrase(zh: "不使用的数据项", en: "Facts that are not used"),
        hint: Phrase(
            zh: "每行一个数据项编码。性别、年龄等受保护的属性从不使用，无需填写。修改后需要重新训练。",
            en:
                "One code a line. Protected attributes such as gender and age are never used. Takes effect with the next training."
        ))
    static let fields = tiers.map(\.field) + [allowed]

    let shares: TierShares
    let leftOut: [String]

    init(_ input: inout FormInput) {
        let percent = Self.tiers.map { input.integer($0.field.name) ?? 0 }
        let found = TierShares(percent)
        if found == nil, input.problems.isEmpty {
            input.refuse(
                Self.tiers[0].field.name,
                Phrase(
                    zh: "五个层级合计应为 100%，现在是 \(percent.reduce(0, +))%。",
                    en: "The five tiers have to make 100%; they make \(percent.reduce(0, +))%."))
        }
        shares = found ?? .usual
        var codes: [String] = []
        for line in (input.optionalText("left_out") ?? "").split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let code = String(line)
            guard code.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
                input.refuse(
                    "left_out",
                    Phrase(
                        zh: "“\(code)”不是数据项的编码。请从下表中复制。",
                        en: "“\(code)” is no code of a fact. Copy it from the table below."))
                continue
            }
            if !codes.contains(code) { codes.append(code) }
        }
        leftOut = codes
    }
}

/// The form of a programme, with the facts it may use.
struct ProgrammePage: PageModel {
    struct Fact: Codable, Sendable {
        let code: String
        let name: Phrase
        let isUsed: Bool
        let known: Double?
    }

    let code: String
    let name: Phrase
    let outcome: Phrase
    let facts: [Fact]
    let form: FormState

    var title: Phrase { Phrase(zh: "风险方案：\(name.zh)", en: "Risk programme: \(name.en.lowercased())") }
    var trail: [Crumb] { [RiskListPage.crumb, RiskModelsPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, note: Phrase(zh: "预测：\(outcome.zh)。", en: "Predicts: \(outcome.en.lowercased())."),
            breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            form.problemList
            Markup.form(.method(.post), .action(URLText("/risk/programmes/\(code)")), .class("stack")) {
                view.formMark
                for entry in ProgrammeForm.tiers { form.part(entry.field) }
                form.part(ProgrammeForm.allowed)
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                    a(.href("/risk/models")) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
            if !facts.isEmpty {
                DataTable(
                    id: "facts", caption: Phrase(zh: "最近快照中的数据项", en: "Facts of the newest snapshot"),
                    columns: [
                        TableColumn(Phrase(zh: "数据项", en: "Fact")), TableColumn(Phrase(zh: "编码", en: "Code")),
                        TableColumn(Phrase(zh: "已知的人", en: "Known of"), isNumber: true),
                        TableColumn(Phrase(zh: "使用", en: "Used")),
                    ],
                    rows: facts.map { fact in
                        TableRow([
                            .words(fact.name), .text(fact.code), .number(fact.known ?? .nan, .percent(0)),
                            .words(fact.isUsed ? Phrase(zh: "使用", en: "Yes") : Phrase(zh: "不使用", en: "No")),
                        ])
                    }, phone: .twoLines)
            }
        }
    }
}
