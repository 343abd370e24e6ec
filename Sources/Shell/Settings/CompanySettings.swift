import Foundation
import Kernel

/// Who runs this system.
package enum CompanySettings: SettingGroup {
    package static let code = "company"
    package static let number: Int64 = 1
    package static let name = Phrase(zh: "公司", en: "Company")
    package static let note = Phrase(
        zh: "公司名称、所在时区和系统网址，用于通知邮件、日期和提醒。", en: "Name, time zone and address: for mails, days and reminders.")
    package static var lines: [SettingLine] {
        [
            SettingLine(Setting.companyNameZH), SettingLine(Setting.companyNameEN), SettingLine(Setting.creditCode),
            SettingLine(Setting.timeZone), SettingLine(Setting<Language>.language), SettingLine(Setting.address),
        ]
    }
}

extension Setting<String> {
    package static let companyNameZH = Setting.text(
        "company.name_zh", Phrase(zh: "公司名称（中文）", en: "Company name (Chinese)"),
        hint: Phrase(zh: "营业执照上的全称。", en: "The full name on the business licence."), maximum: 100)
    package static let companyNameEN = Setting.text(
        "company.name_en", Phrase(zh: "公司名称（英文）", en: "Company name (English)"),
        hint: Phrase(zh: "用于英文邮件；不填则使用中文名称。", en: "For English mails; the Chinese name without one."), maximum: 100)
    package static let creditCode = Setting.text(
        "company.credit_code", Phrase(zh: "统一社会信用代码", en: "Unified social credit code"),
        hint: Phrase(zh: "18 位，按 GB 32100 校验。", en: "18 characters, checked by GB 32100."), maximum: 40
    ) { text in
        try CreditCode(text).text
    }
    /// An identifier of the IANA time zone database.
    package static let timeZone = Setting(
        "company.time_zone", Phrase(zh: "时区", en: "Time zone"),
        hint: Phrase(
            zh: "“今天”、到期日和定时任务都按此时区计算。", en: "Today, due days and the timetable of jobs go by it."),
        initial: "Asia/Shanghai", kind: .choice(TimeZones.choices), isRequired: true,
        words: { identifier in TimeZones.name(identifier) },
        read: { text in
            guard TimeZone(identifier: text) != nil else { throw SettingProblem(FormWords.choice) }
            return text
        })
    /// `https://hr.example.com`, without a slash at the end; "" when not given.
    package static let address = Setting.text(
        "company.address", Phrase(zh: "系统网址", en: "Address of this system"),
        hint: Phrase(
            zh: "员工在浏览器中打开本系统的网址，例如 https://hr.example.com。填写后通知邮件会附上链接。",
            en: "What people open in a browser, such as https://hr.example.com. With it, mails carry links."),
        maximum: 200
    ) { text in
        let address = try OutgoingAddress(text)
        guard !address.text.contains("?"), !address.text.contains("#") else { throw OutgoingRefusal.unreadableAddress }
        return address.text.hasSuffix("/") ? String(address.text.dropLast()) : address.text
    }
}

extension Setting<Language> {
    package static let language = Setting.choice(
        "company.language", Phrase(zh: "默认语言", en: "Default language"),
        hint: Phrase(
            zh: "浏览器没有声明语言时，以及新账号邮件所用的语言。", en: "When a browser names no language, and for mails to new accounts."),
        initial: .zh, words: { $0 == .zh ? Phrase(zh: "中文", en: "Chinese") : Phrase(zh: "英文", en: "English") })
}

extension House {
    /// The company's name in both languages, as mails say it; the product's while none is given.
    package var companyName: Phrase {
        let (zh, en) = (setting(.companyNameZH), setting(.companyNameEN))
        if zh.isEmpty, en.isEmpty { return Phrase(zh: "留任", en: "Tenure") }
        return Phrase(zh: zh.isEmpty ? en : zh, en: en.isEmpty ? zh : en)
    }
}
