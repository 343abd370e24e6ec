import Kernel

/// Why somebody is not let in. None tells whether the account exists.
package enum SignInRefusal: Refusal, Equatable {
    case wrong
    case wrongCode
    case wait(Lockout.Standing)
    /// The password was right too long ago.
    case startAgain
    case busy
    /// Somebody else set the system up in the meantime.
    case alreadySetUp

    package var explanation: Phrase {
        switch self {
        case .wrong:
            Phrase(
                zh: "账号或密码不正确。请检查后重新输入；忘记密码请联系管理员。",
                en:
                    "The account name or the password is not right. Check both; if you forgot the password, ask your administrator."
            )
        case .wrongCode:
            Phrase(
                zh: "验证码不正确或已使用过。请输入验证器应用中当前显示的 6 位数字，或一个未使用的恢复码。",
                en:
                    "This code is wrong or was used before. Enter the six digits your app shows now, or an unused recovery code."
            )
        case .wait(let standing): standing.explanation ?? Self.busy.explanation
        case .startAgain:
            Phrase(zh: "登录已超时，请重新输入账号和密码。", en: "That took too long. Please sign in again.")
        case .busy:
            Phrase(zh: "当前登录人数较多，请稍后再试。", en: "Many people are signing in right now. Try again in a moment.")
        case .alreadySetUp:
            Phrase(zh: "系统已完成初始化，请直接登录。", en: "The system has already been set up. Please sign in.")
        }
    }
}
