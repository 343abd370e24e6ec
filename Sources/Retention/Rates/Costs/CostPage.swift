import Kernel
import Markup
import Organization
import Shell

/// What the leavers of a period cost.
struct CostPage: PageModel {
    let cost: TurnoverCost
    let units: [TurnoverUnit]
    let unitName: String?
    let mayEdit: Bool
    let counted: String?

    var title: Phrase { Phrase(zh: "人员流失花了多少钱？", en: "What did leaving cost?") }
    static var width: AppFrame.Width { .full }
    var trail: [Crumb] { [TurnoverTabs.crumb] }

    private var question: TurnoverQuestion { cost.question }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh:
                    "\(unitName.map { "“\($0)”及下级，" } ?? "")\(question.period.days.zh)，\(question.kind.name.zh) \(cost.leavers) 人次。",
                en:
                    "\(unitName.map { "“\($0)” and below, " } ?? "")\(question.period.days.en), \(cost.leavers) left (\(question.kind.name.en.lowercased()))."
            ),
            breadcrumbs: trail.steps,
            actions: mayEdit
                ? [.link(Phrase(zh: "调整成本倍数", en: "Change the multiples"), "/turnover/cost/multiples")] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            TurnoverTabs.tabs(.cost, view)
            FilterBar(
                "/turnover/cost",
                filters: [
                    .select(
                        "period", TurnoverWords.period, PeriodLength.allCases.map { Choice($0.rawValue, $0.name) },
                        chosen: question.length.rawValue),
                    .day("through", TurnoverWords.through, question.through.iso),
                    .select(
                        "kind", TurnoverWords.kind, LeaverKind.allCases.map { Choice($0.rawValue, $0.name) },
                        chosen: question.kind.rawValue),
                    .select(
                        "unit", TurnoverWords.unit,
                        [Choice("", Phrase(zh: "全部部门", en: "All units"))] + units.map(\.choice),
                        chosen: question.unit?.description ?? ""),
                ], active: ["period", "through", "kind", "unit"].count { view.query[$0] != nil })
            if let counted { p(.class("hint")) { TurnoverWords.countedBefore(counted) } }
            if cost.rows.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有可计算的离职人员", en: "No leavers to cost"),
                    explanation: Phrase(
                        zh: "该期间没有足够的人员。有离职记录和薪酬后，这里会按职级显示流失成本。",
                        en:
                            "Too few people in this period. With separations and pay recorded, the cost by level appears here."
                    ))
            } else {
                SummaryFigures(summary)
                BarChart(
                    id: "cost", title: Phrase(zh: "各职级流失成本（元）", en: "Cost by level (yuan)"),
                    value: Axis(Phrase(zh: "元", en: "Yuan"), format: .count),
                    bars: cost.rows.map { .init($0.name, $0.cost.map { Double($0.fen) / 100 } ?? .nan, n: $0.leavers) })
                table
                view.exports(of: "/turnover/cost")
            }
            p(.class("hint")) {
                Phrase(
                    zh: "重置成本＝离职人次 × 同职级在职人员平均年薪 × 成本倍数。默认普通岗位 150%，关键岗位 500%，可调整。平均薪酬不足 \(SmallGroups.least) 人时不显示。",
                    en:
                        "Replacement cost = leavers × mean yearly pay of their level × multiple. By default 150% and, on key positions, 500%; both can be changed. No mean of fewer than \(SmallGroups.least) people is shown."
                )
            }
        }
    }

    private var summary: [SummaryFigures.Entry] {
        var entries = [
            SummaryFigures.Entry(Phrase(zh: "流失成本", en: "Cost of turnover")) {
                Figure(
                    id: "figure-total", value: cost.total?.phrase ?? Phrase(verbatim: "—"),
                    reason: Reason(
                        formula: Phrase(zh: "各职级流失成本之和", en: "The sum over the levels"),
                        inputs: cost.rows.prefix(12).compactMap { row in
                            row.cost.map { .init(row.name, $0.phrase) }
                        }, n: cost.leavers - cost.uncounted, asOf: question.period.days,
                        version: Phrase(verbatim: "H10")))
            },
            SummaryFigures.Entry(question.kind.name) { TurnoverWords.number(cost.leavers) },
        ]
        if cost.uncounted > 0 {
            entries.append(
                SummaryFigures.Entry(
                    Phrase(zh: "未计入人次", en: "Not counted"),
                    note: Phrase(zh: "同职级有薪酬记录的不足 \(SmallGroups.least) 人", en: "Too few of the level have pay recorded")
                ) { TurnoverWords.number(cost.uncounted) })
        }
        return entries
    }

    private var table: DataTable {
        DataTable(
            id: "levels", caption: Phrase(zh: "按职级", en: "By level"),
            columns: [
                TableColumn(Phrase(zh: "职级", en: "Level")), TableColumn(question.kind.name, isNumber: true),
                TableColumn(Phrase(zh: "其中关键岗位", en: "On key positions"), isNumber: true),
                TableColumn(Phrase(zh: "平均年薪", en: "Mean yearly pay"), isNumber: true),
                TableColumn(Phrase(zh: "成本倍数", en: "Multiple"), isNumber: true),
                TableColumn(Phrase(zh: "流失成本", en: "Cost"), isNumber: true),
            ],
            rows: cost.rows.enumerated().map { place, row in
                TableRow([
                    .words(row.name), .count(row.leavers), .count(row.onKeyPositions),
                    row.yearlyPay.map { .money($0) } ?? .unknown(TurnoverWords.tooFew),
                    .text(row.multiple.percentText),
                    row.cost.map { amount in
                        TableCell(sortValue: Double(amount.fen)) { figure("cost-\(place)", row, amount) }
                    } ?? .unknown(TurnoverWords.tooFew),
                ])
            }, phone: .scrolls)
    }

    private func figure(_ id: String, _ row: TurnoverCost.Row, _ amount: Money) -> Figure {
        var inputs: [Reason.Input] = [
            .init(
                Phrase(zh: "普通岗位离职", en: "Leavers, ordinary"),
                TurnoverWords.number(row.leavers - row.onKeyPositions)),
            .init(Phrase(zh: "成本倍数", en: "Multiple"), Phrase(verbatim: row.multiple.percentText)),
        ]
        if row.onKeyPositions > 0 {
            inputs += [
                .init(Phrase(zh: "关键岗位离职", en: "Leavers, key"), TurnoverWords.number(row.onKeyPositions)),
                .init(
                    Phrase(zh: "关键岗位倍数", en: "Multiple, key"), Phrase(verbatim: cost.multiples.key.percentText)),
            ]
        }
        if let yearly = row.yearlyPay {
            inputs.append(.init(Phrase(zh: "平均年薪", en: "Mean yearly pay"), yearly.phrase))
        }
        return Figure(
            id: id, value: amount.phrase,
            reason: Reason(
                formula: Phrase(
                    zh: "平均年薪 ×（普通岗位离职 × 倍数＋关键岗位离职 × 关键岗位倍数）",
                    en: "Mean yearly pay × (ordinary leavers × multiple + key leavers × their multiple)"),
                inputs: inputs, n: row.paid, asOf: question.period.days, version: Phrase(verbatim: "H10")))
    }
}
