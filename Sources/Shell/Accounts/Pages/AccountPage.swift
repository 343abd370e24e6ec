import Kernel
import Markup

/// One account as administrators see it.
struct AccountPage: PageModel {
    let account: AccountRow
    let language: Language
    let isDemonstration: Bool
    let isOwn: Bool
    let person: SubjectCard?
    let held: [Held]
    let sessions: [SessionRow]
    let tokens: [TokenRow]
    let scopes: [TokensPage.Scope]
    /// The last entries of the audit log about the account; nil for who may not read it.
    let log: [AuditPage.Row]?
    let roles: [RoleChoice]
    let units: [UnitCard]
    let form: FormState
    /// What was refused: `edit`, `removal`, `state`; nil for the form that gives a role.
    let refused: String?

    /// A role it has.
    struct Held: Codable, Sendable {
        let code: String
        let name: Phrase
        let unit: Int64?
        let unitName: String?
        let reach: Reach?
        let until: Day?
        let isOver: Bool
    }

    var title: Phrase { Phrase(verbatim: account.name) }
    var trail: [Crumb] { [AccountsPage.crumb] }
    private var path: String { "/accounts/\(account.id)" }

    func heading(_ view: PageView) -> any Heading {
        RecordHeader(
            name: account.name,
            identity: [
                HTML(account.login), HTML { if let person { person.unit ?? person.number } },
                HTML { if isDemonstration { Phrase(zh: "演示账号", en: "Demonstration") } },
            ], state: StatusBadge(account.state.badge, account.state.name), breadcrumbs: trail.steps,
            actions: isOwn ? [] : [standing(view)])
    }

    private func standing(_ view: PageView) -> PageAction {
        account.state == .locked
            ? .post(Phrase(zh: "启用账号", en: "Unlock"), URLText(path + "/unlocking"), hidden: view.hidden, look: .primary)
            : .post(Phrase(zh: "停用账号", en: "Lock"), URLText(path + "/locking"), hidden: view.hidden, look: .destructive)
    }

    func content(_ view: PageView) -> HTML {
        RecordLayout(asideTitle: Phrase(zh: "操作记录", en: "History")) {
            if let refused, refused != "edit" { form.problemList }
            if isOwn {
                Notice(.information) {
                    p {
                        Phrase(
                            zh: "这是您自己的账号。停用和重置登录方式须由另一位管理员操作；为自己增加权限会单独记入审计日志，并通知其他管理员。",
                            en:
                                "This is your own account. Locking and resetting it is up to another administrator; giving yourself more is marked in the audit log and the other administrators are told."
                        )
                    }
                }
            }
            KeyValueList(facts)
            h2(.id("roles")) { AccountWords.roles }
            heldRoles(view)
            h3 { Phrase(zh: "授予角色", en: "Give a role") }
            Markup.form(.method(.post), .action(URLText(path + "/roles")), .class("stack")) {
                view.formMark
                if refused == nil { form.problemList }
                for field in RoleGiftFields.shown(roles, units) { (refused == nil ? form : FormState()).part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "授予", en: "Give the role") }
                }
            }
            h2(.id("sign-in")) { Phrase(zh: "登录", en: "Signing in") }
            signIn(view)
            if !tokens.isEmpty {
                h2(.id("tokens")) { AccountWords.tokens }
                TokenTable(rows: tokens, scopes: scopes, hidden: view.hidden) { [path] in
                    URLText(path + "/tokens/\($0)/revocation")
                }
            }
            h2(.id("edit")) { Phrase(zh: "账号资料", en: "Details") }
            details(view)
        } aside: {
            history
        }
    }

    private var facts: [KeyValueList.Entry] {
        [
            .init(
                AccountWords.person,
                person.map { card in
                    .part(
                        Markup.PersonChip(
                            card.name, note: Phrase(verbatim: card.number), target: URLText("/people/\(card.id)")))
                } ?? .unknown(Phrase(zh: "不在花名册中", en: "Not on the staff list"))),
            .init(AccountWords.lastSignIn, account.lastSignIn, unknown: AccountWords.never),
            .init(
                AccountWords.secondFactor,
                .words(AccountWords.secondFactor(isOn: account.hasSecondFactor))),
        ]
    }

    private func heldRoles(_ view: PageView) -> HTML {
        DataTable(
            caption: AccountWords.roles,
            columns: [
                TableColumn(AccountWords.role), TableColumn(AccountWords.unit), TableColumn(AccountWords.reach),
                TableColumn(AccountWords.until), TableColumn(Phrase(zh: "操作", en: "Action")),
            ],
            rows: held.map { role in
                TableRow([
                    .words(role.name),
                    .words(role.unitName.map { Phrase(verbatim: $0) } ?? Phrase(zh: "全公司", en: "Whole company")),
                    .words(AccountWords.reach(role.reach)),
                    role.isOver
                        ? .words(Phrase(zh: "已到期", en: "Over"))
                        : role.until.map { .day($0) } ?? .words(Phrase(zh: "长期", en: "No end")),
                    TableCell {
                        PageAction.post(
                            Phrase(zh: "移除", en: "Take away"), URLText(path + "/roles/removal"),
                            hidden: view.hidden + [HiddenField("role", role.code)]
                                + (role.unit.map { [HiddenField("unit", "\($0)")] } ?? []), look: .quiet)
                    },
                ])
            }, hidesCaption: true,
            empty: Phrase(zh: "还没有角色，登录后看不到任何内容。", en: "No role yet: nothing to see after signing in.")
        ).html
    }

    @HTMLBuilder private func signIn(_ view: PageView) -> HTML {
        if account.state != .locked {
            p(.class("hint")) {
                Phrase(
                    zh: "忘记密码或首次登录时，生成一个新的登录链接交给本人，由其自行设置密码。",
                    en: "For a first sign-in or a forgotten password: a new link lets the person set one.")
            }
            div(.class("actions")) {
                PageAction.post(
                    Phrase(zh: "生成登录链接", en: "New sign-in link"), URLText(path + "/link"), hidden: view.hidden)
                if !isOwn, account.state == .active {
                    PageAction.post(
                        Phrase(zh: "要求修改密码", en: "Ask for a new password"), URLText(path + "/new-password"),
                        hidden: view.hidden)
                }
                if account.hasSecondFactor, !isOwn {
                    PageAction.post(
                        Phrase(zh: "重置两步验证", en: "Reset second factor"), URLText(path + "/second-factor/removal"),
                        hidden: view.hidden, look: .destructive)
                }
            }
        }
        h3 { AccountWords.sessions }
        SessionTable(rows: sessions, hidden: view.hidden) { [path] in
            URLText(path + "/sessions/\($0)/revocation")
        }
        if sessions.contains(where: { !$0.isCurrent }) {
            div(.class("actions")) {
                PageAction.post(
                    Phrase(zh: "全部强制下线", en: "End all sessions"), URLText(path + "/sessions/revocation"),
                    hidden: view.hidden, look: .destructive)
            }
        }
    }

    private func details(_ view: PageView) -> HTML {
        let state =
            refused == "edit"
            ? form
            : FormState(["name": account.name, "person": person?.number ?? "", "language": language.rawValue])
        return Markup.form(.method(.post), .action(URLText(path + "/edit")), .class("stack")) {
            view.formMark
            state.problemList
            for field in AccountEditForm.shown { state.part(field) }
            div(.class("actions")) { button(.type("submit")) { AccountWords.save } }
        }
    }

    @HTMLBuilder private var history: HTML {
        if let log, !log.isEmpty {
            ol(.class("stack")) {
                for row in log {
                    li {
                        a(.href(URLText("/audit/\(row.number)"))) { row.action }
                        p(.class("hint")) { row.when + " · " + row.actor }
                    }
                }
            }
            p {
                a(.href(URLText("/audit?kind=account&record=\(account.id)"))) {
                    Phrase(zh: "查看全部", en: "All entries")
                }
            }
        } else {
            p(.class("hint")) { Phrase(zh: "暂无可显示的记录。", en: "Nothing to show.") }
        }
    }
}

struct AccountEditForm: Form {
    static let shown = [
        FormField("name", .text(maximum: 100), AccountWords.name, isRequired: true),
        FormField(
            "person", .text(), AccountWords.person,
            hint: Phrase(
                zh: "工号或不重名的姓名；留空表示不对应花名册中的人员。",
                en: "Employee number or a unique name; empty for nobody on the staff list.")),
        FormField("language", .choice(Language.choices), AccountWords.language, isRequired: true),
    ]
    static let fields = shown

    let name: String
    let person: String?
    let language: Language

    init(_ input: inout FormInput) {
        name = input.text("name")
        person = input.optionalText("person")
        language = input.choice("language") ?? .zh
    }
}
