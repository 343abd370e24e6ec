import Kernel
import Markup
import SQL
import Shell

/// What leaving leads to and costs, before it is decided.
struct SeparationReview: Codable, Sendable {
    struct Step: Codable, Sendable {
        let label: Phrase
        let formula: Phrase
        let figure: Phrase
        let source: Phrase
    }

    let lastDay: Day
    let ground: EndingGround
    /// `N`, `N+1`, `2N`; nil when nothing is owed.
    let basis: Compensation.Basis?
    /// Years that count, in halves: 3.5.
    let years: String
    /// Nil while the pay is not known.
    let total: Phrase?
    let steps: [Step]
    let cautions: [Phrase]
    /// What the law says beside the money: notice, evidence.
    let notes: [Phrase]
    let evidence: [Phrase]
    let tasks: [ExitTask]
    /// People who report to this person and will have no manager.
    let reports: Int
}

extension SeparationReview {
    /// - Throws: ``CompensationRefusal`` for amounts that make no sense.
    init(
        _ form: SeparationForm, _ employment: Employment, inProbation: Bool, reports: Int
    ) throws {
        let draft = form.draft
        (lastDay, ground, basis, self.reports) = (draft.lastDay, form.ground, form.basis, reports)
        years = ServiceYears(from: employment.serviceStart, through: draft.lastDay)?.text ?? "0"
        evidence = form.ground.evidence
        tasks = ExitTask.list(compensationOwed: form.basis != nil)
        notes = Self.notes(form, inProbation: inProbation)
        guard let basis, let average = form.averagePay else {
            (total, steps, cautions) = (nil, [], [])
            return
        }
        let compensation = try Compensation(
            Compensation.Inputs(
                start: employment.serviceStart, lastDay: draft.lastDay, averagePay: average,
                localAverage: form.localAverage, localMinimum: form.localMinimum, basis: basis,
                lastMonthPay: form.lastMonthPay))
        total = compensation.total.phrase
        steps = compensation.steps.map {
            Step(label: $0.label, formula: $0.formula, figure: $0.figure, source: $0.source)
        }
        cautions = compensation.cautions
    }

    private static func notes(_ form: SeparationForm, inProbation: Bool) -> [Phrase] {
        var notes: [Phrase] = []
        if form.ground == .resignation, let notice = form.draft.noticeDay {
            let earliest = NoticeRules.earliestEnd(notice: notice, inProbation: inProbation)
            let days = NoticeRules.resignationDays(inProbation: inProbation)
            if form.draft.lastDay < earliest {
                notes.append(
                    Phrase(
                        zh: "员工应提前 \(days) 日通知，最早 \(earliest) 离职；早于该日须公司同意（《劳动合同法》第37条）。",
                        en:
                            "An employee gives \(days) days' notice, so \(earliest) at the earliest; an earlier day needs "
                            + "the company's consent (Labour Contract Law, art. 37)."))
            }
        }
        if form.ground.allowsPayInLieu {
            let given = form.draft.noticeDay.map { form.draft.lastDay - $0 } ?? 0
            notes.append(
                NoticeRules.owesPayInLieu(daysGiven: given)
                    ? Phrase(
                        zh: "提前通知 \(given) 天，不足 30 天，须另付一个月工资（代通知金，《劳动合同法》第40条）。",
                        en: "\(given) days' notice are fewer than 30: a month's pay is owed on top (art. 40).")
                    : Phrase(
                        zh: "已提前 \(given) 天通知，无须支付代通知金（《劳动合同法》第40条）。",
                        en: "\(given) days' notice were given: no pay in lieu is owed (art. 40)."))
        }
        if form.ground == .layoff {
            notes.append(
                Phrase(
                    zh: "裁减二十人以上或占职工总数百分之十以上的，须提前三十日向工会或全体职工说明情况并向劳动行政部门报告（《劳动合同法》第41条）。",
                    en:
                        "Cutting 20 people or a tenth of the staff takes 30 days' notice to the union and a report to the "
                        + "labour office (art. 41)."))
        }
        if form.ground.kind != form.draft.kind, form.ground.kind != .other, form.draft.kind != .other {
            notes.append(
                Phrase(
                    zh: "离职类型“\(form.draft.kind.name.zh)”与法律依据“\(form.ground.name.zh)”不一致，请核对。",
                    en:
                        "The kind “\(form.draft.kind.name.en)” does not fit the ground “\(form.ground.name.en)”. Check it."
                ))
        }
        return notes
    }
}

extension SeparationReview {
    @HTMLBuilder var html: HTML {
        h2 { Phrase(zh: "费用和后果", en: "What it costs and changes") }
        SummaryFigures([
            .init(Phrase(zh: "经济补偿", en: "Compensation"), note: basisNote) {
                if basis == nil {
                    Phrase(zh: "无须支付", en: "None owed")
                } else if let total {
                    total
                } else {
                    Phrase(zh: "\(years) 个月工资", en: "\(years) months' pay")
                }
            },
            .init(FieldName.lastDay, note: Phrase(zh: "任职、合同和薪酬同日结束", en: "Posts, contract and pay end with it")) {
                lastDay.iso
            },
            .init(Phrase(zh: "离职手续", en: "Checklist"), note: nil) {
                Phrase(zh: "\(tasks.count) 项", en: "\(tasks.count) items")
            },
        ])
        if basis != nil, total == nil {
            Notice(.warning, title: Phrase(zh: "未填写平均工资，金额未计算", en: "The average pay is not given")) {
                p {
                    Phrase(
                        zh: "请在下方填写离职前 12 个月平均工资后重新核对；没有薪酬权限的，请向薪酬岗索取。",
                        en: "Enter it below and check again; ask payroll if you do not see pay.")
                }
            }
        }
        if !steps.isEmpty { table }
        for caution in cautions { Notice(.warning) { p { caution } } }
        if !notes.isEmpty || reports > 0 {
            Notice(.information, title: Phrase(zh: "请留意", en: "Please note")) {
                ul {
                    for note in notes { li { note } }
                    if reports > 0 {
                        li {
                            Phrase(
                                zh: "其 \(reports) 名直接下属将没有直属上级，请尽快调整。",
                                en: "\(reports) people report to them and will need another manager.")
                        }
                    }
                }
            }
        }
        if !evidence.isEmpty {
            Notice(.warning, title: Phrase(zh: "作出决定前须备齐的证据", en: "On file before the decision is served")) {
                ul { for item in evidence { li { item } } }
            }
        }
    }

    private var basisNote: Phrase {
        guard let basis else { return ground.article.name }
        return Phrase(
            zh: "\(basis.rawValue)，工作年限计 \(years) 年，\(ground.article.name.zh)",
            en: "\(basis.rawValue), \(years) years count, \(ground.article.name.en)")
    }

    private var table: DataTable {
        DataTable(
            caption: Phrase(zh: "计算过程", en: "How it is computed"),
            columns: [
                TableColumn(Phrase(zh: "项目", en: "Item")), TableColumn(Phrase(zh: "算法", en: "Formula")),
                TableColumn(Phrase(zh: "依据", en: "Source")),
                TableColumn(Phrase(zh: "结果", en: "Result"), isNumber: true),
            ],
            rows: steps.enumerated().map { index, step in
                TableRow(
                    [.words(step.label), .words(step.formula), .words(step.source), .words(step.figure)],
                    isEmphasised: index == steps.count - 1)
            })
    }
}
