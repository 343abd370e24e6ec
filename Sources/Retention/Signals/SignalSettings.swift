import Kernel
import Shell

/// What a company decides about signals.
enum SignalSettings: SettingGroup {
    static let code = "signals"
    static let number: Int64 = 21
    static let name = Phrase(zh: "预警与异议", en: "Signals and contests")
    static let note = Phrase(
        zh: "员工对自己的记录提出异议后，人力资源应在期限内答复。",
        en: "When somebody contests what is recorded about them, HR answers within this time.")
    static var lines: [SettingLine] { [SettingLine(Setting.contestDays)] }
}

extension Setting<Int> {
    /// PIPL art. 50 asks for an answer in time; the house rule is fifteen working days, about three weeks.
    static let contestDays = Setting.number(
        "signals.contest_days", Phrase(zh: "异议答复期限", en: "Contests are answered within"),
        hint: Phrase(zh: "从提出之日起的自然日；逾期未答复会再次提醒。", en: "Calendar days; HR is reminded when it is over."),
        1...60, initial: 15, unit: Phrase(zh: "天", en: "days"))
}
