import Kernel
import Markup

/// A new password, typed twice.
struct NewPasswordForm: Form {
    static let fields = asked(shortest: Password.shortest)

    /// - Parameter shortest: how many characters the company asks for.
    static func asked(shortest: Int) -> [FormField] {
        [
            FormField(
                "password", .secret, Phrase(zh: "新密码", en: "New password"),
                hint: Phrase(
                    zh: "至少 \(shortest) 个字符。用几个互不相关的词组成一句话，好记又安全。",
                    en:
                        "At least \(shortest) characters. A few unrelated words are easy to remember and hard to guess."
                ),
                isRequired: true, autocomplete: "new-password"),
            FormField(
                "again", .secret, Phrase(zh: "再次输入新密码", en: "New password again"), isRequired: true,
                autocomplete: "new-password"),
        ]
    }

    let password: String

    init(_ input: inout FormInput) {
        password = Self.password(&input)
    }

    static func password(_ input: inout FormInput) -> String {
        let (password, again) = (input.secret("password"), input.secret("again"))
        if !password.isEmpty, !again.isEmpty, password != again {
            input.refuse("again", AccountRefusal.passwordsDiffer.explanation)
        }
        return password
    }
}

extension PasswordRefusal {
    /// Where the form shows it.
    var atField: FormProblem { FormProblem(field: "password", problem: explanation) }
}
