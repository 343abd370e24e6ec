import Kernel
import Markup

/// A new password for oneself.
struct PasswordPage: PageModel {
    let account: OwnAccount
    /// Characters a password needs.
    let shortest: Int
    let form: FormState

    var title: Phrase { Phrase(zh: "修改密码", en: "Change password") }
    var trail: [Crumb] { [OwnAccountPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if account.mustChangePassword {
                Notice(.warning) {
                    p {
                        Phrase(
                            zh: "管理员要求您先修改密码，完成后才能继续使用系统。",
                            en: "Your administrator asks you to choose a new password before you go on.")
                    }
                }
            } else {
                OwnAccountTabs(current: "/account/password")
            }
            if account.isDemonstration {
                SharedNotice()
            } else {
                Markup.form(.method(.post), .action("/account/password"), .class("stack")) {
                    view.formMark
                    // Lets the browser's password store know whose password this is.
                    input(.type("hidden"), .name("username"), .value(account.login), .autocomplete("username"))
                    form.problemList
                    for field in [PasswordForm.current] + NewPasswordForm.asked(shortest: shortest) {
                        form.part(field)
                    }
                    p(.class("hint")) {
                        Phrase(
                            zh: "保存后，其他设备上的登录会立即失效，本设备保持登录。API 令牌不受影响。",
                            en: "Saving signs you out everywhere else. This browser stays signed in; API tokens go on.")
                    }
                    div(.class("actions")) {
                        button(.type("submit"), .class("primary")) { Phrase(zh: "保存新密码", en: "Save new password") }
                        if !account.mustChangePassword { a(.href("/account")) { AccountWords.cancel } }
                    }
                }
            }
        }
    }
}

struct PasswordForm: Form {
    static let current = FormField(
        "current", .secret, Phrase(zh: "当前密码", en: "Current password"), isRequired: true,
        autocomplete: "current-password")
    static let fields = [current] + NewPasswordForm.fields

    let current: String
    let password: String

    init(_ input: inout FormInput) {
        current = input.secret("current")
        password = NewPasswordForm.password(&input)
        if !password.isEmpty, password == current {
            input.refuse("password", Phrase(zh: "新密码不能与当前密码相同。", en: "The new password must be another one."))
        }
    }
}

/// Asked for again before something that matters.
struct ConfirmationForm: Form {
    static let fields = [
        FormField(
            "current", .secret, Phrase(zh: "当前密码", en: "Current password"), isRequired: true,
            autocomplete: "current-password")
    ]

    let current: String

    init(_ input: inout FormInput) {
        current = input.secret("current")
    }
}
