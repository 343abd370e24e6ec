import Kernel
import Markup

/// A role of the company's own, begun as a copy.
struct NewRolePage: PageModel {
    let roles: [RoleRow]
    let form: FormState

    var title: Phrase { Phrase(zh: "新建角色", en: "New role") }
    var trail: [Crumb] { [AccountsPage.crumb, RolesPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            p {
                Phrase(
                    zh: "新角色先复制一个现有角色的全部权限，再逐项调整。",
                    en: "A new role starts with everything another one allows; then adjust it.")
            }
            Markup.form(.method(.post), .action("/roles/new"), .class("stack")) {
                view.formMark
                form.problemList
                for field in RoleNameForm.names { form.part(field) }
                form.part(
                    FormField(
                        "from", .choice(roles.map { Choice("\($0.id)", $0.name) }), NewRoleForm.from.label,
                        isRequired: true))
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "创建角色", en: "Make the role") }
                    a(.href("/roles")) { AccountWords.cancel }
                }
            }
        }
    }
}

struct NewRoleForm: Form {
    static let from = FormField("from", .record, Phrase(zh: "复制自", en: "Copy of"), isRequired: true)
    static let fields = RoleNameForm.names + [from]

    let name: Phrase
    let from: ID<Role>?

    init(_ input: inout FormInput) {
        name = RoleNameForm.name(&input)
        from = input.id("from")
    }
}

/// How a role is called, and whether it needs a second factor.
struct RoleNameForm: Form {
    static let names = [
        FormField("name_zh", .text(maximum: 50), Phrase(zh: "名称（中文）", en: "Name in Chinese"), isRequired: true),
        FormField(
            "name_en", .text(maximum: 50), Phrase(zh: "名称（英文）", en: "Name in English"),
            hint: Phrase(zh: "留空则与中文相同。", en: "Empty: the same as in Chinese.")),
    ]
    static let secondFactor = FormField(
        "needs_second_factor", .flag, Phrase(zh: "必须开启两步验证", en: "A second factor is required"))
    static let fields = names.map { FormField($0.name, $0.kind, $0.label, hint: $0.hint) } + [secondFactor]

    /// Nil for a built-in role, which keeps its own.
    let name: Phrase?
    let needsSecondFactor: Bool

    init(_ input: inout FormInput) {
        name = input.raw["name_zh"] == nil ? nil : Self.name(&input)
        needsSecondFactor = input.flag("needs_second_factor")
    }

    static func name(_ input: inout FormInput) -> Phrase {
        let zh = input.text("name_zh")
        return Phrase(zh: zh, en: input.optionalText("name_en") ?? zh)
    }
}
