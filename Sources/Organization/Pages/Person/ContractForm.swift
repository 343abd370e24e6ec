import Kernel
import Markup
import Shell

/// Signing or renewing a contract.
struct ContractForm: Form {
    static let fields = [
        FormField("start", .day, Phrase(zh: "起始日期", en: "First day"), isRequired: true),
        ContractTerms.field(allowsNone: false), ContractTerms.lastField,
        FormField("signed_on", .day, Phrase(zh: "签订日期", en: "Signed on")),
        FormField("number", .text(maximum: 80), Phrase(zh: "合同编号", en: "Number of the contract")),
        FormField(
            "asks_fixed", .flag, Phrase(zh: "员工本人书面要求固定期限", en: "The employee asks for a fixed term in writing")),
    ]

    let draft: ContractDraft

    init(_ input: inout FormInput) {
        let start = input.day("start") ?? .first
        let terms: ContractTerms = input.choice("contract") ?? .oneYear
        if terms == .none { input.refuse("contract", PersonWords.chooseOne) }
        var draft =
            terms.draft(from: start, last: input.day("contract_last"), signed: input.day("signed_on"))
            ?? ContractDraft(kind: .fixed, start: start)
        draft.number = input.optionalText("number")
        draft.employeeAsksFixed = input.flag("asks_fixed")
        self.draft = draft
    }
}

/// Ending a contract on another day than agreed.
struct ContractEndForm: Form {
    static let fields = [
        FormField(
            "last_day", .day, Phrase(zh: "终止日期", en: "Last day of the contract"), isRequired: true),
        FormField("reason", .text(maximum: 200), Phrase(zh: "原因", en: "Reason"), isRequired: true),
    ]

    let last: Day
    let reason: String

    init(_ input: inout FormInput) {
        last = input.day("last_day") ?? .first
        reason = input.text("reason")
    }
}
