import Kernel
import Markup

/// What one role may do with one capability: for whom, and which classes of fields.
struct CapabilityPage: PageModel {
    let role: RoleRow
    let line: RolePage.Line
    let form: FormState

    var title: Phrase { line.name }
    var trail: [Crumb] { [RolesPage.crumb, Crumb(role.name, "/roles/\(role.id)")] }

    func content(_ view: PageView) -> HTML {
        HTML {
            Markup.form(
                .method(.post), .action(URLText("/roles/\(role.id)/capabilities/\(line.code)")), .class("stack")
            ) {
                view.formMark
                form.problemList
                for reach in Reach.allCases where line.reaches.contains(reach) {
                    form.part(GrantForm.allowed(reach))
                    if line.showsFields, reach != .aggregates { form.part(GrantForm.classes(reach)) }
                }
                p(.class("hint")) {
                    Phrase(
                        zh: "姓名、部门等公开信息总是可见。授予薪酬、敏感和风险信息需要系统管理员角色。",
                        en:
                            "Public fields are always seen. Sensitive, pay and risk fields are granted by administrators only."
                    )
                }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { AccountWords.save }
                    a(.href(URLText("/roles/\(role.id)"))) { AccountWords.cancel }
                }
            }
        }
    }
}

struct GrantForm: Form {
    static func allowed(_ reach: Reach) -> FormField { FormField(reach.rawValue, .flag, reach.name) }

    static func classes(_ reach: Reach) -> FormField {
        FormField(
            reach.rawValue + "_classes",
            .choices(
                FieldClass.allCases.filter { $0 != .public && !(reach == .line && $0 == .pay) }.map {
                    Choice($0.rawValue, $0.name)
                }),
            Phrase(zh: "可见信息（\(reach.heading.zh)）", en: "Fields seen (\(reach.heading.en.lowercased()))"))
    }

    static let fields = Reach.allCases.flatMap { [allowed($0), classes($0)] }

    /// By reach; nil where it is not allowed.
    let classes: [Reach: [FieldClass]]

    init(_ input: inout FormInput) {
        var classes: [Reach: [FieldClass]] = [:]
        for reach in Reach.allCases {
            let chosen = input.choices(reach.rawValue + "_classes", FieldClass.self)
            if input.flag(reach.rawValue) {
                classes[reach] = chosen
            } else if !chosen.isEmpty {
                input.refuse(
                    reach.rawValue,
                    Phrase(
                        zh: "选择了可见信息，但没有勾选“\(reach.name.zh)”。请勾选，或取消可见信息。",
                        en: "Fields are chosen, but “\(reach.name.en)” is not ticked. Tick it, or untick the fields."))
            }
        }
        if classes[.line]?.contains(.pay) == true {
            input.refuse(
                "line_classes", Phrase(zh: "下属范围不能授予薪酬信息。", en: "A reporting line never shows pay."))
        }
        self.classes = classes
    }

    static func values(_ grants: [RoleGrant]) -> FormState {
        var state = FormState()
        for grant in grants {
            state.values[grant.reach.rawValue] = ["yes"]
            state.values[grant.reach.rawValue + "_classes"] = grant.classes.map(\.rawValue)
        }
        return state
    }
}
