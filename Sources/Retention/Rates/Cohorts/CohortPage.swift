import Kernel
import Markup
import Shell

/// How many of those who joined together are still there.
struct CohortPage: PageModel {
    let table: CohortTable
    let units: [TurnoverUnit]
    let listsPeople: Bool
    let counted: String?

    var title: Phrase { Phrase(zh: "新员工留得住吗？", en: "Do new people stay?") }
    static var width: AppFrame.Width { .full }
    var trail: [Crumb] { [TurnoverTabs.crumb] }

    private var question: CohortQuestion { table.question }

    func heading(_ view: PageView) -> any Heading {
        PageHead(title, note: conclusion, breadcrumbs: trail.steps)
    }

    private var conclusion: Phrase? {
        guard let whole = table.whole, let share = whole.left.last ?? nil, let rate = share.rate else { return nil }
        let percent = TurnoverWords.percent(rate.rate)
        return Phrase(
            zh:
                "近 \(question.periods.count) 批入职 \(whole.joiners) 人次，入职满 180 天的 \(share.eligible) 人次中有 \(percent.zh) 在 180 天内离职。",
            en:
                "\(whole.joiners) joined in \(question.periods.count) batches; of the \(share.eligible) whose day 180 has come, \(percent.en) left by then."
        )
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            TurnoverTabs.tabs(.cohorts, view)
            FilterBar(
                "/turnover/cohorts", filters: question.filters(units),
                active: CohortQuestion.cohortFields.count { view.query[$0.name] != nil })
            if let counted { p(.class("hint")) { TurnoverWords.countedBefore(counted) } }
            if let whole = table.whole {
                SummaryFigures(summary(whole))
                if !table.rows.isEmpty {
                    HeatMap(
                        id: "retention", title: Phrase(zh: "批次留存率", en: "Share still there"),
                        rows: table.rows.map(\.name), columns: CohortTable.days.map(Self.dayName),
                        values: table.rows.map { $0.stayed.map { $0?.rate?.drawn ?? .nan } }, format: .percent(0))
                }
                rows
                view.exports(of: "/turnover/cohorts")
            } else {
                EmptyState(
                    title: Phrase(zh: "入职人数不足，无法统计", en: "Too few hires to count"),
                    explanation: Phrase(
                        zh: "这些批次合计不足 \(SmallGroups.least) 人次。请放宽部门或改按季度、年查看。",
                        en:
                            "Fewer than \(SmallGroups.least) hires in all. Widen the unit, or look at quarters or years."
                    ))
            }
            p(.class("hint")) {
                Phrase(
                    zh: "第 n 天按各人自己的入职日期计算（入职当天为第 0 天），只有已满 n 天的人计入分母；不足 \(SmallGroups.least) 人不显示，能推算出这些人的数字也不显示。",
                    en:
                        "Day n counts from one's own first day, which is day 0; only people whose day n has come are in the denominator. Fewer than \(SmallGroups.least) are not shown, nor what would tell of them."
                )
            }
        }
    }

    private static let hidden = Phrase(
        zh: "不足 \(SmallGroups.least) 人，或能由此推算出不足 \(SmallGroups.least) 人的数字：不显示",
        en: "Fewer than \(SmallGroups.least) people, or a figure that would tell of so few: not shown")

    static func dayName(_ days: Int) -> Phrase { Phrase(zh: "满 \(days) 天", en: "Day \(days)") }

    private func summary(_ whole: CohortTable.Row) -> [SummaryFigures.Entry] {
        zip(EarlyAttrition.windows, whole.left).map { days, share in
            SummaryFigures.Entry(Phrase(zh: "\(days) 天内离职率", en: "Left within \(days) days")) {
                left("early-\(days)", days, share)
            }
        }
    }

    private func left(_ id: String, _ days: Int, _ share: EarlyAttrition.Share?) -> HTML {
        figure(
            id, share,
            Phrase(
                zh: "司龄不超过 \(days) 天即离职的人次 ÷ 入职已满 \(days) 天的人次",
                en: "Left with a tenure of at most \(days) days ÷ those hired at least \(days) days ago"),
            Phrase(zh: "\(days) 天内离职", en: "Left within \(days) days"), "H08")
    }

    private func figure(
        _ id: String, _ share: EarlyAttrition.Share?, _ formula: Phrase, _ counted: Phrase, _ version: String
    ) -> HTML {
        guard let share, let rate = share.rate else {
            return Unknown(
                share != nil
                    ? Phrase(zh: "还没有人满这个天数", en: "Nobody has reached this day yet") : Self.hidden
            ).html
        }
        return Figure(
            id: "figure-" + id, value: TurnoverWords.percent(rate.rate),
            reason: Reason(
                formula: formula,
                inputs: [
                    .init(counted, TurnoverWords.number(share.count)),
                    .init(Phrase(zh: "已满天数的人次", en: "Whose day has come"), TurnoverWords.number(share.eligible)),
                ], n: share.eligible, asOf: Phrase(verbatim: question.through.iso), version: Phrase(verbatim: version))
        ).html
    }

    private var rows: DataTable {
        DataTable(
            id: "cohorts", caption: Phrase(zh: "按入职批次", en: "By batch"),
            columns: [
                TableColumn(Phrase(zh: "入职批次", en: "Batch")),
                TableColumn(Phrase(zh: "入职", en: "Joined"), isNumber: true),
            ] + CohortTable.days.map { TableColumn(Self.dayName($0), isNumber: true) }
                + EarlyAttrition.windows.map {
                    TableColumn(Phrase(zh: "\($0) 天内离职", en: "Left by \($0)"), isNumber: true)
                },
            rows: (table.rows + (table.whole.map { [$0] } ?? [])).enumerated().map { place, row in
                TableRow(
                    [.words(row.name), joined(row)]
                        + zip(CohortTable.days, row.stayed).map { days, share in
                            TableCell(sortValue: share?.rate?.drawn) {
                                figure(
                                    "stay-\(place)-\(days)", share,
                                    Phrase(
                                        zh: "入职满 \(days) 天当天仍在职的人次 ÷ 入职已满 \(days) 天的人次",
                                        en: "Still employed on day \(days) ÷ those whose day \(days) has come"),
                                    Phrase(zh: "仍在职", en: "Still there"), "H07")
                            }
                        }
                        + zip(EarlyAttrition.windows, row.left).map { days, share in
                            TableCell(sortValue: share?.rate?.drawn) { left("left-\(place)-\(days)", days, share) }
                        }, isEmphasised: row.key == "all")
            }, phone: .scrolls)
    }

    /// The hires of a batch lead to their list.
    private func joined(_ row: CohortTable.Row) -> TableCell {
        guard listsPeople, row.key != "all", row.key != TurnoverBoard.merged else { return .count(row.joiners) }
        let target = question.board.address(
            "/turnover/people", [("part", TurnoverPart.joiners.rawValue), ("at", row.key)])
        return TableCell(sortValue: Double(row.joiners)) { a(.href(target)) { TurnoverWords.number(row.joiners) } }
    }
}
