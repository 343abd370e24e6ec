import Kernel
import Markup

/// Somebody is invited: whose account, how it is called, what it may do.
struct NewAccountPage: PageModel {
    let roles: [RoleChoice]
    let units: [UnitCard]
    let form: FormState

    var title: Phrase { Phrase(zh: "邀请人员", en: "Invite somebody") }
    var trail: [Crumb] { [AccountsPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            p {
                Phrase(
                    zh: "保存后会生成一个登录链接，对方打开后自行设置密码。密码不会经过您的手。",
                    en: "Saving makes a link with which the person sets the password. You never see it.")
            }
            Markup.form(.method(.post), .action("/accounts/new"), .class("stack")) {
                view.formMark
                form.problemList
                for field in NewAccountForm.own + RoleGiftFields.shown(roles, units) { form.part(field) }
                form.part(NewAccountForm.language)
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) {
                        Phrase(zh: "创建账号并生成链接", en: "Make the account and its link")
                    }
                    a(.href("/accounts")) { AccountWords.cancel }
                }
            }
        }
    }
}

struct NewAccountForm: Form {
    static let own = [
        FormField(
            "person", .text(), AccountWords.person,
            hint: Phrase(
                zh: "填写工号，或不重名的姓名。对方不在花名册中（例如外部顾问）时留空。",
                en: "The employee number, or a name nobody else has. Empty for somebody who is not on the staff list.")),
        FormField(
            "name", .text(maximum: 100), AccountWords.name,
            hint: Phrase(zh: "填写了对应人员时可留空。", en: "May be empty when a person is given.")),
        FormField(
            "login", .text(maximum: 64), AccountWords.login,
            hint: Phrase(
                zh: "用于登录：字母、数字和 . _ - + @。填写了对应人员时可留空，默认用工作邮箱，没有则用工号。",
                en:
                    "Used to sign in: letters, digits and . _ - + @. With a person it may be empty: the work mail, else the number."
            )),
    ]
    static let language = FormField("language", .choice(Language.choices), AccountWords.language, isRequired: true)
    static let fields = own + RoleGiftFields.all + [language]

    let person: String?
    let name: String?
    let login: String?
    let gift: RoleGift
    let language: Language

    init(_ input: inout FormInput) {
        person = input.optionalText("person")
        name = input.optionalText("name")
        let typed = input.login("login")
        login = typed.isEmpty ? nil : typed
        gift = RoleGiftFields.gift(&input)
        language = input.choice("language") ?? .zh
        if person == nil {
            if name == nil { input.refuse("name", FormWords.required) }
            if input.raw["login"] == nil { input.refuse("login", FormWords.required) }
        }
    }
}

/// A link for somebody else, shown once.
struct AccountLinkPage: PageModel {
    let account: ID<Account>
    let name: String
    let login: String
    /// The whole address.
    let link: String
    /// Where it was mailed; nil when it was not.
    let mailed: String?
    let lastHours: Int

    var title: Phrase { Phrase(zh: "登录链接", en: "Sign-in link") }
    var trail: [Crumb] { [AccountsPage.crumb, Crumb(Phrase(verbatim: name), "/accounts/\(account)")] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let mailed {
                Notice(.good) {
                    p { Phrase(zh: "链接已发送到 \(mailed)。", en: "The link was mailed to \(mailed).") }
                }
            } else {
                Notice(.warning, title: Phrase(zh: "请立即转交", en: "Pass it on now")) {
                    p {
                        Phrase(
                            zh: "链接只显示这一次。请复制后通过可靠渠道单独发给本人，不要发到群里。",
                            en:
                                "It is shown only once. Copy it and give it to the person alone, by a channel you trust."
                        )
                    }
                }
            }
            KeyValueList([
                .init(AccountWords.name, .text(name)), .init(AccountWords.login, .text(login)),
                .init(
                    Phrase(zh: "登录链接", en: "Link"),
                    .known(code(.id("link")) { link })),
                .init(
                    Phrase(zh: "有效期", en: "Good for"),
                    .words(
                        Phrase(
                            zh: "\(lastHours) 小时，使用一次后失效；此前的链接已作废",
                            en: "\(lastHours) hours, once; earlier links no longer work"))),
            ])
            div(.class("actions")) {
                a(.class("button", "primary"), .href(URLText("/accounts/\(account)"))) {
                    Phrase(zh: "完成", en: "Done")
                }
                a(.class("button"), .href("/accounts/new")) { Phrase(zh: "再邀请一人", en: "Invite another") }
            }
        }
    }
}
