import Kernel
import Markup
import Shell

/// How long people stay, as a curve with its band.
struct SurvivalPage: PageModel {
    var curves: StayingCurves
    let units: [TurnoverUnit]
    let counted: String?

    var title: Phrase { Phrase(zh: "入职后，大家能留多久？", en: "How long do people stay?") }
    static var width: AppFrame.Width { .full }
    var trail: [Crumb] { [TurnoverTabs.crumb] }
    static let most = 60

    private var question: CohortQuestion { curves.question }

    func heading(_ view: PageView) -> any Heading {
        let people = curves.curves.reduce(0) { $0 + $1.people }
        return PageHead(
            title,
            note: Phrase(
                zh: "统计 \(question.periods.first?.first.iso ?? "") 至 \(question.through.iso) 入职的 \(people) 人次。",
                en: "Over \(people) hires from \(question.periods.first?.first.iso ?? "") to \(question.through.iso)."),
            breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            TurnoverTabs.tabs(.survival, view)
            FilterBar(
                "/turnover/survival",
                filters: question.filters(units) + [
                    .select(
                        "by", TurnoverWords.group,
                        CohortQuestion.Comparison.allCases.map { Choice($0.rawValue, $0.name) },
                        chosen: question.comparison.rawValue),
                    .select(
                        "kind", TurnoverWords.kind, LeaverKind.allCases.map { Choice($0.rawValue, $0.name) },
                        chosen: question.kind.rawValue),
                ], active: CohortQuestion.survivalFields.count { view.query[$0.name] != nil })
            if let counted { p(.class("hint")) { TurnoverWords.countedBefore(counted) } }
            if curves.curves.isEmpty {
                EmptyState(
                    title: Phrase(zh: "入职人数不足，无法统计", en: "Too few hires to count"),
                    explanation: Phrase(
                        zh: "合计不足 \(SmallGroups.least) 人次。请放宽部门或改按年查看。",
                        en: "Fewer than \(SmallGroups.least) hires. Widen the unit, or look at years."))
            } else {
                SurvivalChart(
                    id: "survival", title: Phrase(zh: "仍在职比例", en: "Share still employed"), note: note,
                    x: Axis(Phrase(zh: "入职后天数", en: "Days since the first day"), format: .count),
                    survival: Phrase(zh: "仍在职", en: "Still employed"),
                    curves: drawn.map { curve in
                        .init(
                            curve.name,
                            steps: curve.steps.map {
                                .init(Double($0.day), $0.staying, low: $0.low, high: $0.high, atRisk: $0.atRisk)
                            })
                    })
                table
                view.exports(of: "/turnover/survival")
            }
            p(.class("hint")) {
                Phrase(
                    zh:
                        "Kaplan–Meier 估计：S(t)＝各离职日（1 − 离职人次 ÷ 当日仍在观察的人次）之积；仍在职的人员按已观察的天数计入。色带为 95% 区间（Greenwood），仍在观察不足 \(SmallGroups.least) 人的部分不显示。",
                    en:
                        "Kaplan–Meier: S(t) is the product over days with leavers of 1 − leavers ÷ those still observed; people who are there count for the days seen. Bands are 95% intervals (Greenwood); where fewer than \(SmallGroups.least) are observed nothing is shown."
                )
            }
        }
    }

    /// Six lines can be told apart.
    private var drawn: [StayingCurves.Curve] {
        question.comparison == .hired ? curves.curves.suffix(6) : Array(curves.curves.prefix(6))
    }

    private var note: Phrase? {
        curves.curves.count > 6
            ? Phrase(zh: "图中显示 6 组，其余见表格。", en: "Six groups are drawn; the others are in the table.") : nil
    }

    private var table: DataTable {
        DataTable(
            id: "curves", caption: question.comparison.name,
            columns: [
                TableColumn(TurnoverWords.group), TableColumn(Phrase(zh: "入职", en: "Joined"), isNumber: true),
                TableColumn(question.kind.name, isNumber: true),
            ] + StayingCurves.marks.map { TableColumn(Phrase(zh: "\($0) 天", en: "Day \($0)"), isNumber: true) } + [
                TableColumn(Phrase(zh: "半数离职（天）", en: "Half gone (days)"), isNumber: true)
            ],
            rows: curves.curves.prefix(Self.most).enumerated().map { place, curve in
                TableRow(
                    [.words(curve.name), .count(curve.people), .count(curve.left)]
                        + zip(StayingCurves.marks, curve.marks).map { day, step in cell("\(place)-\(day)", day, step) }
                        + [
                            curve.median.map { .count($0) }
                                ?? .unknown(Phrase(zh: "观察期内离职未过半", en: "More than half are still there"))
                        ])
            }, phone: .scrolls)
    }

    private func cell(_ id: String, _ day: Int, _ step: StayingCurves.Step?) -> TableCell {
        guard let step else { return .unknown(Phrase(zh: "观察人数不足", en: "Too few are observed")) }
        let percent = NumberFormat.percent(1)
        let (low, high) = (percent.phrase(step.low), percent.phrase(step.high))
        return TableCell(sortValue: step.staying) {
            Figure(
                id: "figure-survival-" + id, value: percent.phrase(step.staying),
                reason: Reason(
                    formula: Phrase(
                        zh: "截至第 \(day) 天各离职日（1 − 离职人次 ÷ 仍在观察人次）之积",
                        en: "The product of 1 − leavers ÷ those observed over the days up to \(day)"),
                    inputs: [
                        .init(Phrase(zh: "仍在观察", en: "Still observed"), TurnoverWords.number(step.atRisk))
                    ], interval: Phrase(zh: "\(low.zh)–\(high.zh)（95%）", en: "\(low.en)–\(high.en) (95%)"),
                    asOf: Phrase(verbatim: question.through.iso), version: Phrase(verbatim: "H09")))
        }
    }
}
