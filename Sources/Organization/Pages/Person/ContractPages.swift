import Kernel
import Markup
import SQL
import Shell

/// Signing the first contract, or the next one.
struct NewContractPage: PageModel {
    let head: PersonHead
    /// The one before, when there is one.
    let present: ContractLine?
    let notes: [LawNote]
    let form: FormState

    var title: Phrase { present == nil ? PersonStep.signContract.name : Phrase(zh: "续签合同", en: "Renew the contract") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let present {
                KeyValueList([
                    .init(
                        Phrase(zh: "上一份合同", en: "Contract before"),
                        .words(
                            Phrase(
                                zh: "\(present.kind.name.zh)，\(present.term.zh)",
                                en: "\(present.kind.name.en), \(present.term.en)"))),
                    .init(Phrase(zh: "状态", en: "State"), .part(present.state(on: view.today))),
                ])
            }
            notes.html
            GroupedForm(
                state: form, action: head.path + "/contracts/new", mark: view.formMark,
                groups: [
                    .init(nil) {
                        for field in ContractForm.fields where field.name != "asks_fixed" || present != nil {
                            form.part(field, choices: nil)
                        }
                    }
                ], submit: Phrase(zh: "保存合同", en: "Save the contract"), cancel: head.path + "/contracts")
        }
    }

    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    static func load(
        _ person: ID<Person>, _ state: FormState?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> NewContractPage {
        try Visibility.requireDecision(about: person, viewer, .editContracts, tx)
        let contracts = try PersonStore.contracts(of: person, tx)
        let employment = try PersonStore.employments(of: person, tx).last
        let own = contracts.filter { $0.employment == employment?.id }
        // After one without an end the next begins when it is agreed, not when the person was hired.
        let after = own.last.map { before in before.effectiveLast.map { $0 + 1 } ?? max(today, before.start + 1) }
        let start = after ?? employment?.hireDay ?? today
        return NewContractPage(
            head: try PersonHead.load(person, viewer, tx), present: own.last.map { ContractLine($0) },
            notes: employment.map { ContractAdvice.notes(contracts, $0, on: today) } ?? [],
            form: state
                ?? FormState([
                    "start": start.iso, "signed_on": today.iso,
                    "contract": (own.last?.kind == .openEnded ? ContractTerms.openEnded : .threeYears).rawValue,
                ]))
    }
}

/// Ending a contract, with what the law says about it.
struct ContractEndPage: PageModel {
    let head: PersonHead
    let contract: ContractLine
    /// Years that count for compensation at the end of the contract, in halves: 3.5.
    let serviceYears: String?
    let notes: [LawNote]
    let form: FormState

    var title: Phrase { Phrase(zh: "终止合同", en: "End the contract") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            KeyValueList([
                .init(FieldName.contractTerm, .words(contract.term)),
                .init(Phrase(zh: "类型", en: "Kind"), .words(contract.kind.name)),
            ])
            notes.html
            Notice(.warning, title: Phrase(zh: "只终止合同，不办理离职", en: "This ends the contract, not the employment")) {
                p {
                    Phrase(
                        zh: "员工离开公司的，请使用“办理离职”，会同时结束任职、合同和薪酬，并列出离职手续和经济补偿。",
                        en:
                            "If the person leaves, start the leaving instead: it ends posts, contract and pay together, "
                            + "and shows the compensation.")
                }
                if let serviceYears {
                    p {
                        Phrase(
                            zh: "公司提出终止或到期不续订的，按 \(serviceYears) 个月工资（N）支付经济补偿；违法终止的按 2N（《劳动合同法》第46、47、87条）。",
                            en:
                                "If the company ends it or does not renew, N is \(serviceYears) months' pay; an unlawful "
                                + "ending costs 2N (Labour Contract Law, arts. 46, 47, 87).")
                    }
                }
            }
            GroupedForm(
                state: form, action: "\(head.path)/contracts/\(contract.id)/end", mark: view.formMark,
                groups: [
                    .init(nil) { for field in ContractEndForm.fields { form.part(field, choices: nil) } }
                ], submit: Phrase(zh: "终止这份合同", en: "End this contract"), cancel: head.path + "/contracts",
                look: .destructive)
        }
    }

    /// - Throws: ``Missing``, ``StaffRefusal/ownMatter``.
    static func load(
        _ person: ID<Person>, _ id: ID<Contract>, _ state: FormState?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> ContractEndPage {
        try Visibility.requireDecision(about: person, viewer, .editContracts, tx)
        let contracts = try PersonStore.contracts(of: person, tx)
        guard let contract = contracts.first(where: { $0.id == id }) else { throw Missing() }
        let employments = try PersonStore.employments(of: person, tx)
        let employment = employments.first { $0.id == contract.employment }
        let last = contract.effectiveLast.map { max($0, today) } ?? today
        return ContractEndPage(
            head: try PersonHead.load(person, viewer, tx), contract: ContractLine(contract),
            serviceYears: employment.flatMap { ServiceYears(from: $0.serviceStart, through: last)?.text },
            notes: employment.map { ContractAdvice.notes(contracts, $0, on: today) } ?? [],
            form: state ?? FormState(["last_day": today.iso]))
    }
}
