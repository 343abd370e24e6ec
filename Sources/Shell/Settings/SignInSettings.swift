import Kernel

/// How long sessions last, and what keeps guessers out.
package enum SignInSettings: SettingGroup {
    package static let code = "sign-in"
    package static let number: Int64 = 2
    package static let name = Phrase(zh: "登录与安全", en: "Sign-in and security")
    package static let note = Phrase(
        zh: "登录保持多久、密码要求和防止猜测密码的限制。", en: "How long sessions last, what passwords need, and what stops guessing.")
    package static var lines: [SettingLine] {
        [
            SettingLine(Setting.sessionIdle), SettingLine(Setting.sessionLongest),
            SettingLine(Setting.passwordShortest),
            SettingLine(Setting.freeAttempts), SettingLine(Setting.longestWait),
        ]
    }

    package static func problems(in draft: SettingsDraft) -> [FormProblem] {
        guard draft[.sessionIdle] > draft[.sessionLongest] * 60 else { return [] }
        return [
            FormProblem(
                field: SettingLine.fieldName(Setting.sessionIdle.code),
                problem: Phrase(
                    zh: "无操作退出时间不能超过最长登录时间（\(draft[.sessionLongest]) 小时）。请缩短前者，或延长后者。",
                    en: "The idle time cannot be longer than the whole session of \(draft[.sessionLongest]) hours. "
                        + "Shorten the one or lengthen the other."))
        ]
    }
}

extension Setting<Int> {
    /// Minutes without a request until a session ends.
    package static let sessionIdle = Setting.number(
        "sign-in.idle", Phrase(zh: "无操作退出时间", en: "Idle time"),
        hint: Phrase(zh: "多久没有操作就需要重新登录。", en: "After so long without a click one signs in again."), 5...1_440,
        initial: 120, unit: Phrase(zh: "分钟", en: "minutes"))
    /// Hours until a session ends in any case.
    package static let sessionLongest = Setting.number(
        "sign-in.longest", Phrase(zh: "最长登录时间", en: "Longest session"),
        hint: Phrase(zh: "到时必须重新登录，即使一直在使用。", en: "Then one signs in again, even in the middle of work."), 1...168,
        initial: 12, unit: Phrase(zh: "小时", en: "hours"))
    /// Characters; NIST SP 800-63B asks for 8 at least, Tenure for 10.
    package static let passwordShortest = Setting.number(
        "sign-in.password", Phrase(zh: "密码最短长度", en: "Shortest password"),
        hint: Phrase(
            zh: "对以后设置的密码生效。常见密码和包含姓名的密码总会被拒绝。",
            en: "For passwords set from now on. Common ones and those with a name in them are always refused."),
        10...64,
        initial: 10, unit: Phrase(zh: "个字符", en: "characters"))
    /// Failures of one account without a wait.
    package static let freeAttempts = Setting.number(
        "sign-in.attempts", Phrase(zh: "允许连续输错密码", en: "Failures without a wait"),
        hint: Phrase(zh: "超过后每再输错一次，等待时间加倍。", en: "After that, every failure doubles the wait."), 3...20, initial: 5,
        unit: Phrase(zh: "次", en: "attempts"))
    /// Minutes.
    package static let longestWait = Setting.number(
        "sign-in.wait", Phrase(zh: "最长等待时间", en: "Longest wait"),
        hint: Phrase(zh: "账号不会被永久锁定。", en: "Nobody is locked out for good."), 1...1_440, initial: 15,
        unit: Phrase(zh: "分钟", en: "minutes"))
}
