import Kernel
import Markup

/// Tokens with which programs act for oneself.
struct TokensPage: PageModel {
    let rows: [TokenRow]
    /// What one may give a token: what one may do.
    let scopes: [Scope]
    let isDemonstration: Bool
    let form: FormState

    struct Scope: Codable, Sendable {
        let code: String
        let name: Phrase
    }

    var title: Phrase { AccountWords.tokens }
    var trail: [Crumb] { [OwnAccountPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            OwnAccountTabs(current: "/account/tokens")
            p {
                Phrase(
                    zh: "令牌让程序以您的名义调用接口，权限不超过所选范围，也不超过您当前的权限。",
                    en:
                        "A token lets a program act for you: within the scopes chosen, and never beyond what you may do."
                )
                " "
                a(.href("/openapi.json")) { Phrase(zh: "接口说明", en: "Interface description") }
            }
            if isDemonstration { SharedNotice() }
            TokenTable(rows: rows, scopes: scopes, hidden: view.hidden) {
                URLText("/account/tokens/\($0)/revocation")
            }
            if !isDemonstration {
                h2 { Phrase(zh: "新建令牌", en: "New token") }
                Markup.form(.method(.post), .action("/account/tokens"), .class("stack")) {
                    view.formMark
                    form.problemList
                    form.part(TokenForm.name)
                    form.part(TokenForm.scopes(scopes))
                    form.part(TokenForm.days)
                    div(.class("actions")) {
                        button(.type("submit"), .class("primary")) { Phrase(zh: "创建令牌", en: "Make the token") }
                    }
                }
            }
        }
    }
}

/// Tokens as a table, each with its end.
struct TokenTable: Part {
    let rows: [TokenRow]
    let scopes: [TokensPage.Scope]
    let hidden: [HiddenField]
    let end: @Sendable (ID<APIToken>) -> URLText

    var html: HTML {
        DataTable(
            caption: AccountWords.tokens,
            columns: [
                TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(Phrase(zh: "开头", en: "Begins")),
                TableColumn(Phrase(zh: "权限范围", en: "Scopes")), TableColumn(Phrase(zh: "创建日期", en: "Made")),
                TableColumn(Phrase(zh: "最近使用", en: "Last used")), TableColumn(AccountWords.until),
                TableColumn(Phrase(zh: "操作", en: "Action")),
            ],
            rows: rows.map { row in
                TableRow([
                    .text(row.name), TableCell { code { row.hint } }, .words(names(row.scopes)), .day(row.made),
                    .words(row.used.map { Phrase(verbatim: $0) } ?? Phrase(zh: "从未使用", en: "Never")),
                    row.isOver ? .words(Phrase(zh: "已过期", en: "Expired")) : .day(row.lastDay),
                    TableCell {
                        PageAction.post(Phrase(zh: "撤销", en: "Revoke"), end(row.id), hidden: hidden, look: .quiet)
                    },
                ])
            }, hidesCaption: true, empty: Phrase(zh: "还没有令牌。", en: "No tokens yet.")
        ).html
    }

    private func names(_ codes: [String]) -> Phrase {
        let names = codes.map { code in scopes.first { $0.code == code }?.name ?? Phrase(verbatim: code) }
        guard names.count > 3 else { return .list(names) }
        return Phrase(
            zh: "\(names[0].zh)、\(names[1].zh)等 \(names.count) 项",
            en: "\(names[0].en), \(names[1].en) and \(names.count - 2) more")
    }
}

struct TokenForm: Form {
    static let name = FormField(
        "name", .text(maximum: 100), Phrase(zh: "名称", en: "Name"),
        hint: Phrase(zh: "写明用途，例如“考勤系统同步”。", en: "What it is for: “attendance sync”, for example."), isRequired: true)
    static let days = FormField(
        "days",
        .choice(TokenStore.lifetimes.map { Choice(String($0), Phrase(zh: "\($0) 天", en: "\($0) days")) }),
        Phrase(zh: "有效期", en: "Good for"), isRequired: true)

    /// With the choices of one viewer.
    static func scopes(_ scopes: [TokensPage.Scope]) -> FormField {
        FormField(
            "scopes", .choices(scopes.map { Choice($0.code, $0.name) }), Phrase(zh: "权限范围", en: "Scopes"),
            hint: Phrase(
                zh: "“\(Capability.signIn.name.zh)”包括收件箱、搜索、已存视图和自己发起的后台任务。",
                en: "“\(Capability.signIn.name.en)” is the inbox, search, saved views and one's own background jobs."),
            isRequired: true)
    }

    static let fields = [
        name, FormField("scopes", .text(maximum: 100), Phrase(zh: "权限范围", en: "Scopes"), hint: nil), days,
    ]

    let name: String
    let scopes: [String]
    let days: Int

    init(_ input: inout FormInput) {
        name = input.text("name")
        scopes = input.raw.all("scopes")
        if scopes.isEmpty { input.refuse("scopes", AccountRefusal.noScope.explanation) }
        let chosen = input.text("days")
        days = Int(chosen) ?? 0
        if !chosen.isEmpty, !TokenStore.lifetimes.contains(days) {
            input.refuse("days", Phrase(zh: "请从列出的选项中选择。", en: "Choose one of the options."))
        }
    }
}

/// A fresh token, shown once.
struct NewTokenPage: PageModel {
    let name: String
    let token: String

    var title: Phrase { Phrase(zh: "令牌已创建", en: "The token") }
    var trail: [Crumb] { [OwnAccountPage.crumb, Crumb(AccountWords.tokens, "/account/tokens")] }

    func content(_ view: PageView) -> HTML {
        HTML {
            Notice(.warning, title: Phrase(zh: "请立即保存", en: "Keep it now")) {
                p {
                    Phrase(
                        zh: "令牌只显示这一次，离开本页后无法再查看。请存放在密码库中，不要写进代码或发到聊天群。",
                        en: "It is shown only once. Keep it in a secret store, not in code or chats.")
                }
            }
            p { code(.id("token-text")) { token } }
            p(.class("hint")) {
                Phrase(
                    zh: "调用接口时放在请求头中：Authorization: Bearer 令牌",
                    en: "Programs send it in a header: Authorization: Bearer <token>")
            }
            div(.class("actions")) {
                a(.class("button", "primary"), .href("/account/tokens")) {
                    Phrase(zh: "返回令牌列表", en: "Back to the tokens")
                }
            }
        }
    }
}
