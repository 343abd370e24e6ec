import Kernel
import Markup
import Shell

/// What the forms about units ask for.
enum UnitField {
    static let kind = FormField(
        "kind", .choice(UnitKind.allCases.map { Choice($0.rawValue, $0.name) }), Phrase(zh: "类型", en: "Kind"),
        isRequired: true)
    static let name = FormField("name", .text(maximum: 100), Phrase(zh: "名称", en: "Name"), isRequired: true)
    static let code = FormField("code", .text(maximum: 50), Phrase(zh: "编码", en: "Code"))
    static let parent = FormField(
        "parent", .text(maximum: 400), FieldName.parent,
        hint: Phrase(
            zh: "填写完整路径，例如“总部/销售部”；留空则位于顶层。",
            en: "Its full path, such as Headquarters/Sales; blank for the top."))
    static let head = FormField(
        "head", .text(maximum: 50), Phrase(zh: "负责人工号", en: "Head, by staff number"))
    static let partner = FormField(
        "partner", .text(maximum: 50), Phrase(zh: "HRBP 工号", en: "HR partner, by staff number"))
    static let costCentre = FormField("cost_centre", .text(maximum: 50), FieldName.costCentre)
    static let city = FormField("city", .text(maximum: 50), FieldName.city)
    static let from = FormField(
        "from", .day, FieldName.from,
        hint: Phrase(zh: "从这一天起生效，可以是以后的日期。", en: "Holds from this day on; it may lie ahead."), isRequired: true)
    static let closing = FormField(
        "from", .day, Phrase(zh: "撤销日期", en: "Closed from"),
        hint: Phrase(zh: "从这一天起不再存在。", en: "The first day on which it no longer exists."), isRequired: true)
    static let reason = FormField("reason", .lines(maximum: 1_000), FieldName.reason)
    static let position = FormField("position", .record, FieldName.position)
    static let places = FormField(
        "places", .integer(0...100_000), Phrase(zh: "编制人数", en: "Places"), isRequired: true)
}

/// Opens a unit.
struct UnitOpening: Form {
    static let fields = [
        UnitField.name, UnitField.kind, UnitField.parent, UnitField.code, UnitField.head, UnitField.partner,
        UnitField.costCentre, UnitField.city, UnitField.from,
    ]
    let kind: UnitKind
    let name: String
    let code: String?
    let parent: String?
    let head: String?
    let partner: String?
    let costCentre: String?
    let city: String?
    let from: Day

    init(_ input: inout FormInput) {
        (kind, name) = (input.choice("kind") ?? .department, input.text("name"))
        (code, parent) = (input.optionalText("code"), input.optionalText("parent"))
        (head, partner) = (input.optionalText("head"), input.optionalText("partner"))
        (costCentre, city) = (input.optionalText("cost_centre"), input.optionalText("city"))
        from = input.day("from") ?? .first
    }
}

/// Changes what a unit is called and who looks after it.
struct UnitEditing: Form {
    static let fields = [
        UnitField.name, UnitField.head, UnitField.partner, UnitField.costCentre, UnitField.city, UnitField.from,
    ]
    let name: String
    let head: String?
    let partner: String?
    let costCentre: String?
    let city: String?
    let from: Day

    init(_ input: inout FormInput) {
        name = input.text("name")
        (head, partner) = (input.optionalText("head"), input.optionalText("partner"))
        (costCentre, city) = (input.optionalText("cost_centre"), input.optionalText("city"))
        from = input.day("from") ?? .first
    }
}

/// Hangs a unit elsewhere.
struct UnitMove: Form {
    static let fields = [UnitField.parent, UnitField.from]
    let parent: String?
    let from: Day

    init(_ input: inout FormInput) {
        (parent, from) = (input.optionalText("parent"), input.day("from") ?? .first)
    }
}

/// Closes a unit.
struct UnitClosing: Form {
    static let fields = [UnitField.closing, UnitField.reason]
    let from: Day
    let reason: String?

    init(_ input: inout FormInput) {
        (from, reason) = (input.day("from") ?? .first, input.optionalText("reason"))
    }
}

/// Plans places.
struct UnitPlan: Form {
    static let fields = [UnitField.position, UnitField.places, UnitField.from]
    let position: ID<Position>?
    let places: Int
    let from: Day

    init(_ input: inout FormInput) {
        (position, places) = (input.id("position"), input.integer("places") ?? 0)
        from = input.day("from") ?? .first
    }
}
