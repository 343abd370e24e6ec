import Kernel
import Markup

/// The first step into the house.
struct SignInPage: BarePage {
    let form: FormState
    /// Where to go afterwards.
    let next: String?
    /// In a demonstration: accounts to look through the eyes of.
    let demonstration: [DemonstrationAccount]

    struct DemonstrationAccount: Codable, Sendable {
        let id: ID<Account>
        let name: String
        let role: Phrase
    }

    var title: Phrase { Phrase(zh: "登录", en: "Sign in") }
    var note: Phrase? { nil }

    func content(_ view: PageView) -> HTML {
        HTML {
            Markup.form(.method(.post), .action("/sign-in"), .class("stack")) {
                view.formMark
                if let next { HiddenField("next", next) }
                form.problemList
                for field in SignInForm.shown { form.part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "登录", en: "Sign in") }
                }
            }
            if !demonstration.isEmpty { switcher(view) }
        }
    }

    private func switcher(_ view: PageView) -> HTML {
        section(.class("stack")) {
            h2 { Phrase(zh: "演示：选择一个角色", en: "Demonstration: choose a role") }
            p(.class("hint")) {
                Phrase(
                    zh: "这是演示系统，不需要密码。数据均为虚构。",
                    en: "This is a demonstration; no password is needed. All data are made up.")
            }
            for account in demonstration {
                PageAction.post(
                    Phrase(zh: account.role.zh + " · " + account.name, en: account.role.en + " · " + account.name),
                    "/sign-in/demonstration",
                    hidden: [HiddenField("token", view.formToken), HiddenField("account", "\(account.id)")])
            }
        }
    }
}

struct SignInForm: Form {
    static let shown = [
        FormField(
            "login", .text(maximum: 200), Phrase(zh: "账号", en: "Account name"), isRequired: true,
            autocomplete: "username"),
        FormField(
            "password", .secret, Phrase(zh: "密码", en: "Password"), isRequired: true, autocomplete: "current-password"),
    ]
    static let fields = shown + [FormField("next", .text(maximum: 2_000), Phrase(zh: "登录后前往", en: "Where to go"))]

    let login: String
    let password: String
    let next: OwnPath?

    init(_ input: inout FormInput) {
        login = input.text("login")
        password = input.secret("password")
        next = OwnPath(input.raw["next"])
    }
}
