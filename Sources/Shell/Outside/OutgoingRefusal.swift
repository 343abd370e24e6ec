import Kernel

/// Why another server was not asked or gave no answer. Names hosts at most: never paths, headers or bodies, which may
/// hold secrets.
package enum OutgoingRefusal: Refusal, Hashable {
    case unreadableAddress
    case credentialsInAddress
    case unreadableRange(String)
    case unusableHeader(String)
    /// The host lies in a private network the administrator has not named.
    case privateNetwork(host: String)
    /// Unencrypted, and not in a network the administrator has named.
    case notEncrypted(host: String)
    case unknownHost(String)
    case unreachable(host: String)
    case notTrusted(host: String)
    case tooSlow(host: String, seconds: Int)
    case tooLarge(host: String, bytes: Int)
    case redirectedElsewhere(host: String)
    case brokenOff(host: String)
    /// A code of libcurl without a sentence of its own.
    case failed(host: String, code: Int)
    case cancelled

    package var explanation: Phrase {
        switch self {
        case .unreadableAddress:
            Phrase(
                zh: "网址无法识别。请填写以 https:// 开头的完整网址。",
                en: "The address cannot be read. Enter a complete address that begins with https://.")
        case .credentialsInAddress:
            Phrase(
                zh: "网址中不能包含用户名或密码。请把凭据填写在单独的设置项中。",
                en: "The address must not contain a user name or password. Enter credentials in their own setting.")
        case .unreadableRange(let text):
            Phrase(
                zh: "“\(text)”不是有效的网段。请按 10.0.0.0/8 或 192.168.1.20 的格式填写。",
                en: "“\(text)” is not a network range. Write it like 10.0.0.0/8 or 192.168.1.20.")
        case .unusableHeader(let name):
            Phrase(
                zh: "请求头“\(name)”不可用：名称含有不允许的字符、内容含有换行，或由系统自动填写。",
                en: "The header “\(name)” cannot be used: a forbidden character, a line break, or set by the system.")
        case .privateNetwork(let host):
            Phrase(
                zh: "\(host) 位于内部网络，未获准访问。如确有需要，请管理员把该网段加入允许名单。",
                en: "\(host) lies in a private network that may not be reached. "
                    + "If it should be, the administrator adds its range to the allowed networks.")
        case .notEncrypted(let host):
            Phrase(
                zh: "不允许以未加密的 http 访问 \(host)。请改用 https。",
                en: "\(host) may not be reached unencrypted. Use https.")
        case .unknownHost(let host):
            Phrase(
                zh: "找不到主机 \(host)。请检查拼写，以及本服务器的 DNS 设置。",
                en: "The host \(host) was not found. Check its spelling and this server's DNS settings.")
        case .unreachable(let host):
            Phrase(
                zh: "无法连接 \(host)。请检查端口和防火墙，以及对方服务是否已启动。",
                en: "\(host) cannot be reached. Check port and firewall, and whether the other service is running.")
        case .notTrusted(let host):
            Phrase(
                zh: "\(host) 的加密证书不受信任或与主机名不符，连接已中止。请检查对方证书，或把公司根证书加入设置。",
                en: "The certificate of \(host) is not trusted or belongs to another host, so the connection ended. "
                    + "Check it, or add your company's root certificate in the settings.")
        case .tooSlow(let host, let seconds):
            Phrase(
                zh: "\(host) 在 \(seconds) 秒内没有完成响应。请稍后重试。",
                en: "\(host) did not finish within \(seconds) seconds. Try again later.")
        case .tooLarge(let host, let bytes):
            Phrase(
                zh: "\(host) 返回的内容超过上限（\(bytes) 字节），已中止接收。请确认网址是否正确。",
                en: "The answer of \(host) is larger than the limit of \(bytes) bytes. Check that the address is right."
            )
        case .redirectedElsewhere(let host):
            Phrase(
                zh: "\(host) 要求转到其他地址，系统不会自动跟随。请直接填写最终网址。",
                en: "\(host) redirects to another address, which is not followed. Enter the final address itself.")
        case .brokenOff(let host):
            Phrase(
                zh: "\(host) 中途断开连接，或返回了无法识别的内容。请稍后重试。",
                en: "\(host) broke the connection off or answered unreadably. Try again later.")
        case .failed(let host, let code):
            Phrase(
                zh: "访问 \(host) 失败（libcurl 代码 \(code)）。请稍后重试；如反复出现，请联系管理员。",
                en: "The request to \(host) failed (libcurl code \(code)). Try again later; "
                    + "if it keeps failing, tell the administrator.")
        case .cancelled:
            Phrase(zh: "请求已取消。", en: "The request was cancelled.")
        }
    }
}
