import Kernel
import Markup

/// How the viewer wants to be written to.
struct InboxPreferencePage: PageModel {
    /// Where mails go now; nil when no address is known.
    let address: String?
    /// Whether the server can send mail at all.
    let canMail: Bool
    let form: FormState

    static let words = Phrase(zh: "通知设置", en: "Notice settings")
    var title: Phrase { Self.words }
    var trail: [Crumb] { [Crumb(Phrase(zh: "收件箱", en: "Inbox"), "/inbox")] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if !canMail {
                Notice(.information) {
                    p {
                        Phrase(
                            zh: "管理员尚未设置邮件服务器，目前不会发送邮件。设置可以先保存。",
                            en: "No mail server is set up, so nothing is mailed yet. Your choice is kept.")
                    }
                }
            } else if address == nil {
                Notice(.warning) {
                    p { Phrase(zh: "还没有您的邮箱地址，请在下面填写。", en: "Your mail address is not known; enter it below.") }
                }
            }
            Markup.form(.method(.post), .action(URLText(view.path)), .class("stack")) {
                view.formMark
                form.problemList
                for field in InboxPreferenceForm.fields { form.part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                    a(.href("/inbox")) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
        }
    }
}

struct InboxPreferenceForm: Form {
    private static func hour(_ name: String, _ label: Phrase, hint: Phrase? = nil) -> FormField {
        FormField(
            name,
            .choice(
                [Choice("", Phrase(zh: "按公司设置", en: "As the company has set"))]
                    + (0..<24).map { Choice(String($0), Phrase(verbatim: Hours.text($0))) }), label, hint: hint)
    }

    static let fields = [
        FormField(
            "mode", .choice(InboxPreference.Mode.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "邮件通知", en: "Mail"), isRequired: true),
        FormField(
            "address", .text(maximum: 254), Phrase(zh: "邮箱地址", en: "Mail address"),
            hint: Phrase(
                zh: "留空时使用账号名（如果它是邮箱地址）。", en: "Blank for the account name, if it is a mail address."),
            autocomplete: "email"),
        hour("digest_hour", Phrase(zh: "每日摘要时间", en: "Digest at")),
        hour("quiet_from", Phrase(zh: "免打扰开始", en: "Quiet from")),
        hour("quiet_until", Phrase(zh: "免打扰结束", en: "Quiet until")),
    ]

    let preference: InboxPreference

    init(_ input: inout FormInput) {
        var preference = InboxPreference()
        preference.mode = input.choice("mode") ?? .urgent
        if let typed = input.optionalText("address") {
            do throws(MailRefusal) {
                preference.address = try MailAddress(typed).address
            } catch {
                input.refuse("address", error.explanation)
            }
        }
        preference.digestHour = Self.hour("digest_hour", &input)
        preference.quietFrom = Self.hour("quiet_from", &input)
        preference.quietUntil = Self.hour("quiet_until", &input)
        if (preference.quietFrom == nil) != (preference.quietUntil == nil) {
            input.refuse(
                preference.quietFrom == nil ? "quiet_from" : "quiet_until",
                Phrase(zh: "请同时选择免打扰的开始和结束时间。", en: "Choose both the beginning and the end of quiet hours."))
        }
        self.preference = preference
    }

    private static func hour(_ name: String, _ input: inout FormInput) -> Int? {
        guard let text = input.optionalText(name) else { return nil }
        guard let hour = Int(text), 0..<24 ~= hour else {
            input.refuse(name, FormWords.choice)
            return nil
        }
        return hour
    }
}

extension InboxPreference {
    /// As the form shows it.
    var formState: FormState {
        FormState([
            "mode": mode.rawValue, "address": address ?? "", "digest_hour": digestHour.map(String.init) ?? "",
            "quiet_from": quietFrom.map(String.init) ?? "", "quiet_until": quietUntil.map(String.init) ?? "",
        ])
    }
}
