import Kernel
import Markup

/// One role: what it allows, as a matrix and in words.
struct RolePage: PageModel {
    let role: RoleRow
    let lines: [Line]
    /// Whether it is as it was delivered; nil for a role of the company's own.
    let isDefault: Bool?
    let form: FormState

    /// A capability and what the role may do with it.
    struct Line: Codable, Sendable {
        let code: String
        let name: Phrase
        let grants: [RoleGrant]
        let sentences: [Phrase]
        let reaches: [Reach]
        let showsFields: Bool
    }

    var title: Phrase { role.name }
    var trail: [Crumb] { [AccountsPage.crumb, RolesPage.crumb] }
    private var path: String { "/roles/\(role.id)" }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            count: Phrase(
                zh: "\(role.accounts) 个账号", en: role.accounts == 1 ? "1 account" : "\(role.accounts) accounts"),
            breadcrumbs: trail.steps,
            actions: [
                .link(Phrase(zh: "查看账号", en: "Accounts"), URLText("/accounts?role=\(role.code)")),
                .link(Phrase(zh: "复制为新角色", en: "Copy"), URLText("/roles/new?from=\(role.id)")),
            ])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            form.problemList
            p(.class("hint")) {
                Phrase(
                    zh: "点击一项权限即可修改。修改保存后，对已登录的人员立即生效。下属范围内不会显示薪酬。",
                    en:
                        "Choose a permission to change it. Changes act at once, also for who is signed in. A reporting line never shows pay."
                )
            }
            matrix
            h2 { Phrase(zh: "这个角色可以", en: "In words") }
            if allowed.isEmpty {
                p { Phrase(zh: "什么也不能做。", en: "Nothing at all.") }
            } else {
                ul { for line in allowed { for sentence in line.sentences { li { sentence } } } }
            }
            h2 { Phrase(zh: "设置", en: "Settings") }
            Markup.form(.method(.post), .action(URLText(path + "/edit")), .class("stack")) {
                view.formMark
                if !role.isBuiltin { for field in RoleNameForm.names { form.part(field) } }
                form.part(RoleNameForm.secondFactor)
                p(.class("hint")) {
                    Phrase(
                        zh: "开启后，拥有该角色但未设置两步验证的账号，下一步操作前须先完成设置。",
                        en: "Accounts with this role that have none must set one up before they go on.")
                }
                div(.class("actions")) { button(.type("submit"), .class("primary")) { AccountWords.save } }
            }
            ends(view)
        }
    }

    private var allowed: [Line] { lines.filter { !$0.grants.isEmpty } }

    private var matrix: DataTable {
        DataTable(
            id: "matrix", caption: Phrase(zh: "权限矩阵", en: "Permissions"),
            columns: [TableColumn(Phrase(zh: "权限", en: "Permission"))]
                + Reach.allCases.map { TableColumn($0.heading) },
            rows: lines.map { line in
                TableRow(
                    [.words(line.name)] + Reach.allCases.map { cell(line, $0) },
                    target: URLText(path + "/capabilities/\(line.code)"))
            })
    }

    private func cell(_ line: Line, _ reach: Reach) -> TableCell {
        guard line.reaches.contains(reach) else { return .text("") }
        guard let grant = line.grants.first(where: { $0.reach == reach }) else { return .text("—") }
        guard line.showsFields else { return .words(Phrase(zh: "✓ 允许", en: "✓ Yes")) }
        let words = RoleWords.classes(grant.classes)
        return .words(Phrase(zh: "✓ " + words.zh, en: "✓ " + words.en))
    }

    @HTMLBuilder private func ends(_ view: PageView) -> HTML {
        if isDefault == false {
            h2 { Phrase(zh: "恢复默认", en: "Reset") }
            p { Phrase(zh: "放弃对这个角色的所有权限修改，恢复为系统默认权限。", en: "Drops every change of its permissions.") }
            div(.class("actions")) {
                PageAction.post(
                    Phrase(zh: "恢复默认权限", en: "Reset to default"), URLText(path + "/reset"), hidden: view.hidden,
                    look: .destructive)
            }
        } else if isDefault == nil {
            h2 { Phrase(zh: "删除角色", en: "Delete") }
            if role.accounts > 0 {
                p { AccountRefusal.roleInUse(role.accounts).explanation }
            } else {
                div(.class("actions")) {
                    PageAction.post(
                        Phrase(zh: "删除角色", en: "Delete the role"), URLText(path + "/deletion"), hidden: view.hidden,
                        look: .destructive)
                }
            }
        }
    }
}

extension Reach {
    /// Short, for a column.
    var heading: Phrase {
        switch self {
        case .company: Phrase(zh: "全公司", en: "Company")
        case .line: Phrase(zh: "下属", en: "Line")
        case .mentees: Phrase(zh: "学员", en: "Mentees")
        case .oneself: Phrase(zh: "本人", en: "Oneself")
        case .aggregates: Phrase(zh: "汇总", en: "Aggregates")
        }
    }
}
