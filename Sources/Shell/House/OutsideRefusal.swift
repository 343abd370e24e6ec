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
                zh: "尚未设置邮件服务器。请管理员在“系统设置 › 邮件服务器”中填写主机名和发件地址。",
                en: "There is no mail server yet. An administrator enters host and sender under Settings, Mail server.")
        }
    }
}
