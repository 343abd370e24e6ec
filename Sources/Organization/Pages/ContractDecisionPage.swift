import Kernel
import Markup
import Shell

/// One contract that ends: what may be done, what each way costs, and what was decided.
struct ContractDecisionPage: PageModel {
    struct Term: Codable, Sendable {
        let id: ID<Contract>
        let kind: ContractKind
        let start: Day
        let last: Day?
    }

    struct Option: Codable, Sendable {
        let choice: ContractChoice
        let remark: Phrase
        /// What speaks against it, with the article.
        let findings: [Phrase]
    }

    struct Step: Codable, Sendable {
        let label: Phrase
        let formula: Phrase
        let figure: Phrase
        let source: Phrase
    }

    struct Cost: Codable, Sendable {
        let basis: Compensation.Basis
        let total: Money
        let steps: [Step]
        let cautions: [Phrase]
    }

    let contract: ID<Contract>
    let person: ID<Person>
    let name: String
    let number: String
    let unitName: String?
    let terms: [Term]
    let kind: ContractKind
    let start: Day
    let last: Day?
    let notice: ContractNotice?
    let duty: RenewalRules.Duty?
    let options: [Option]
    let serviceStart: Day
    /// Years counted for the compensation: 6.5.
    let serviceYears: String?
    let basis: Compensation.Basis
    /// Of ending; nil without the class *pay* or without pay on record.
    let cost: Cost?
    let seesPay: Bool
    let decision: ContractFile.Decision?
    let form: FormState

    static let localAverage = Phrase(zh: "当地上年度月平均工资", en: "Local average monthly pay, last year")

    init(_ file: ContractFile, today: Day, form: FormState) {
        let contract = file.contract
        (self.contract, person, kind, start) = (contract.id, contract.person, contract.kind, contract.start)
        (name, number, unitName) = (file.row.name, file.row.number, file.row.unitName)
        last = contract.effectiveLast
        terms = file.contracts.map { Term(id: $0.id, kind: $0.kind, start: $0.start, last: $0.effectiveLast) }
        notice = contract.effectiveLast.flatMap { ContractNotice(last: $0, on: today) }
        (duty, basis, serviceStart) = (file.duty, file.basis, file.employment.serviceStart)
        (serviceYears, seesPay, decision) = (file.service?.text, file.seesPay, file.decision)
        self.form = form
        options = RenewalOutlook.ways(after: file.history).map { way in
            Option(choice: way.choice, remark: way.remark, findings: way.findings.map(\.explanation))
        }
        cost = file.cost.map { cost in
            Cost(
                basis: cost.inputs.basis, total: cost.total,
                steps: cost.steps.map {
                    Step(label: $0.label, formula: $0.formula, figure: $0.figure, source: $0.source)
                }, cautions: cost.cautions)
        }
    }

    var title: Phrase { Phrase(zh: "\(name)的合同到期决定", en: "Contract of \(name)") }
    var trail: [Crumb] { [ContractCalendarPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: notice.flatMap { notice in last.map { notice.sentence(last: $0, on: view.today) } },
            breadcrumbs: trail.steps,
            actions: [.link(Phrase(zh: "查看员工", en: "Open the person"), "/people/\(person)")])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let duty {
                Notice(.warning, title: Phrase(zh: "续订应当订立无固定期限合同", en: "The next contract must be open-ended")) {
                    p {
                        duty.sentence; " "; duty.article.name
                    }
                }
            }
            if let decision { decided(decision, view) }
            RecordLayout(asideTitle: Phrase(zh: "历次合同", en: "All contracts")) {
                deciding(view)
                costs(view)
            } aside: {
                TimelineList(
                    terms.reversed().map { term in
                        .init(
                            term.start, kind: term.kind.name,
                            title: Phrase(
                                zh: term.last.map { "至 \($0)" } ?? "无到期日", en: term.last.map { "until \($0)" } ?? "open"
                            ),
                            isPlanned: term.start > view.today)
                    })
            }
        }
    }

    private func decided(_ decision: ContractFile.Decision, _ view: PageView) -> HTML {
        Notice(
            .good,
            title: Phrase(zh: "已决定：\(decision.choice.name.zh)", en: "Decided: \(decision.choice.name.en.lowercased())")
        ) {
            p {
                Phrase(zh: "\(decision.by)，\(decision.day)。", en: "\(decision.by), \(decision.day). ")
                if let remark = decision.remark { remark }
            }
            div(.class("actions")) {
                PageAction.link(
                    decision.choice.nextStepName, URLText(decision.choice.nextStep(of: person)), look: .primary)
                PageAction.post(
                    Phrase(zh: "撤回决定", en: "Take it back"), "/contracts/\(contract)/decision/withdrawal",
                    hidden: view.hidden)
            }
        }
        .html
    }

    private func deciding(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action("/contracts/\(contract)/decision"), .class("stack")) {
            view.formMark
            form.problemList
            h2 { Phrase(zh: "怎么处理？", en: "What becomes of it?") }
            form.part(
                ContractDecisionForm.fields[0],
                as: .radios(
                    options.map { option in
                        Choice(
                            option.choice.rawValue, option.choice.name,
                            hint: option.findings.reduce(option.remark) { $0 + Phrase(verbatim: " ") + $1 })
                    }, chosen: form.value("choice")))
            if duty != nil { form.part(ContractDecisionForm.fields[1]) }
            form.part(ContractDecisionForm.fields[2])
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "记录决定", en: "Record the decision") }
                a(.href("/contracts")) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }

    @HTMLBuilder private func costs(_ view: PageView) -> HTML {
        section {
            h2 { Phrase(zh: "公司不续订要付多少？", en: "What does ending cost?") }
            if let cost {
                p(.class("lead")) {
                    Phrase(zh: "按 \(cost.basis.rawValue) 计：", en: "\(cost.basis.rawValue): ")
                    MoneyLabel(cost.total)
                }
                DataTable(
                    caption: Phrase(zh: "计算过程", en: "How it is computed"),
                    columns: [
                        TableColumn(Phrase(zh: "项目", en: "Item")), TableColumn(Phrase(zh: "计算", en: "Formula")),
                        TableColumn(Phrase(zh: "依据", en: "Source")),
                        TableColumn(Phrase(zh: "结果", en: "Result"), isNumber: true),
                    ],
                    rows: cost.steps.map {
                        TableRow([.words($0.label), .words($0.formula), .words($0.source), .words($0.figure)])
                    })
                for caution in cost.cautions { p(.class("hint")) { caution } }
                average(view)
            } else {
                unknown
            }
        }
    }

    /// The one input that is not on record: it is asked for here and kept in the address only.
    private func average(_ view: PageView) -> HTML {
        Markup.form(.method(.get), .action("/contracts/\(contract)"), .class("stack")) {
            Field(
                id: "local_average", label: Self.localAverage,
                hint: Phrase(
                    zh: "填写后检查三倍封顶和 12 年上限。", en: "Enter it to check the limits of three times and twelve years."),
                control: .money(view.query["local_average"] ?? ""))
            div(.class("actions")) { button(.type("submit")) { Phrase(zh: "重新计算", en: "Compute again") } }
        }
    }

    @HTMLBuilder private var unknown: HTML {
        if let serviceYears {
            p(.class("lead")) {
                Phrase(
                    zh: "\(basis.rawValue) = 月平均工资 × \(serviceYears) 年" + (basis == .double ? " × 2" : ""),
                    en: "\(basis.rawValue) = average monthly pay × \(serviceYears) years"
                        + (basis == .double ? " × 2" : ""))
            }
            p {
                seesPay
                    ? Phrase(
                        zh: "没有此人的薪酬记录，无法算出金额。请先录入月薪或导入工资。",
                        en: "No pay is on record, so there is no amount. Record the pay first.")
                    : Phrase(
                        zh: "您没有查看薪酬的权限，这里不显示金额。工龄从 \(serviceStart) 起算。",
                        en: "You may not see pay, so no amount is shown. Service counts from \(serviceStart).")
            }
        } else {
            p { Phrase(zh: "这份合同没有到期日，不存在到期终止。", en: "This contract has no end, so it cannot run out.") }
        }
    }
}
