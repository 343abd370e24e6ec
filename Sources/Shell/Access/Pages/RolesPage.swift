import Kernel
import Markup

/// The roles of the company.
struct RolesPage: PageModel {
    let roles: [RoleRow]

    static let crumb = Crumb(AccountWords.roles, "/roles")
    var title: Phrase { Self.crumb.title }
    var trail: [Crumb] { [AccountsPage.crumb] }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "角色规定能做什么、对谁、能看到哪些信息。一个账号可以有多个角色，权限合并计算。",
                en:
                    "A role says what may be done, with whom, and which fields are seen. An account may have several; they add up."
            ),
            breadcrumbs: trail.steps,
            actions: [.link(Phrase(zh: "新建角色", en: "New role"), "/roles/new", look: .primary)])
    }

    func content(_ view: PageView) -> HTML {
        DataTable(
            id: "roles", caption: title,
            columns: [
                TableColumn(AccountWords.role), TableColumn(AccountWords.accounts, isNumber: true),
                TableColumn(AccountWords.secondFactor), TableColumn(Phrase(zh: "类型", en: "Kind")),
            ],
            rows: roles.map { role in
                TableRow(
                    [
                        .words(role.name), .count(role.accounts),
                        .words(
                            role.needsSecondFactor
                                ? Phrase(zh: "必须开启", en: "Required") : Phrase(zh: "不强制", en: "Optional")),
                        .words(role.isBuiltin ? Phrase(zh: "内置", en: "Built in") : Phrase(zh: "自建", en: "Own")),
                    ], target: URLText("/roles/\(role.id)"))
            }, hidesCaption: true
        ).html
    }
}
