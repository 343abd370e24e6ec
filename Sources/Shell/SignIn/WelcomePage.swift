import Kernel
import Markup

/// Where a one-time link leads: somebody sets the password of an account.
struct WelcomePage: BarePage {
    let login: String
    let name: String
    /// Characters a password needs.
    let shortest: Int
    let form: FormState

    var title: Phrase { Phrase(zh: "设置密码", en: "Set your password") }
    var note: Phrase? {
        Phrase(zh: "\(name)，您的账号名是“\(login)”。", en: "\(name), your account name is “\(login)”.")
    }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText(view.path)), .class("stack")) {
            view.formMark
            // Lets the browser's password store know whose password this is.
            input(.type("hidden"), .name("username"), .value(login), .autocomplete("username"))
            form.problemList
            for field in NewPasswordForm.asked(shortest: shortest) { form.part(field) }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存密码", en: "Save password") }
            }
        }
    }
}
