import Kernel
import SQL
import Shell

/// Deciding what becomes of a contract that ends. Deciding changes no contract: the next step does.
package enum ContractDecisions {
    package struct Draft: Hashable, Sendable {
        package var choice: ContractChoice
        /// The employee asks for a fixed term although an open-ended one is due.
        package var employeeAsksFixed = false
        package var remark: String?

        package init(choice: ContractChoice) { self.choice = choice }
    }

    /// Records the decision, over one recorded before.
    /// - Throws: ``LawRefusal`` for a fixed term where an open-ended one is due, ``ContractDecisionRefusal``, ``Missing``.
    package static func decide(
        _ draft: Draft, about contract: ID<Contract>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        let file = try ContractFile.load(contract, occasion: occasion, asksFixed: draft.employeeAsksFixed, tx)
        if draft.choice == .renewFixed,
            let refusal = LawRefusal(
                RenewalRules.findings(
                    renewingAs: .fixed, after: file.history))
        {
            throw refusal
        }
        if draft.choice == .end, file.duty != nil, draft.remark == nil {
            throw ContractDecisionRefusal.reasonMissing
        }
        let cost = draft.choice == .end ? file.cost : nil
        try tx.execute("delete from contract_decisions where contract_id = \(contract)")
        try tx.insert(
            into: "contract_decisions", columns,
            values: [
                contract.sqlValue, draft.choice.sqlValue, draft.employeeAsksFixed.sqlValue, occasion.today.sqlValue,
                draft.remark.sqlValue, (draft.choice == .end ? file.basis.rawValue : nil).sqlValue,
                file.service?.halves.sqlValue ?? .null, (cost?.total).sqlValue, occasion.actor.account.sqlValue,
                occasion.actor.name.sqlValue, occasion.now.sqlValue,
            ])
        try ContractReminders.settle(file.contract.person, occasion.house, tx)
        try keep(file, after: draft.choice.name.zh, reason: draft.remark, occasion, tx)
    }

    /// Takes the decision back. - Throws: ``Missing``.
    package static func withdraw(
        _ contract: ID<Contract>, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        let file = try ContractFile.load(contract, occasion: occasion, asksFixed: false, tx)
        guard file.decision != nil else { return }
        try tx.execute("delete from contract_decisions where contract_id = \(contract)")
        try keep(file, after: nil, reason: nil, occasion, tx)
    }

    private static let columns: [StaticString] = [
        "contract_id", "choice", "asks_fixed", "decided_on", "remark", "basis", "service_halves", "cost", "account_id",
        "account_name", "recorded_at",
    ]

    private static func keep(
        _ file: ContractFile, after: String?, reason: String?, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        let person = file.contract.person
        try occasion.keep(
            AuditEntry(
                .decideContract, of: AuditRecord(.person, person), about: person.subject,
                changes: [
                    FieldChange(
                        "decision", Phrase(zh: "合同到期决定", en: "Decision at the end of the contract"), .personal,
                        before: file.decision?.choice.name.zh, after: after)
                ], reason: reason),
            OrganizationEvents.ContractChanged(person: person.subject, contract: file.contract.id.rawValue),
            changed: [person], tx)
    }
}

extension AuditAction {
    static let decideContract = AuditAction("contracts.decide", Phrase(zh: "合同到期决定", en: "Contract decision"))
}

/// Why a decision is not taken down.
package enum ContractDecisionRefusal: Refusal, Hashable {
    /// Ending against the duty to offer an open-ended contract.
    case reasonMissing

    package var explanation: Phrase {
        switch self {
        case .reasonMissing:
            Phrase(
                zh: "员工有权要求订立无固定期限合同，此时终止须按 2N 支付赔偿金。如仍要终止，请写明理由。",
                en: "The employee is entitled to an open-ended contract; ending now costs 2N. "
                    + "If it is to end all the same, give the reason.")
        }
    }
}
