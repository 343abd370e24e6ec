import Kernel

/// The company's mail server.
package enum MailSettings: SettingGroup {
    package static let code = "mail"
    package static let number: Int64 = 3
    package static let name = Phrase(zh: "邮件服务器", en: "Mail server")
    package static let note = Phrase(
        zh: "填写主机名和发件地址后才会发送邮件；留空则不对外发送任何邮件。",
        en: "Mail is sent once host and sender are given; without them nothing leaves the server.")
    package static var lines: [SettingLine] {
        [
            SettingLine(Setting.mailHost), SettingLine(Setting.mailPort),
            SettingLine(Setting<SMTPServer.Encryption>.mailEncryption), SettingLine(Setting.mailUser),
            SettingLine(Setting.mailPassword), SettingLine(Setting.mailSender), SettingLine(Setting.mailSenderName),
        ]
    }

    package static func problems(in draft: SettingsDraft) -> [FormProblem] {
        func problem(_ code: String, _ words: Phrase) -> [FormProblem] {
            [FormProblem(field: SettingLine.fieldName(code), problem: words)]
        }
        guard !draft[.mailHost].isEmpty else {
            guard !draft[.mailSender].isEmpty else { return [] }
            return problem(
                Setting.mailHost.code,
                Phrase(zh: "已填写发件地址，还需要填写主机名。", en: "There is a sender; a host is needed too."))
        }
        if draft[.mailSender].isEmpty {
            return problem(
                Setting.mailSender.code,
                Phrase(zh: "请填写发件地址，例如 hr@example.com。", en: "Enter the sender, such as hr@example.com."))
        }
        if draft.sets(.mailPassword), draft[.mailUser].isEmpty {
            return problem(
                Setting.mailUser.code, Phrase(zh: "设置密码时需要填写用户名。", en: "A password needs a user name."))
        }
        do throws(MailRefusal) {
            let credentials = draft[.mailUser].isEmpty ? nil : try SMTPServer.Credentials(draft[.mailUser], "?")
            _ = try SMTPServer(
                host: draft[.mailHost], port: draft[.mailPort], encryption: draft[.mailEncryption],
                credentials: credentials)
            return []
        } catch .passwordUnencrypted {
            return problem(
                Setting<SMTPServer.Encryption>.mailEncryption.code, MailRefusal.passwordUnencrypted.explanation)
        } catch {
            return problem(Setting.mailHost.code, error.explanation)
        }
    }
}

extension Setting<String> {
    package static let mailHost = Setting.text(
        "mail.host", Phrase(zh: "主机名", en: "Host"),
        hint: Phrase(zh: "例如 smtp.example.com。", en: "Such as smtp.example.com."),
        maximum: 253)
    package static let mailUser = Setting.text(
        "mail.user", Phrase(zh: "用户名", en: "User name"),
        hint: Phrase(zh: "不需要登录的内网服务器可以留空。", en: "Blank for a server of your network that asks for none.")
    ) { text in
        guard text.isFreeOfControls else { throw SettingProblem(FormWords.unreadable) }
        return text
    }
    package static let mailSender = Setting.text(
        "mail.sender", Phrase(zh: "发件地址", en: "Sender"),
        hint: Phrase(zh: "例如 hr@example.com。", en: "Such as hr@example.com."),
        maximum: 254
    ) { text in
        try MailAddress(text).address
    }
    package static let mailSenderName = Setting.text(
        "mail.sender_name", Phrase(zh: "发件人名称", en: "Sender's name"),
        hint: Phrase(zh: "不填则使用公司名称。", en: "The company's name without one."), maximum: 60
    ) { text in
        guard text.isFreeOfControls else { throw SettingProblem(FormWords.unreadable) }
        return text
    }
}

extension Setting<Int> {
    package static let mailPort = Setting(
        "mail.port", Phrase(zh: "端口", en: "Port"),
        hint: Phrase(zh: "STARTTLS 通常为 587，TLS 通常为 465。", en: "Usually 587 with STARTTLS, 465 with TLS."), initial: 587,
        kind: .integer(1...65_535), isRequired: true, words: { Phrase(verbatim: String($0)) },
        read: { text in
            guard let port = Int(text), 1...65_535 ~= port else { throw SettingProblem(FormWords.outside(1...65_535)) }
            return port
        })
}

extension SMTPServer.Encryption: SettingValue {}

extension Setting<SMTPServer.Encryption> {
    package static let mailEncryption = Setting.choice(
        "mail.encryption", Phrase(zh: "加密方式", en: "Encryption"),
        hint: Phrase(
            zh: "服务器不支持所选方式时不会发送，也不会改用明文。", en: "A server that does not offer it gets nothing; there is no fallback."),
        initial: .startTLS,
        words: { encryption in
            switch encryption {
            case .none: Phrase(zh: "不加密（仅限内网）", en: "None (own network only)")
            case .startTLS: Phrase(zh: "STARTTLS", en: "STARTTLS")
            case .tls: Phrase(zh: "TLS", en: "TLS")
            }
        })
}

extension Setting<SealedText> {
    package static let mailPassword = Setting.secret(
        "mail.password", Phrase(zh: "密码", en: "Password"),
        hint: Phrase(
            zh: "加密保存，不会再显示。留空表示不修改；部分服务商要求填写授权码。",
            en: "Kept sealed and never shown again. Blank leaves it as it is; some providers want an app password."))
}
