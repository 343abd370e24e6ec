import Kernel
import Markup
import Shell

/// Renew, change or end.
struct ContractDecisionForm: Form {
    static let fields = [
        FormField(
            "choice", .choice(ContractChoice.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "到期后", en: "When it ends"), isRequired: true),
        FormField(
            "asks_fixed", .flag,
            Phrase(zh: "员工本人书面要求订立固定期限合同", en: "The employee asks in writing for a fixed term")),
        FormField(
            "remark", .lines(maximum: 1_000), Phrase(zh: "理由", en: "Reason"),
            hint: Phrase(zh: "谁同意、依据什么，写给以后查阅的人。", en: "Who agreed and why, for those who read it later.")),
    ]

    let draft: ContractDecisions.Draft

    init(_ input: inout FormInput) {
        var draft = ContractDecisions.Draft(choice: input.choice("choice") ?? .renewFixed)
        draft.employeeAsksFixed = input.flag("asks_fixed")
        draft.remark = input.optionalText("remark")
        self.draft = draft
    }
}
