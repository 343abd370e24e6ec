import Kernel
import Markup

/// The second step into the house: a code.
struct SecondStepPage: BarePage {
    let form: FormState
    let next: String?

    var title: Phrase { Phrase(zh: "两步验证", en: "Second step") }
    var note: Phrase? {
        Phrase(
            zh: "请打开手机上的验证器应用，输入本系统对应的 6 位数字。手机不在身边时，可以输入一个恢复码。",
            en:
                "Open the authenticator app on your phone and enter its six digits. Without the phone, enter a recovery code."
        )
    }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action("/sign-in/second-factor"), .class("stack")) {
            view.formMark
            if let next { HiddenField("next", next) }
            form.problemList
            form.part(CodeForm.code)
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "验证", en: "Continue") }
                a(.href("/sign-in")) { Phrase(zh: "重新登录", en: "Start again") }
            }
        }
    }
}

struct CodeForm: Form {
    static let code = FormField(
        "code", .secret, Phrase(zh: "验证码或恢复码", en: "Code or recovery code"), isRequired: true,
        autocomplete: "one-time-code")
    static let fields = [code, FormField("next", .text(maximum: 2_000), Phrase(zh: "登录后前往", en: "Where to go"))]

    let code: String
    let next: OwnPath?

    init(_ input: inout FormInput) {
        code = input.secret("code")
        next = OwnPath(input.raw["next"])
    }
}
