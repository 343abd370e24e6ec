import Kernel
import Markup

/// Who can sign in: the list.
struct AccountsPage: PageModel {
    let rows: [AccountRow]
    /// The account name the next page goes on after.
    let next: String?
    let roles: [RoleChoice]

    static let crumb = Crumb(AccountWords.accounts, "/accounts")
    var title: Phrase { Self.crumb.title }
    static var width: AppFrame.Width { .full }
    private static let filters = ["q", "role", "state"]

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            actions: [
                .link(AccountWords.roles, "/roles"),
                .link(Phrase(zh: "邀请人员", en: "Invite somebody"), "/accounts/new", look: .primary),
            ])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            ListPage(
                filters: FilterBar(
                    "/accounts",
                    search: .init(
                        view.query["q"] ?? "", name: "q", hint: Phrase(zh: "姓名、账号名", en: "Name, account name")),
                    filters: [
                        .select(
                            "role", AccountWords.role,
                            [Choice("", Phrase(zh: "全部", en: "All"))] + roles.map { Choice($0.code, $0.name) },
                            chosen: view.query["role"] ?? ""),
                        .select(
                            "state", AccountWords.state,
                            [Choice("", Phrase(zh: "全部", en: "All"))]
                                + AccountState.allCases.map { Choice($0.rawValue, $0.name) },
                            chosen: view.query["state"] ?? ""),
                    ], active: Self.filters.filter { view.query[$0] != nil }.count),
                active: chips(view).isEmpty ? nil : ActiveFilters(chips(view), clearAll: "/accounts"),
                export: view.exports(), table: table,
                pages: Pagination(
                    previous: view.query["after"] == nil ? nil : view.address(with: "after", nil),
                    next: next.map { view.address(with: "after", $0) }),
                empty: EmptyState(
                    title: Phrase(zh: "没有符合条件的账号", en: "No accounts"),
                    explanation: Phrase(
                        zh: "换一个条件试试，或邀请一位同事使用系统。", en: "Try other filters, or invite somebody.")
                ) {
                    a(.class("button"), .href("/accounts/new")) { Phrase(zh: "邀请人员", en: "Invite somebody") }
                })
        }
    }

    private func chips(_ view: PageView) -> [ActiveFilters.Chip] {
        var chips: [ActiveFilters.Chip] = []
        if let text = view.query["q"] {
            chips.append(
                .init(Phrase(zh: "搜索：\(text)", en: "Search: \(text)"), removal: view.address(with: "q", nil)))
        }
        if let code = view.query["role"], let role = roles.first(where: { $0.code == code }) {
            chips.append(
                .init(
                    Phrase(zh: "角色：\(role.name.zh)", en: "Role: \(role.name.en)"),
                    removal: view.address(with: "role", nil)))
        }
        if let state = view.query["state"].flatMap({ AccountState(rawValue: $0) }) {
            chips.append(
                .init(
                    Phrase(zh: "状态：\(state.name.zh)", en: "State: \(state.name.en)"),
                    removal: view.address(with: "state", nil)))
        }
        return chips
    }

    private var table: DataTable {
        DataTable(
            id: "accounts", caption: title,
            columns: [
                TableColumn(AccountWords.name), TableColumn(AccountWords.login, isOnCard: true),
                TableColumn(AccountWords.roles, isOnCard: true), TableColumn(AccountWords.secondFactor),
                TableColumn(AccountWords.lastSignIn), TableColumn(AccountWords.state),
            ],
            rows: rows.map { row in
                TableRow(
                    [
                        .text(row.name), .text(row.login),
                        row.roles.isEmpty ? .words(Phrase(zh: "无", en: "None")) : .words(.list(row.roles)),
                        .words(AccountWords.secondFactor(isOn: row.hasSecondFactor)),
                        row.lastSignIn.map { .text($0) } ?? .words(AccountWords.never),
                        TableCell { StatusBadge(row.state.badge, row.state.name) },
                    ], target: URLText("/accounts/\(row.id)"))
            }, phone: .twoLines, hidesCaption: true)
    }
}

/// A role to choose.
struct RoleChoice: Codable, Sendable {
    let code: String
    let name: Phrase
}

extension AccountState {
    var badge: StatusBadge.Kind {
        switch self {
        case .active: .good
        case .invited: .planned
        case .locked: .over
        }
    }
}
