import Kernel
import Markup
import Shell

/// Defines or edits a metric.
struct MetricForm: Form {
    static let code = FormField(
        "code", .text(maximum: 40), Phrase(zh: "编码", en: "Code"),
        hint: Phrase(
            zh: "小写字母开头，只用小写字母、数字和下划线，供导入和接口使用，保存后不能修改。",
            en: "Lower-case letters, digits and underscores, for sheets and programs; it cannot change later."),
        isRequired: true)
    static let nameZH = FormField("name", .text(maximum: 50), Phrase(zh: "中文名称", en: "Chinese name"), isRequired: true)
    static let nameEN = FormField(
        "name_en", .text(maximum: 50), Phrase(zh: "英文名称", en: "English name"),
        hint: Phrase(zh: "不填时用中文名称。", en: "The Chinese name where left blank."))
    static let unit = FormField(
        "unit", .choice(FactUnit.allCases.filter { $0 != .kind }.map { Choice($0.rawValue, MetricWords.unit($0)) }),
        Phrase(zh: "单位", en: "Unit"), isRequired: true)
    static let grain = FormField(
        "grain", .choice(FactGrain.allCases.map { Choice($0.rawValue, MetricWords.grain($0)) }),
        Phrase(zh: "频率", en: "How often"),
        hint: Phrase(
            zh: "决定“近期变化”和“连续无增长”按多长时间计算。", en: "Decides over which time change and standstill are counted."),
        isRequired: true)
    static let better = FormField(
        "better", .choice(Metric.Better.allCases.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "方向", en: "Direction"),
        isRequired: true)
    static let purpose = FormField(
        "purpose", .lines(maximum: 500), Phrase(zh: "用途", en: "Purpose"),
        hint: Phrase(
            zh: "写给员工看：为什么收集、用来做什么。员工在“我的记录”中能看到。",
            en: "Written for the people it is about, who can read it: why it is collected and what for."),
        isRequired: true)
    static let purposeEN = FormField("purpose_en", .lines(maximum: 500), Phrase(zh: "用途（英文）", en: "Purpose in English"))
    static let basis = FormField(
        "basis", .choice(LegalBasis.allCases.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "法律依据", en: "Legal basis"),
        isRequired: true)
    static let kept = FormField(
        "kept_months", .integer(1...60), Phrase(zh: "保存期限（月）", en: "Kept, months"),
        hint: Phrase(zh: "更早的数值每晚自动删除。", en: "Older values are deleted every night."), isRequired: true)
    static let audience = FormField(
        "audience",
        .choice([FieldClass.work, .personal, .sensitive, .pay].map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "谁能看到他人的数值", en: "Who sees values of others"),
        hint: Phrase(zh: "按数据分类控制：没有该类权限的人看不到。", en: "Only those who see this class of data."), isRequired: true)
    static let fields = [
        code, nameZH, nameEN, unit, grain, better, purpose, purposeEN, basis, kept, audience,
    ]

    let code: String
    let name: Phrase
    let unit: FactUnit
    let grain: FactGrain
    let better: Metric.Better
    let purpose: Phrase
    let basis: LegalBasis
    let keptMonths: Int
    let audience: FieldClass

    init(_ input: inout FormInput) {
        code = input.text("code")
        if !code.isEmpty, !Self.isCode(code) {
            input.refuse(
                "code",
                Phrase(
                    zh: "编码只能用小写字母、数字和下划线，并以字母开头。",
                    en: "Use lower-case letters, digits and underscores, a letter first."))
        }
        let zh = input.text("name")
        name = Phrase(zh: zh, en: input.optionalText("name_en") ?? zh)
        let why = input.text("purpose")
        purpose = Phrase(zh: why, en: input.optionalText("purpose_en") ?? why)
        (unit, grain) = (input.choice("unit") ?? .count, input.choice("grain") ?? .week)
        if unit == .kind { input.refuse("unit", Phrase(zh: "请从列表中选择。", en: "Choose one of the list.")) }
        (better, basis) = (input.choice("better") ?? .higher, input.choice("basis") ?? .employment)
        (keptMonths, audience) = (input.integer("kept_months") ?? 24, input.choice("audience") ?? .work)
        if ![.work, .personal, .sensitive, .pay].contains(audience) {
            input.refuse("audience", Phrase(zh: "请从列表中选择。", en: "Choose one of the list."))
        }
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.first.map { (97...122).contains($0) } == true
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }

    /// As the form of a new metric begins.
    static let fresh = FormState([
        "unit": "count", "grain": "week", "better": "higher", "basis": "employment", "kept_months": "24",
        "audience": "work",
    ])
}

extension Metric {
    /// As its form shows it.
    var form: FormState {
        FormState([
            "code": code, "name": name.zh, "name_en": name.en, "unit": unit.rawValue, "grain": grain.rawValue,
            "better": better.rawValue, "purpose": purpose.zh, "purpose_en": purpose.en, "basis": basis.rawValue,
            "kept_months": "\(keptMonths)", "audience": audience.rawValue,
        ])
    }
}
