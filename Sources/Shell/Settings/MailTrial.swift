import Kernel
import Markup
import SQL

/// A mail that shows whether the settings are right.
enum MailTrial {
    static let sent = AuditAction("settings.mail-trial", Phrase(zh: "发送测试邮件", en: "Send a test mail"))
    private static let words = Phrase(zh: "发送测试邮件", en: "Send a test mail")

    static let routes: [Route] = [
        .page("/settings/mail/trial", .needs(.manageSettings), words) { call in
            MailTrialPage(server: standing(call.house), form: FormState())
        },
        .action(
            "/settings/mail/trial", .needs(.manageSettings), words, form: MailTrialForm.self,
            again: { call, form in MailTrialPage(server: standing(call.house), form: form) }
        ) { call, form in
            try await send(to: form.address, call)
            return Outcome(
                "/settings/mail/trial",
                Phrase(zh: "邮件服务器已接收测试邮件，请到收件箱查收。", en: "The mail server took the test mail; look into your mailbox."))
        },
    ]

    /// `smtp.example.com:587`; nil while nothing is set.
    private static func standing(_ house: House) -> String? {
        let host = house.setting(.mailHost)
        return host.isEmpty ? nil : "\(host):\(house.setting(.mailPort))"
    }

    private static func send(to address: String, _ call: Call) async throws {
        let house = call.house
        let name = house.companyName
        let subject = Phrase(zh: "测试邮件：\(name.zh)", en: "Test mail: \(name.en)")
        let text = Phrase(
            zh: "您好：\n\n这是一封测试邮件。收到它，说明“\(name.zh)”的邮件服务器设置正确，通知和每日摘要可以发出。\n",
            en:
                "Hello,\n\nthis is a test. It arrived, so the mail server of \(name.en) is set up and notices can be sent.\n"
        )
        let key = "trial-" + Token(from: house.world.randomBytes).text.prefix(24)
        try await house.world.mail(
            OutgoingMail(
                key: key, to: address, subject: subject[call.language], text: text[call.language], written: house.now))
        try await call.write { tx in
            try Audit.record(
                AuditEntry(
                    sent, of: AuditRecord(SettingsRoutes.record, ID<SettingsDesk>(MailSettings.number))), by: call,
                in: tx)
        }
    }
}

struct MailTrialForm: Form {
    static let fields = [
        FormField(
            "to", .text(maximum: 254), Phrase(zh: "收件地址", en: "Send to"),
            hint: Phrase(zh: "例如您自己的邮箱。", en: "Your own mailbox, for example."), isRequired: true,
            autocomplete: "email")
    ]

    let address: String

    init(_ input: inout FormInput) {
        let typed = input.text("to")
        do throws(MailRefusal) {
            address = typed.isEmpty ? "" : try MailAddress(typed).address
        } catch {
            address = ""
            input.refuse("to", error.explanation)
        }
    }
}

struct MailTrialPage: PageModel {
    /// Where it will be sent through; nil while no server is set.
    let server: String?
    let form: FormState

    var title: Phrase { Phrase(zh: "发送测试邮件", en: "Send a test mail") }
    var trail: [Crumb] { [SettingsPage.crumb, Crumb(MailSettings.name, MailSettings.path)] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let server {
                p {
                    Phrase(
                        zh: "将通过 \(server) 发送一封测试邮件。出错时会在这里说明原因。",
                        en: "A test mail goes through \(server). If something is wrong, it is said here.")
                }
                Markup.form(.method(.post), .action(URLText(view.path)), .class("stack")) {
                    view.formMark
                    form.problemList
                    for field in MailTrialForm.fields { form.part(field) }
                    div(.class("actions")) {
                        button(.type("submit"), .class("primary")) { Phrase(zh: "发送", en: "Send") }
                        a(.href(URLText(MailSettings.path))) { Phrase(zh: "返回邮件设置", en: "Back to the mail settings") }
                    }
                }
            } else {
                EmptyState(
                    title: Phrase(zh: "尚未设置邮件服务器", en: "There is no mail server yet"),
                    explanation: Phrase(
                        zh: "请先填写主机名和发件地址，再发送测试邮件。", en: "Enter host and sender first, then send a test.")
                ) {
                    a(.class("button", "primary"), .href(URLText(MailSettings.path))) {
                        Phrase(zh: "设置邮件服务器", en: "Set up the mail server")
                    }
                }
            }
        }
    }
}
