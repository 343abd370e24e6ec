import Kernel
import Markup

/// The second factor: set up, or what can be done with it.
struct SecondFactorPage: PageModel {
    let account: OwnAccount
    /// What the authenticator app takes; nil once it is set up.
    let offer: Offer?
    let form: FormState
    /// Which of the forms was refused: `codes`, `removal`; nil for setting up.
    let refused: String?

    struct Offer: Codable, Sendable {
        /// For typing it.
        let secret: String
        /// For scanning it.
        let address: String
    }

    var title: Phrase { AccountWords.secondFactor }
    var trail: [Crumb] { [OwnAccountPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if account.needsSecondFactor, !account.hasSecondFactor {
                Notice(.warning) {
                    p {
                        Phrase(
                            zh: "您的角色要求使用两步验证，设置完成后才能继续使用系统。",
                            en: "One of your roles needs a second factor. Set it up to go on.")
                    }
                }
            } else {
                OwnAccountTabs(current: "/account/second-factor")
            }
            if account.isDemonstration {
                SharedNotice()
            } else if let offer {
                setUp(offer, view)
            } else {
                standing(view)
            }
        }
    }

    @HTMLBuilder private func setUp(_ offer: Offer, _ view: PageView) -> HTML {
        p {
            Phrase(
                zh: "开启后，登录时除密码外还需输入手机验证器应用中的 6 位数字。",
                en: "Once it is on, signing in takes the password and six digits from an app on your phone.")
        }
        h2 { Phrase(zh: "第一步：扫描二维码", en: "First: scan this code") }
        p {
            Phrase(
                zh: "用任意验证器应用扫描。二维码由本服务器生成，密钥不会传到外部。",
                en: "With any authenticator app. The code was drawn by this server; the key does not leave it.")
        }
        QRCode(offer.address)?.svg(Phrase(zh: "两步验证二维码", en: "QR code of the second factor"))
        p {
            Phrase(zh: "无法扫描时，请手动输入密钥：", en: "If you cannot scan it, type this key: ")
            code { offer.secret }
        }
        h2 { Phrase(zh: "第二步：输入验证码", en: "Second: enter the code") }
        Markup.form(.method(.post), .action("/account/second-factor"), .class("stack")) {
            view.formMark
            form.problemList
            form.part(EnrolForm.code)
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "开启两步验证", en: "Switch it on") }
            }
        }
    }

    @HTMLBuilder private func standing(_ view: PageView) -> HTML {
        KeyValueList([
            .init(AccountWords.state, .part(StatusBadge(.good, Phrase(zh: "已开启", en: "On")))),
            .init(
                Phrase(zh: "剩余恢复码", en: "Recovery codes left"),
                .words(Phrase(zh: "\(account.recoveryCodes) 个", en: "\(account.recoveryCodes)"))),
        ])
        h2 { Phrase(zh: "更换恢复码", en: "New recovery codes") }
        p {
            Phrase(
                zh: "手机不在身边时，可用恢复码登录，每个只能用一次。更换后旧的恢复码全部失效。",
                en: "A recovery code replaces the phone once. New codes make the old ones useless.")
        }
        confirmation(
            "codes", "/account/second-factor/recovery-codes", Phrase(zh: "更换恢复码", en: "Make new codes"), "", view)
        h2 { Phrase(zh: "关闭两步验证", en: "Switch it off") }
        if account.needsSecondFactor {
            p { AccountRefusal.secondFactorRequired.explanation }
        } else {
            p {
                Phrase(zh: "关闭后，仅凭密码即可登录您的账号。", en: "Without it, the password alone opens your account.")
            }
            confirmation(
                "removal", "/account/second-factor/removal", Phrase(zh: "关闭两步验证", en: "Switch it off"),
                "destructive", view)
        }
    }

    private func confirmation(
        _ name: String, _ target: URLText, _ words: Phrase, _ look: String, _ view: PageView
    ) -> HTML {
        let state = refused == name ? form : FormState()
        let field = ConfirmationForm.fields[0]
        let part = state.part(field)
        return Markup.form(.method(.post), .action(target), .class("stack")) {
            view.formMark
            if state.isRefused { state.problemList }
            Field(
                id: refused == name ? part.id : name + "-current", name: part.name, label: part.label,
                problem: part.problem, isRequired: true, control: part.control, autocomplete: part.autocomplete)
            div(.class("actions")) { button(.type("submit"), .class(look)) { words } }
        }
    }
}

struct EnrolForm: Form {
    static let code = FormField(
        "code", .secret, Phrase(zh: "验证器应用显示的 6 位数字", en: "Six digits shown by the app"), isRequired: true,
        autocomplete: "one-time-code")
    static let fields = [code]

    let code: String

    init(_ input: inout FormInput) {
        code = input.secret("code")
    }
}

/// The recovery codes, shown once.
struct RecoveryCodesPage: PageModel {
    let codes: [String]

    var title: Phrase { Phrase(zh: "恢复码", en: "Recovery codes") }
    var trail: [Crumb] { [OwnAccountPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            Notice(.warning, title: Phrase(zh: "请立即保存", en: "Keep these now")) {
                p {
                    Phrase(
                        zh: "恢复码只显示这一次。请抄写或打印后妥善保管，不要存放在手机上。每个恢复码只能使用一次。",
                        en:
                            "They are shown only once. Print or copy them and keep them away from your phone. Each works once."
                    )
                }
            }
            ol { for text in codes { li { code { text } } } }
            div(.class("actions")) {
                a(.class("button", "primary"), .href("/")) { Phrase(zh: "已保存，继续", en: "I have kept them; go on") }
            }
        }
    }
}
