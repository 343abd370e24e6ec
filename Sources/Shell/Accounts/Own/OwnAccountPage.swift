import Kernel
import Markup

/// One's own account: how it is called, and the ways into it.
struct OwnAccountPage: PageModel {
    let account: OwnAccount
    let roles: [Held]
    let sessions: Int
    let tokens: Int
    let form: FormState

    struct Held: Codable, Sendable {
        let name: Phrase
        let unit: String?
        let reach: Reach?
        let until: Day?
    }

    static let crumb = Crumb(Phrase(zh: "我的账号", en: "My account"), "/account")
    var title: Phrase { Self.crumb.title }

    func content(_ view: PageView) -> HTML {
        HTML {
            OwnAccountTabs(current: "/account")
            if account.isDemonstration { SharedNotice() }
            h2 { Phrase(zh: "登录方式", en: "Signing in") }
            KeyValueList([
                .init(AccountWords.login, .text(account.login)),
                .init(
                    AccountWords.password,
                    .part(Line(passwordWords, Phrase(zh: "修改密码", en: "Change"), "/account/password"))),
                .init(
                    AccountWords.secondFactor,
                    .part(Line(secondFactorWords, Phrase(zh: "管理", en: "Manage"), "/account/second-factor"))),
                .init(
                    AccountWords.sessions,
                    .part(
                        Line(
                            Phrase(zh: "\(sessions) 处登录", en: sessions == 1 ? "1 session" : "\(sessions) sessions"),
                            Phrase(zh: "查看", en: "Review"), "/account/sessions"))),
                .init(
                    AccountWords.tokens,
                    .part(
                        Line(
                            Phrase(zh: "\(tokens) 个有效", en: "\(tokens) in use"), Phrase(zh: "管理", en: "Manage"),
                            "/account/tokens"))),
            ])
            h2 { Phrase(zh: "我的角色", en: "My roles") }
            if roles.isEmpty {
                p(.class("hint")) {
                    Phrase(zh: "尚未授予角色，请联系管理员。", en: "You have no role yet; ask your administrator.")
                }
            } else {
                ul { for role in roles { li { RoleWords.given(role) } } }
            }
            h2 { Phrase(zh: "个人设置", en: "Preferences") }
            Markup.form(.method(.post), .action("/account"), .class("stack")) {
                view.formMark
                form.problemList
                for field in OwnAccountForm.fields where field.name != "name" || !account.isPerson { form.part(field) }
                if account.isPerson {
                    p(.class("hint")) {
                        Phrase(
                            zh: "姓名“\(account.name)”与花名册一致，如需更正请联系人力资源部。",
                            en: "Your name, \(account.name), follows the staff list; ask HR to correct it.")
                    }
                }
                div(.class("actions")) { button(.type("submit"), .class("primary")) { AccountWords.save } }
            }
        }
    }

    private var passwordWords: Phrase {
        account.hasPassword ? Phrase(zh: "已设置", en: "Set") : Phrase(zh: "未设置", en: "Not set")
    }

    private var secondFactorWords: Phrase {
        switch (account.hasSecondFactor, account.needsSecondFactor) {
        case (true, _):
            Phrase(zh: "已开启，剩余 \(account.recoveryCodes) 个恢复码", en: "On; \(account.recoveryCodes) recovery codes left")
        case (false, true): Phrase(zh: "未开启，您的角色要求开启", en: "Off, but one of your roles needs it")
        case (false, false): Phrase(zh: "未开启", en: "Off")
        }
    }

    /// A fact, and where it is changed.
    private struct Line: Part {
        let words: Phrase
        let link: Phrase
        let target: URLText

        init(_ words: Phrase, _ link: Phrase, _ target: URLText) {
            (self.words, self.link, self.target) = (words, link, target)
        }

        var html: HTML {
            HTML {
                words
                " "
                a(.href(target)) { link }
            }
        }
    }
}

/// The pages about oneself, side by side.
struct OwnAccountTabs: Part {
    let current: String

    private static let pages: [(Phrase, String)] = [
        (Phrase(zh: "概况", en: "Summary"), "/account"), (AccountWords.password, "/account/password"),
        (AccountWords.secondFactor, "/account/second-factor"), (AccountWords.sessions, "/account/sessions"),
        (AccountWords.tokens, "/account/tokens"),
    ]

    var html: HTML {
        Tabs(Self.pages.map { .init($0.0, URLText($0.1), isCurrent: $0.1 == current) }).html
    }
}

/// Why nothing can be changed here.
struct SharedNotice: Part {
    var html: HTML {
        Notice(.information) { p { AccountRefusal.demonstrationAccount.explanation } }.html
    }
}

struct OwnAccountForm: Form {
    static let fields = [
        FormField("name", .text(maximum: 100), AccountWords.name, autocomplete: "name"),
        FormField("language", .choice(Language.choices), AccountWords.language, isRequired: true),
    ]

    let name: String?
    let language: Language

    init(_ input: inout FormInput) {
        name = input.optionalText("name")
        language = input.choice("language") ?? .zh
    }
}
