import Kernel
import Markup
import Shell

/// Makes or edits a position.
struct PositionForm: Form {
    static let name = FormField("name", .text(maximum: 100), Phrase(zh: "名称", en: "Name"), isRequired: true)
    static let code = FormField("code", .text(maximum: 50), Phrase(zh: "编码", en: "Code"))
    static let family = FormField(
        "family", .text(maximum: 50), Phrase(zh: "序列", en: "Family"),
        hint: Phrase(zh: "例如：销售、客服、研发。", en: "Such as sales, service, engineering."))
    static let level = FormField("level", .record, FieldName.level)
    static let weight = FormField(
        "weight", .choice(PositionWeight.allCases.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "重要性", en: "Weight"),
        hint: Phrase(
            zh: "关键岗位的人离职，按规则计为遗憾离职。", en: "Who leaves a key position is regretted by rule."),
        isRequired: true)
    static let probation = FormField(
        "probation_months", .integer(0...6), Phrase(zh: "试用期（月）", en: "Probation, months"),
        hint: Phrase(
            zh: "办理入职时建议的试用期；法律按合同期限限制长短。", en: "Proposed when somebody is hired; the law limits it by the term."))
    static let payLeast = FormField("pay_least", .money, Phrase(zh: "月薪下限", en: "Least monthly pay"))
    static let payMost = FormField("pay_most", .money, Phrase(zh: "月薪上限", en: "Most monthly pay"))
    static let fields = [name, code, family, level, weight, probation, payLeast, payMost]

    let name: String
    let code: String?
    let family: String?
    let level: ID<Level>?
    let weight: PositionWeight
    let probationMonths: Int?
    let payLeast: Money?
    let payMost: Money?

    init(_ input: inout FormInput) {
        (name, code, family) = (input.text("name"), input.optionalText("code"), input.optionalText("family"))
        (level, weight) = (input.id("level"), input.choice("weight") ?? .ordinary)
        probationMonths = input.integer("probation_months")
        (payLeast, payMost) = (input.money("pay_least"), input.money("pay_most"))
        for (field, amount) in [("pay_least", payLeast), ("pay_most", payMost)]
        where amount?.isNegative == true {
            input.refuse(field, StaffRefusal.negativePay.explanation)
        }
    }
}

/// Makes or edits a level.
struct LevelForm: Form {
    static let rank = FormField(
        "rank", .integer(0...1_000), Phrase(zh: "级次", en: "Rank"),
        hint: Phrase(zh: "数字越大级别越高，不同序列可以相同。", en: "Higher is more senior; families may share a rank."),
        isRequired: true)
    static let fields = [PositionForm.name, PositionForm.family, rank]

    let name: String
    let family: String?
    let rank: Int

    init(_ input: inout FormInput) {
        (name, family, rank) = (input.text("name"), input.optionalText("family"), input.integer("rank") ?? 0)
    }
}

/// Makes or edits a custom field.
struct CustomFieldForm: Form {
    static let code = FormField(
        "code", .text(maximum: 40), Phrase(zh: "编码", en: "Code"),
        hint: Phrase(
            zh: "小写字母开头，只用小写字母、数字和下划线，供导入和接口使用，保存后不能修改。",
            en: "Lower-case letters, digits and underscores, for imports and programs; it cannot change later."),
        isRequired: true)
    static let nameZH = FormField("name", .text(maximum: 50), Phrase(zh: "中文名称", en: "Chinese name"), isRequired: true)
    static let nameEN = FormField(
        "name_en", .text(maximum: 50), Phrase(zh: "英文名称", en: "English name"), isRequired: true)
    static let kind = FormField(
        "kind", .choice(CustomField.Kind.allCases.map { Choice($0.rawValue, $0.name) }), Phrase(zh: "类型", en: "Kind"),
        isRequired: true)
    static let fieldClass = FormField(
        "field_class", .choice(FieldClass.allCases.filter { $0 != .risk }.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "谁能看到", en: "Class"),
        hint: Phrase(zh: "按数据分类控制：没有该类权限的人看不到。", en: "Only those who see this class of data see it."),
        isRequired: true)
    static let choices = FormField(
        "choices", .lines(maximum: 4_000), Phrase(zh: "选项", en: "Options"),
        hint: Phrase(zh: "单选字段填写，每行一个。", en: "For a choice, one per line."))
    static let place = FormField(
        "place", .integer(1...999), Phrase(zh: "顺序", en: "Order"),
        hint: Phrase(zh: "数字小的排在前面。", en: "Smaller comes first."), isRequired: true)
    static let fields = [code, nameZH, nameEN, kind, fieldClass, choices, place]

    let code: String
    let name: Phrase
    let kind: CustomField.Kind
    let fieldClass: FieldClass
    let choices: [String]
    let place: Int

    init(_ input: inout FormInput) {
        code = input.text("code")
        if !code.isEmpty, !Self.isCode(code) {
            input.refuse(
                "code",
                Phrase(
                    zh: "编码只能用小写字母、数字和下划线，并以字母开头。",
                    en: "Use lower-case letters, digits and underscores, a letter first."))
        }
        name = Phrase(zh: input.text("name"), en: input.text("name_en"))
        (kind, fieldClass) = (input.choice("kind") ?? .text, input.choice("field_class") ?? .personal)
        var options: [String] = []
        for line in (input.optionalText("choices") ?? "").split(whereSeparator: \.isNewline) {
            let option = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !option.isEmpty, !options.contains(option) { options.append(option) }
        }
        choices = kind == .choice ? options : []
        if kind == .choice, options.count < 2 {
            input.refuse("choices", CatalogueRefusal.choicesMissing.explanation)
        }
        place = input.integer("place") ?? 1
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.first.map { (97...122).contains($0) } == true
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}
