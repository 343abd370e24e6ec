import Kernel
import Markup
import SQL
import Shell

/// The contracts of somebody, and what is due about them.
struct ContractsPage: RecordPage {
    let head: PersonHead
    /// The latest first.
    let contracts: [ContractLine]
    let notes: [LawNote]

    static var tab: PersonTab { .contracts }

    func content(_ view: PageView) -> HTML {
        HTML {
            head.tabBar(Self.tab)
            notes.html
            if contracts.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有合同", en: "No contracts"),
                    explanation: Phrase(zh: "签订后会列在这里。", en: "They are listed here once signed.")
                ) {
                    if mayChange {
                        PageAction.link(PersonStep.signContract.name, URLText(head.path + "/contracts/new"))
                    }
                }
            } else {
                table(view.today)
            }
        }
    }

    private var mayChange: Bool { head.steps.contains(.signContract) }

    private func table(_ today: Day) -> DataTable {
        DataTable(
            caption: Phrase(zh: "劳动合同", en: "Contracts"),
            columns: [
                TableColumn(Phrase(zh: "期限", en: "Term")), TableColumn(Phrase(zh: "类型", en: "Kind")),
                TableColumn(Phrase(zh: "签订日期", en: "Signed on")), TableColumn(Phrase(zh: "合同编号", en: "Number")),
                TableColumn(Phrase(zh: "提前终止", en: "Ended early")),
            ] + (mayChange ? [TableColumn(Phrase(zh: "操作", en: "Action"))] : [])
                + [TableColumn(Phrase(zh: "状态", en: "State"))],
            rows: contracts.map { contract in
                TableRow(
                    [
                        .words(contract.term),
                        .words(
                            contract.renewals == 0
                                ? contract.kind.name
                                : Phrase(
                                    zh: "\(contract.kind.name.zh)（第 \(contract.renewals) 次续签）",
                                    en: "\(contract.kind.name.en), renewal \(contract.renewals)")),
                        contract.signed.map { .day($0) } ?? .unknown(Phrase(zh: "未登记签订日期", en: "Not recorded")),
                        .text(contract.number ?? "—"), contract.ended.map { .day($0) } ?? .text("—"),
                    ]
                        + (mayChange
                            ? [
                                TableCell {
                                    if contract.covers(today) {
                                        a(.href(URLText("\(head.path)/contracts/\(contract.id)/end"))) {
                                            Phrase(zh: "终止", en: "End it")
                                        }
                                    } else {
                                        "—"
                                    }
                                }
                            ] : []) + [TableCell { contract.state(on: today) }])
            })
    }

    /// - Throws: ``Missing`` for those who do not see contracts of this person.
    static func load(_ person: ID<Person>, today: Day, as viewer: Viewer, _ tx: Transaction) throws -> ContractsPage {
        let head = try PersonHead.load(person, viewer, tx)
        guard head.tabs.contains(.contracts) else { throw Missing() }
        let contracts = try PersonStore.contracts(of: person, tx)
        let employment = try PersonStore.employments(of: person, tx).last
        return ContractsPage(
            head: head, contracts: contracts.reversed().map { ContractLine($0) },
            notes: employment.map { ContractAdvice.notes(contracts, $0, on: today) } ?? [])
    }
}

/// What is to be said about somebody's contracts on a day.
enum ContractAdvice {
    static func notes(_ contracts: [Contract], _ employment: Employment, on day: Day) -> [LawNote] {
        guard employment.covers(day), employment.kind.needsWrittenContract else { return [] }
        let own = contracts.filter { $0.employment == employment.id }
        var notes: [LawNote] = []
        let signed = own.compactMap { $0.signed ?? ($0.start <= day ? $0.start : nil) }.min()
        if let finding = SigningRules.finding(hired: employment.hireDay, signed: signed, asOf: day) {
            notes.append(LawNote(finding))
        }
        if let duty = duty(own, employment, on: day) {
            notes.append(
                LawNote(
                    LawFinding(
                        code: "open_ended_due", weight: .warning, article: duty.article, sentence: duty.sentence)))
        }
        return notes
    }

    /// The duty to offer an open-ended contract, when the present one is a fixed term that ends within 90 days or ended.
    private static func duty(
        _ contracts: [Contract], _ employment: Employment, on day: Day
    ) -> RenewalRules.Duty? {
        guard let present = contracts.last, let last = present.effectiveLast, last < day + 90 else { return nil }
        return RenewalRules.duty(Contracts.history(contracts, employment, on: last + 1, false))
    }
}
