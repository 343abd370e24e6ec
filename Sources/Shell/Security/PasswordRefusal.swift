import Kernel

/// Why a password cannot be taken. None repeats the password or says which word it contains.
package enum PasswordRefusal: Refusal, Hashable {
    /// With how many characters it needs.
    case tooShort(Int)
    case tooLong
    case unreadable
    case containsName
    case common
    case predictable

    package var explanation: Phrase {
        switch self {
        case .tooShort(let shortest):
            Phrase(
                zh: "密码太短，至少需要 \(shortest) 个字符。可以用几个互不相关的词组成一句话。",
                en:
                    "The password is too short: it needs at least \(shortest) characters. A few unrelated words do well."
            )
        case .tooLong:
            Phrase(
                zh: "密码太长，最多 \(Password.longest) 字节（约 \(Password.longest / 3) 个汉字）。请缩短后再试。",
                en: "The password is too long: at most \(Password.longest) bytes. Please shorten it.")
        case .unreadable:
            Phrase(
                zh: "密码中含有换行等不可见的控制字符。请删除后重新输入。",
                en: "The password contains control characters such as a line break. Remove them and try again.")
        case .containsName:
            Phrase(
                zh: "密码中包含账号名、邮箱或姓名，容易被猜到。请换一个与本人信息无关的密码。",
                en:
                    "The password contains the account name, mail address or name. Choose one that has nothing to do with you."
            )
        case .common:
            Phrase(
                zh: "这是常见密码或其简单变形，容易被猜到。请换一个密码。",
                en: "This is a common password or a simple variation of one. Choose another.")
        case .predictable:
            Phrase(
                zh: "密码由连续按键、重复字符或常见数字组合而成，容易被猜到。请换一个密码。",
                en: "The password consists of keyboard runs, repetitions or popular numbers. Choose another.")
        }
    }
}
