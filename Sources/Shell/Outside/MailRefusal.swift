import Kernel

/// Why a mail was not written or not taken. Names neither persons nor passwords; at most the mail server.
package enum MailRefusal: Refusal, Hashable {
    /// The part of a mail a refusal speaks of.
    package enum Field: Hashable, Sendable {
        case name, subject, key, credentials

        var phrase: Phrase {
            switch self {
            case .name: Phrase(zh: "显示名称", en: "display name")
            case .subject: Phrase(zh: "主题", en: "subject")
            case .key: Phrase(zh: "邮件标识", en: "key")
            case .credentials: Phrase(zh: "用户名或密码", en: "user name or password")
            }
        }
    }

    case unreadableAddress
    case noRecipient
    /// A line break or another control character where it could begin a header of its own.
    case controlCharacter(Field)
    case passwordUnreadable(path: String)
    case passwordUnencrypted
    case unusableHost
    case unknownHost(String)
    case unreachable(host: String)
    case notTrusted(host: String)
    case noEncryption(host: String)
    case signInRefused(host: String)
    case tooSlow(host: String, seconds: Int)
    case brokenOff(host: String)
    /// The server's answer 4yz: later, perhaps (RFC 5321 § 4.2.1).
    case busy(host: String, status: Int)
    /// The server's answer 5yz: not this mail.
    case declined(host: String, status: Int)
    /// A code of libcurl without a sentence of its own.
    case failed(host: String, code: Int)
    case cancelled

    /// Whether it is this mail that will never be taken, while others may be.
    package var isAboutMail: Bool {
        switch self {
        case .unreadableAddress, .noRecipient, .controlCharacter, .declined: true
        case .unknownHost, .unreachable, .tooSlow, .brokenOff, .busy, .failed, .cancelled, .passwordUnreadable,
            .passwordUnencrypted, .unusableHost, .notTrusted, .noEncryption, .signInRefused:
            false
        }
    }

    package var explanation: Phrase {
        switch self {
        case .unreadableAddress:
            Phrase(
                zh: "邮箱地址格式不正确。请按 name@example.com 的格式填写。",
                en: "The mail address cannot be read. Write it like name@example.com.")
        case .noRecipient:
            Phrase(zh: "邮件没有收件人。请至少填写一个收件地址。", en: "The mail has no recipient. Enter at least one address.")
        case .controlCharacter(let field):
            Phrase(
                zh: "邮件的\(field.phrase.zh)含有换行或不允许的字符。请删除后重试。",
                en: "The mail's \(field.phrase.en) holds a line break or a forbidden character. Remove it.")
        case .passwordUnreadable(let path):
            Phrase(
                zh: "无法读取邮件密码文件“\(path)”。请检查路径和权限；文件应为一行文本。",
                en: "The mail password file “\(path)” cannot be read. Check path and permissions; it holds one line.")
        case .passwordUnencrypted:
            Phrase(
                zh: "未加密的连接不能发送邮件密码。请改用 STARTTLS 或 TLS。",
                en: "A mail password is not sent over an unencrypted connection. Use STARTTLS or TLS.")
        case .unusableHost:
            Phrase(
                zh: "邮件服务器的主机名或端口不正确。请填写如 smtp.example.com 和 587。",
                en: "The mail server's host or port is not usable. Enter for example smtp.example.com and 587.")
        case .unknownHost(let host):
            Phrase(
                zh: "找不到邮件服务器 \(host)。请检查拼写，以及本服务器的 DNS 设置。",
                en: "The mail server \(host) was not found. Check its spelling and this server's DNS settings.")
        case .unreachable(let host):
            Phrase(
                zh: "无法连接邮件服务器 \(host)。请检查端口和防火墙。",
                en: "The mail server \(host) cannot be reached. Check port and firewall.")
        case .notTrusted(let host):
            Phrase(
                zh: "邮件服务器 \(host) 的加密证书不受信任或与主机名不符，邮件未发送。请检查证书，或把公司根证书加入设置。",
                en: "The certificate of the mail server \(host) is not trusted or belongs to another host; nothing was "
                    + "sent. Check it, or add your company's root certificate in the settings.")
        case .noEncryption(let host):
            Phrase(
                zh: "邮件服务器 \(host) 不支持所要求的加密方式，邮件未发送。请核对端口与加密方式（STARTTLS 通常为 587，TLS 为 465）。",
                en: "The mail server \(host) does not offer the required encryption; nothing was sent. "
                    + "Check port and mode (STARTTLS is usually 587, TLS 465).")
        case .signInRefused(let host):
            Phrase(
                zh: "邮件服务器 \(host) 拒绝登录。请检查用户名和密码（部分服务商要求使用授权码）。",
                en: "The mail server \(host) refused the sign-in. Check user name and password "
                    + "(some providers want an app password).")
        case .tooSlow(let host, let seconds):
            Phrase(
                zh: "邮件服务器 \(host) 在 \(seconds) 秒内没有完成响应。请稍后重试。",
                en: "The mail server \(host) did not finish within \(seconds) seconds. Try again later.")
        case .brokenOff(let host):
            Phrase(
                zh: "邮件服务器 \(host) 中途断开连接，或返回了无法识别的内容。请稍后重试。",
                en: "The mail server \(host) broke the connection off or answered unreadably. Try again later.")
        case .busy(let host, let status):
            Phrase(
                zh: "邮件服务器 \(host) 暂时不接收邮件（应答 \(status)）。请稍后重试。",
                en: "The mail server \(host) takes no mail at the moment (answer \(status)). Try again later.")
        case .declined(let host, let status):
            Phrase(
                zh: "邮件服务器 \(host) 拒收这封邮件（应答 \(status)）。请检查发件和收件地址，以及服务商的限制。",
                en: "The mail server \(host) declined this mail (answer \(status)). "
                    + "Check sender and recipient and the provider's rules.")
        case .failed(let host, let code):
            Phrase(
                zh: "通过 \(host) 发送邮件失败（libcurl 代码 \(code)）。请稍后重试；如反复出现，请联系管理员。",
                en: "Sending through \(host) failed (libcurl code \(code)). Try again later; "
                    + "if it keeps failing, tell the administrator.")
        case .cancelled:
            Phrase(zh: "发送已取消。", en: "Sending was cancelled.")
        }
    }
}
