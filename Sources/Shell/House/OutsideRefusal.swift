import Kernel

/// Nothing leaves the house unless an administrator said where to.
package enum OutsideRefusal: Refusal, Equatable {
    case notConnected
    case noMailServer

    package var explanation: Phrase {
        switch self {
        case .notConnected:
            Phrase(zh: "本系统没有启用对外连接。", en: "This server does not connect to the outside.")
        case .noMailServer:
            Phrase(
                zh: "尚未配置邮件服务器。请由管理员在服务器配置中填写 SMTP。",
                en: "No mail server is configured. An administrator can add one to the server's configuration.")
        }
    }
}
