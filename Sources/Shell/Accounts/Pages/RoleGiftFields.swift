import Kernel
import Markup

/// The questions about a role for an account: which, for whom, until when.
enum RoleGiftFields {
    static let role = FormField(
        "role", .text(maximum: 100), AccountWords.role, isRequired: true)
    static let reach = FormField(
        "reach",
        .choice(Reach.allCases.map { Choice($0 == .company ? "" : $0.rawValue, AccountWords.reach($0)) }),
        AccountWords.reach,
        hint: Phrase(
            zh: "角色本身已规定每项权限的范围，这里可以进一步缩小。",
            en: "A role says whom each permission covers; here it can be given for less."))
    static let unit = FormField(
        "unit", .record, AccountWords.unit,
        hint: Phrase(zh: "选定后只在该组织及其下级内有效。", en: "With a unit it holds there and below only."))
    static let until = FormField(
        "until", .day, AccountWords.until, hint: Phrase(zh: "到期当天仍有效；留空则长期有效。", en: "The last day; empty for no end."))
    static let all = [role, reach, unit, until]

    /// With the roles and units of the house.
    static func shown(_ roles: [RoleChoice], _ units: [UnitCard]) -> [FormField] {
        [
            FormField(
                role.name,
                .choice([Choice("", Phrase(zh: "请选择", en: "Choose"))] + roles.map { Choice($0.code, $0.name) }),
                role.label, isRequired: true),
            reach,
        ]
            + (units.isEmpty
                ? [] : [FormField(unit.name, .choice(UnitChoices.choices(units)), unit.label, hint: unit.hint)])
            + [until]
    }

    static func gift(_ input: inout FormInput) -> RoleGift {
        RoleGift(
            role: input.text("role"), unit: input.id("unit", of: UnitCard.self)?.rawValue,
            reach: input.choice("reach", Reach.self), until: input.day("until"))
    }
}

struct RoleGiftForm: Form {
    static let fields = RoleGiftFields.all
    let gift: RoleGift

    init(_ input: inout FormInput) {
        gift = RoleGiftFields.gift(&input)
    }
}

struct RoleRemovalForm: Form {
    static let fields = [RoleGiftFields.role, RoleGiftFields.unit]
    let role: String
    let unit: Int64?

    init(_ input: inout FormInput) {
        role = input.text("role")
        unit = input.id("unit", of: UnitCard.self)?.rawValue
    }
}

/// A decision without questions.
struct EmptyForm: Form {
    static let fields: [FormField] = []
    init(_ input: inout FormInput) {}
}
