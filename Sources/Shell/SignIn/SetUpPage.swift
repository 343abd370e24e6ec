import Kernel
import Markup

/// The first page of a new system: its first administrator.
struct SetUpPage: BarePage {
    /// Characters a password needs.
    let shortest: Int
    let form: FormState

    var title: Phrase { Phrase(zh: "初始化系统", en: "Set up the system") }
    var note: Phrase? {
        Phrase(
            zh: "请创建第一个管理员账号。保存后此链接立即失效。",
            en: "Make the first administrator's account. The link stops working once it is saved.")
    }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText(view.path)), .class("stack")) {
            view.formMark
            form.problemList
            for field in SetUpForm.asked(shortest: shortest) { form.part(field) }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "创建管理员", en: "Make the administrator") }
            }
        }
    }
}

struct SetUpForm: Form {
    static let fields = asked(shortest: Password.shortest)

    /// - Parameter shortest: how many characters the company asks for.
    static func asked(shortest: Int) -> [FormField] {
        [
            FormField(
                "login", .text(maximum: 64), Phrase(zh: "账号名", en: "Account name"),
                hint: Phrase(
                    zh: "字母、数字和 . _ - + @，例如邮箱或工号。", en: "Letters, digits and . _ - + @: a mail address, for example."),
                isRequired: true, autocomplete: "username"),
            FormField(
                "name", .text(maximum: 100), Phrase(zh: "姓名", en: "Name"), isRequired: true, autocomplete: "name"),
        ] + NewPasswordForm.asked(shortest: shortest)
    }

    let login: String
    let name: String
    let password: String

    init(_ input: inout FormInput) {
        login = input.login("login")
        name = input.text("name")
        password = NewPasswordForm.password(&input)
    }
}

extension FormInput {
    /// An account name somebody chooses; noted when it cannot be one.
    mutating func login(_ name: String) -> String {
        guard let typed = optionalText(name) else { return "" }
        do throws(AccountRefusal) {
            return try Login(typed).text
        } catch {
            refuse(name, error.explanation)
            return ""
        }
    }
}
