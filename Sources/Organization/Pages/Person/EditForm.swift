import Kernel
import Markup
import Shell

/// Correcting and completing a record. What is not sent stays as it is; what is sent empty is cleared, but for the
/// numbers of papers and accounts, which are never shown and so are only replaced or removed by name.
struct EditForm: Form {
    static let fields = [
        FormField("number", .text(maximum: 40), FieldName.number),
        FormField("name", .text(maximum: 80), FieldName.name),
        FormField("work_mail", .text(maximum: 200), FieldName.workMail),
        FormField("work_phone", .text(maximum: 40), FieldName.workPhone),
        FormField(
            "former_names", .lines(maximum: 400), FieldName.formerNames,
            hint: Phrase(zh: "每行一个，最近的在前。", en: "One a line, the latest first.")),
        FormField(
            "hired_on", .day, FieldName.hireDay,
            hint: Phrase(
                zh: "只用于更正登记错误；从入职日开始的任职和薪酬随之移动。",
                en: "Only to correct a mistake; posts and pay from the hire day move with it.")),
        FormField(
            "probation_end", .day, FieldName.probationEnd,
            hint: Phrase(zh: "没有约定试用期的留空。", en: "Leave it empty where none was agreed.")),
        FormField(
            "confirmed_on", .day, FieldName.confirmed,
            hint: Phrase(zh: "留空表示尚未转正。", en: "Empty while not confirmed.")),
        FormField("gender", .choice(Gender.allCases.map { Choice($0.rawValue, $0.name) }), FieldName.gender),
        FormField("birthday", .day, FieldName.birthday),
        FormField(
            "phones", .lines(maximum: 400), Phrase(zh: "手机和电话", en: "Private phones"),
            hint: Phrase(zh: "每行一个，首选号码在前。", en: "One a line, the one to call first.")),
        FormField(
            "mails", .lines(maximum: 800), Phrase(zh: "个人邮箱", en: "Private mail addresses"),
            hint: Phrase(zh: "每行一个。", en: "One a line.")),
        FormField(
            "emergency_contacts", .lines(), FieldName.contacts,
            hint: Phrase(
                zh: "每行一人：姓名，关系，电话。例如：李娜，配偶，13800001234。",
                en: "One a line: name, relation, phone. For example: Li Na, wife, 13800001234.")),
        FormField(
            "education", .lines(), FieldName.education,
            hint: Phrase(
                zh: "每行一段：学历，学校，专业，毕业日期。例如：本科，浙江大学，市场营销，2015-06-30。",
                en: "One a line: degree, school, subject, day of graduation.")),
        FormField(
            "experience", .lines(), FieldName.experience,
            hint: Phrase(
                zh: "每行一段：公司，职务，开始日期，结束日期。",
                en: "One a line: employer, position, first day, last day.")),
        FormField(
            "languages", .lines(maximum: 400), FieldName.languages,
            hint: Phrase(zh: "每行一种。", en: "One a line.")),
        FormField(
            "identity_kind", .choice(IdentityPaper.Kind.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "证件类型", en: "Identity document")),
        FormField("identity", .text(maximum: 40), Phrase(zh: "新的证件号码", en: "New number of the document")),
        FormField("identity_removed", .flag, Phrase(zh: "删除证件号码", en: "Remove the document")),
        FormField("bank_name", .text(maximum: 80), Phrase(zh: "开户银行", en: "Bank")),
        FormField("bank_branch", .text(maximum: 120), Phrase(zh: "支行", en: "Branch")),
        FormField("bank_number", .text(maximum: 40), Phrase(zh: "新的银行卡号", en: "New account number")),
        FormField(
            "bank_holder", .text(maximum: 80), Phrase(zh: "户名", en: "Account holder"),
            hint: Phrase(zh: "通常为本人。", en: "Usually the person.")),
        FormField("bank_removed", .flag, Phrase(zh: "删除银行账户", en: "Remove the account")),
        FormField(
            "custom_{field_id}", .text(maximum: 2_000), Phrase(zh: "自定义字段", en: "A field of the company's own")),
        FormField(
            "reason", .text(maximum: 200), Phrase(zh: "修改说明", en: "Why"),
            hint: Phrase(zh: "写入审计日志。", en: "Kept in the audit log.")),
    ]

    /// What was sent, and with which text.
    private let sent: FormFields
    let workPhone: PhoneNumber?
    let hireDay: Day?
    let probationEnd: Day?
    let confirmationDay: Day?
    let birthday: Day?
    let gender: Gender?
    let phones: [PhoneNumber]
    let mails: [String]
    let contacts: [EmergencyContact]
    let education: [Education]
    let experience: [Experience]
    let reason: String?
    let identityKind: IdentityPaper.Kind
    let removesIdentity: Bool
    let removesBank: Bool

    init(_ input: inout FormInput) {
        sent = input.raw
        for field in Self.fields where field.family == nil { _ = input.optionalText(field.name) }
        for required in ["number", "name", "hired_on"] where sent.contains(required) && sent[required] == nil {
            input.refuse(required, Phrase(zh: "此项必填。", en: "This is required."))
        }
        for (name, text) in Self.custom(in: sent)
        where text.count > 2_000 || text.unicodeScalars.contains(where: { $0.value == 0 }) {
            input.refuse(name, Phrase(zh: "无法识别此内容，请重新填写。", en: "This cannot be read; please enter it again."))
        }
        workPhone = input.phone("work_phone")
        (hireDay, probationEnd) = (input.day("hired_on"), input.day("probation_end"))
        confirmationDay = input.day("confirmed_on")
        birthday = input.day("birthday")
        gender = input.choice("gender")
        _ = input.mail("work_mail")
        phones = input.list("phones", Self.phone)
        mails = input.list("mails", Self.mail)
        contacts = input.list("emergency_contacts", Self.contact)
        education = input.list("education", Self.study)
        experience = input.list("experience", Self.job)
        reason = input.optionalText("reason")
        identityKind = input.choice("identity_kind") ?? .identityCard
        (removesIdentity, removesBank) = (input.flag("identity_removed"), input.flag("bank_removed"))
    }

    /// The custom fields sent, with their texts.
    var custom: [(name: String, text: String)] { Self.custom(in: sent) }

    private static func custom(in sent: FormFields) -> [(name: String, text: String)] {
        sent.names.filter { $0.hasPrefix("custom_") }.map { ($0, sent[$0] ?? "") }
    }
}

extension EditForm {
    /// Puts what was sent into the record. Parts the record lacks because the viewer does not see them are refused.
    func apply(to person: inout Person, today: Day) throws {
        if let number = sent["number"] { person.number = number }
        if let name = sent["name"] { person.name = PersonName(name) }
        if sent.contains("work_mail") { person.workMail = sent["work_mail"] }
        if sent.contains("work_phone") { person.workPhone = workPhone }
        if sent.contains("former_names") {
            person.formerNames = Self.lines(sent["former_names"]).map { PersonName($0) }
        }
        try applyPersonal(to: &person)
        try applySensitive(to: &person, today: today)
    }

    /// The employment with the days that were sent; nil when none was.
    func corrected(_ employment: Employment) -> Employment? {
        guard ["hired_on", "probation_end", "confirmed_on"].contains(where: sent.contains) else { return nil }
        var corrected = employment
        if let hireDay { corrected.hireDay = hireDay }
        if sent.contains("probation_end") { corrected.probationEnd = probationEnd }
        if sent.contains("confirmed_on") { corrected.confirmationDay = confirmationDay }
        return corrected
    }

    private func applyPersonal(to person: inout Person) throws {
        let names = [
            "gender", "birthday", "phones", "mails", "emergency_contacts", "education", "experience", "languages",
        ]
        guard let first = names.first(where: sent.contains) else { return }
        guard var details = person.personal else { throw StaffRefusal.mayNotChange(Self.named(first).label) }
        if sent.contains("gender") { details.gender = gender }
        if sent.contains("birthday") { details.birthday = birthday }
        if sent.contains("phones") { details.phones = phones }
        if sent.contains("mails") { details.mails = mails }
        if sent.contains("emergency_contacts") { details.emergencyContacts = contacts }
        if sent.contains("education") { details.education = education }
        if sent.contains("experience") { details.experience = experience }
        if sent.contains("languages") { details.languages = Self.lines(sent["languages"]) }
        person.personal = details
    }

    private func applySensitive(to person: inout Person, today: Day) throws {
        let names = ["identity", "bank_name", "bank_branch", "bank_number", "bank_holder"]
        guard removesIdentity || removesBank || names.contains(where: sent.contains) else { return }
        guard var details = person.sensitive else { throw StaffRefusal.mayNotChange(FieldName.identity) }
        if removesIdentity {
            details.identity = nil
        } else if let text = sent["identity"] {
            details.identity = try IdentityPaper(identityKind, text, today: today)
        }
        if removesBank {
            details.bankAccount = nil
        } else if names.dropFirst().contains(where: sent.contains) {
            details.bankAccount = try account(details.bankAccount, of: person.name)
        }
        person.sensitive = details
    }

    /// The number may stay as it was; without any number there is no account.
    private func account(_ known: BankAccount?, of name: PersonName) throws -> BankAccount? {
        let number = try sent["bank_number"].map { try BankCardNumber($0) } ?? known?.number
        guard let number else {
            if sent["bank_name"] == nil, sent["bank_branch"] == nil { return nil }
            throw FormProblem(
                field: "bank_number", problem: Phrase(zh: "请填写银行卡号。", en: "Enter the account number."))
        }
        let bank = sent.contains("bank_name") ? sent["bank_name"] : known?.bank
        guard let bank, !bank.isEmpty else {
            throw FormProblem(field: "bank_name", problem: Phrase(zh: "请填写开户银行。", en: "Enter the bank."))
        }
        return BankAccount(
            bank: bank, branch: sent.contains("bank_branch") ? sent["bank_branch"] : known?.branch, number: number,
            holder: sent["bank_holder"].map { PersonName($0) } ?? name)
    }
}
