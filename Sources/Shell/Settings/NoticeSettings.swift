import Kernel
import Markup

/// When people are written to.
package enum NoticeSettings: SettingGroup {
    package static let code = "notices"
    package static let number: Int64 = 4
    package static let name = Phrase(zh: "通知", en: "Notices")
    package static let note = Phrase(
        zh: "每日摘要邮件的发送时间和免打扰时段；每个人可以在收件箱里另行设置。",
        en: "When the daily digest goes out, and when nothing does. Everybody may set their own in the inbox.")
    package static var lines: [SettingLine] {
        [
            SettingLine(Setting.digestHour), SettingLine(Setting<Weekdays>.digestDays),
            SettingLine(Setting.quietFrom), SettingLine(Setting.quietUntil),
        ]
    }
}

extension Setting<Int> {
    private static func hour(_ code: String, _ name: Phrase, hint: Phrase, initial: Int) -> Setting {
        Setting(
            code, name, hint: hint, initial: initial,
            kind: .choice((0..<24).map { Choice(String($0), Phrase(verbatim: Hours.text($0))) }), isRequired: true,
            words: { Phrase(verbatim: Hours.text($0)) },
            read: { text in
                guard let hour = Int(text), 0..<24 ~= hour else { throw SettingProblem(FormWords.choice) }
                return hour
            })
    }

    /// 0…23, by the company's clock.
    package static let digestHour = hour(
        "notices.digest_hour", Phrase(zh: "每日摘要发送时间", en: "Digest at"),
        hint: Phrase(zh: "没有待处理事项的人不会收到邮件。", en: "Who has nothing open gets no mail."), initial: 8)
    package static let quietFrom = hour(
        "notices.quiet_from", Phrase(zh: "免打扰开始", en: "Quiet from"),
        hint: Phrase(zh: "免打扰时段内不发送任何通知邮件，结束后补发。", en: "No notice is mailed in quiet hours; it follows afterwards."),
        initial: 21)
    package static let quietUntil = hour(
        "notices.quiet_until", Phrase(zh: "免打扰结束", en: "Quiet until"),
        hint: Phrase(zh: "与开始时间相同表示不设免打扰。", en: "The same hour as above means there are none."), initial: 7)
}

extension Setting<Weekdays> {
    package static let digestDays = Setting(
        "notices.digest_days", Phrase(zh: "发送每日摘要的日子", en: "Days with a digest"), initial: .workdays,
        kind: .choices(Weekday.allCases.map { Choice(String($0.rawValue), $0.name) }), words: { $0.words },
        read: { text in
            guard let days = Weekdays(stored: text) else { throw SettingProblem(FormWords.choice) }
            return days
        })
}

/// Some days of the week.
package struct Weekdays: SettingValue, Hashable {
    package let days: Set<Weekday>

    package static let workdays = Weekdays(days: [.monday, .tuesday, .wednesday, .thursday, .friday])

    private init(days: Set<Weekday>) { self.days = days }

    /// `1,2,3`, Monday being 1.
    package init?(stored: String) {
        let parts = stored.split(separator: ",")
        let days = parts.compactMap { Int($0).flatMap(Weekday.init(rawValue:)) }
        guard days.count == parts.count else { return nil }
        self.days = Set(days)
    }

    package var stored: String { days.map(\.rawValue).sorted().map(String.init).joined(separator: ",") }

    var words: Phrase {
        let names = Weekday.allCases.filter(days.contains).map(\.name)
        return Phrase(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }
}

/// Hours of the company's clock.
enum Hours {
    /// `08:00`
    static func text(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }

    /// Whether an hour lies in a span that may go over midnight; a span from an hour to itself is empty.
    static func isQuiet(_ hour: Int, from: Int, until: Int) -> Bool {
        from <= until ? from <= hour && hour < until : hour >= from || hour < until
    }
}
