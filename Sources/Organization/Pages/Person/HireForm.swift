import Kernel
import Markup
import Shell

/// Hiring somebody: who, where, on what footing.
struct HireForm: Form {
    static let fields =
        [
            FormField("number", .text(maximum: 40), FieldName.number, isRequired: true),
            FormField("name", .text(maximum: 80), FieldName.name, isRequired: true),
            FormField("phone", .text(maximum: 40), Phrase(zh: "手机", en: "Mobile")),
            FormField(
                "identity_kind", .choice(IdentityPaper.Kind.allCases.map { Choice($0.rawValue, $0.name) }),
                Phrase(zh: "证件类型", en: "Identity document")),
            FormField(
                "identity", .text(maximum: 40), Phrase(zh: "证件号码", en: "Number of the document"),
                hint: Phrase(
                    zh: "加密保存；身份证会核对校验码，并带出出生日期和性别。",
                    en: "Kept sealed. An identity card is checked and brings birth day and gender.")),
            FormField("hired_on", .day, FieldName.hireDay, isRequired: true),
            FormField(
                "kind", .choice(EmploymentKind.allCases.map { Choice($0.rawValue, $0.name) }),
                Phrase(zh: "用工形式", en: "Employment"), isRequired: true),
            FormField("work_city", .text(maximum: 80), Phrase(zh: "工作城市", en: "City")),
            FormField(
                "work_mail", .text(maximum: 200), FieldName.workMail,
                hint: Phrase(zh: "可以稍后填写。", en: "May be added later.")),
            ContractTerms.field(allowsNone: true), ContractTerms.lastField,
            FormField("signed_on", .day, Phrase(zh: "签订日期", en: "Signed on")),
            FormField(
                "probation_months",
                .choice(
                    [Choice("0", Phrase(zh: "不约定", en: "None"))]
                        + (1...6).map { months in
                            Choice(
                                String(months),
                                Phrase(zh: "\(months) 个月", en: months == 1 ? "1 month" : "\(months) months"))
                        }),
                Phrase(zh: "试用期", en: "Probation"),
                hint: Phrase(
                    zh: "合同不满三个月不得约定；不满一年最多 1 个月；不满三年最多 2 个月；三年以上或无固定期限最多 6 个月。",
                    en: "None under three months; up to 1 month under a year; up to 2 under three years; up to 6 for "
                        + "three years or more, or open-ended.")),
            FormField(
                "pay", .money, Phrase(zh: "约定月薪", en: "Agreed monthly pay"),
                hint: Phrase(zh: "转正后的税前月薪。", en: "Gross, after the probation.")),
            FormField("returning", .record, Phrase(zh: "原员工（再次入职）", en: "Former employee who returns")),
        ] + PostPick.fields

    let number: String
    let name: String
    let phone: PhoneNumber?
    let identity: (kind: IdentityPaper.Kind, text: String)?
    let hireDay: Day
    let kind: EmploymentKind
    let workCity: String?
    let workMail: String?
    let contract: ContractDraft?
    let probationEnd: Day?
    let pay: Money?
    let returning: ID<Person>?
    let post: PostPick

    init(_ input: inout FormInput) {
        number = input.text("number")
        name = input.text("name")
        phone = input.phone("phone")
        let kind: IdentityPaper.Kind? = input.choice("identity_kind")
        identity = input.optionalText("identity").map { (kind ?? .identityCard, $0) }
        hireDay = input.day("hired_on") ?? .first
        self.kind = input.choice("kind") ?? .full
        workCity = input.optionalText("work_city")
        workMail = input.mail("work_mail")
        let terms: ContractTerms = input.choice("contract") ?? .none
        contract = terms.draft(from: hireDay, last: input.day("contract_last"), signed: input.day("signed_on"))
        let months = input.optionalText("probation_months").flatMap { Int($0) } ?? 0
        if !(0...6).contains(months) { input.refuse("probation_months", PersonWords.chooseOne) }
        probationEnd = (0...6).contains(months) ? ProbationRules.lastDay(from: hireDay, months: months) : nil
        pay = input.money("pay")
        returning = input.id("returning")
        post = PostPick(&input)
    }
}

extension FormInput {
    mutating func phone(_ name: String) -> PhoneNumber? {
        guard let text = optionalText(name) else { return nil }
        do { return try PhoneNumber(text) } catch {
            refuse(name, error.explanation)
            return nil
        }
    }

    mutating func mail(_ name: String) -> String? {
        guard let text = optionalText(name) else { return nil }
        if !PersonWords.isMail(text) { refuse(name, PersonWords.noMail(text)) }
        return text
    }
}
