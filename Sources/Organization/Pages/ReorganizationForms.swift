import Kernel
import Markup
import Shell

/// Opens a draft.
struct ReorganizationForm: Form {
    static let fields = [
        FormField(
            "name", .text(maximum: 100), Phrase(zh: "名称", en: "Name"),
            hint: Phrase(zh: "例如“2027 年销售体系调整”。", en: "Such as “Sales 2027”."), isRequired: true),
        FormField(
            "day", .day, FieldName.from,
            hint: Phrase(zh: "所有调整在这一天一起生效。", en: "Everything takes effect on this day at once."), isRequired: true),
        FormField("remark", .lines(maximum: 1_000), Phrase(zh: "说明", en: "Remark")),
    ]
    let name: String
    let day: Day
    let remark: String?

    init(_ input: inout FormInput) {
        (name, day, remark) = (input.text("name"), input.day("day") ?? .first, input.optionalText("remark"))
    }
}

/// Adds a step. Which fields are needed depends on what is done.
struct ReorganizationStepForm: Form {
    static let kind = FormField(
        "kind", .choice(ReorganizationStep.Kind.allCases.map { Choice($0.rawValue, $0.name) }),
        Phrase(zh: "做什么", en: "What is done"), isRequired: true)
    static let unit = FormField(
        "unit", .text(maximum: 400), Phrase(zh: "组织单元", en: "Unit"),
        hint: Phrase(zh: "完整路径，例如“总部/销售部”。", en: "Its full path, such as Headquarters/Sales."))
    static let target = FormField(
        "target", .text(maximum: 400), Phrase(zh: "目标单元", en: "Target unit"),
        hint: Phrase(
            zh: "新的上级、并入或调往的单元；移到顶层时留空。",
            en: "The new parent, or where it merges or transfers to; blank for the top."))
    static let name = FormField(
        "name", .text(maximum: 100), Phrase(zh: "新名称", en: "New name"),
        hint: Phrase(zh: "更名时填写。", en: "To rename."))
    static let person = FormField(
        "person", .text(maximum: 50), Phrase(zh: "员工工号", en: "Staff number"),
        hint: Phrase(zh: "调动员工时填写。", en: "To transfer somebody."))
    static let fields = [kind, unit, target, name, person]

    let kind: ReorganizationStep.Kind
    let unit: String?
    let target: String?
    let name: String?
    let person: String?

    init(_ input: inout FormInput) {
        let kind: ReorganizationStep.Kind = input.choice("kind") ?? .move
        let (unit, target) = (input.optionalText("unit"), input.optionalText("target"))
        let (name, person) = (input.optionalText("name"), input.optionalText("person"))
        let missing = Phrase(zh: "这一步需要填写此项。", en: "This step needs it.")
        if kind != .person, unit == nil { input.refuse("unit", missing) }
        if [.merge, .person].contains(kind), target == nil { input.refuse("target", missing) }
        if kind == .rename, name == nil { input.refuse("name", missing) }
        if kind == .person, person == nil { input.refuse("person", missing) }
        self.kind = kind
        // What another kind of step would need is not kept.
        self.unit = kind == .person ? nil : unit
        self.target = [.move, .merge, .person].contains(kind) ? target : nil
        self.name = kind == .rename ? name : nil
        self.person = kind == .person ? person : nil
    }
}

/// A button whose refusal is shown on the page.
struct ReorganizationConfirmation: Form {
    static let fields: [FormField] = []
    init(_ input: inout FormInput) {}
}
