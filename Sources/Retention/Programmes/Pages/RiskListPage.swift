import Kernel
import Markup
import Organization
import Shell

/// Who may leave: most likely first, each with what it rests on.
struct RiskListPage: PageModel {
    let programme: String
    let programmeName: Phrase
    let horizon: Int
    let shares: TierShares
    /// Nil before the first run.
    let run: RiskRuns.Line?
    /// Of the list as it comes, without filters.
    let summary: RiskSummary?
    /// Nil while a model predicts.
    let learning: LearningNotice?
    let rows: [RiskRow]
    let next: Int?
    let count: Int?
    let first: Int
    let filters: Filters
    let views: [SavedView]

    struct Filters: Codable, Sendable {
        let text: String
        let tier: RiskTier?
        let unit: String
        let hasRisen: Bool
    }

    static let crumb = Crumb(RiskWords.list, "/risk")
    var title: Phrase { Self.crumb.title }
    static var width: AppFrame.Width { .full }

    func heading(_ view: PageView) -> any Heading {
        let since =
            run?.compared.map { Phrase(zh: "变化与 \($0) 相比。", en: "Changes are against \($0). ") } ?? Phrase(verbatim: "")
        let day = run.map { Phrase(zh: "截至 \($0.day)，", en: "As of \($0.day): ") } ?? Phrase(verbatim: "")
        return PageHead(
            title,
            count: count.map { count in
                let number = NumberFormat.count.phrase(Double(count))
                return Phrase(zh: "\(number.zh) 人", en: count == 1 ? "1 person" : "\(number.en) people")
            },
            note: Phrase(
                zh: "\(day.zh)谁可能在 \(horizon) 天内主动离开，以及为什么。\(since.zh)\(RiskWords.care.zh)",
                en:
                    "\(day.en)who may leave by own wish within \(horizon) days, and why. \(since.en)\(RiskWords.care.en)"
            ),
            actions: view.can(.manageRisk) ? [.link(RiskWords.models, "/risk/models")] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            notices(view)
            if let summary, run?.verdict == .predicts { SummaryFigures(figures(summary)) }
            ListPage(
                views: views.tabs(view, list: "/risk", usual: usual), filters: bar(view),
                active: chips(view).isEmpty ? nil : ActiveFilters(chips(view), clearAll: clear),
                export: rows.isEmpty ? nil : view.exports(), table: table(view),
                pages: Pagination(
                    previous: view.query["after"] == nil
                        ? nil : view.listAddress(with: "programme", view.query["programme"]),
                    next: next.map { following(view, after: $0) },
                    shown: rows.isEmpty ? nil : first...first + rows.count - 1,
                    total: count.map { .exact($0) } ?? .unknown),
                empty: empty(view))
        }
    }

    private func figures(_ summary: RiskSummary) -> [SummaryFigures.Entry] {
        let high = NumberFormat.count.phrase(Double(summary.high))
        var entries = [
            SummaryFigures.Entry(
                Phrase(zh: "极高风险", en: "Very high"), note: Phrase(zh: "另有高风险 \(high.zh) 人", en: "and \(high.en) high")
            ) { linked(summary.veryHigh, "tier", RiskTier.veryHigh.rawValue) },
            SummaryFigures.Entry(
                Phrase(zh: "近一周层级上升", en: "Risen in a week"), note: Phrase(zh: "人", en: "people")
            ) { linked(summary.risen, "change", "risen") },
        ]
        if let expected = summary.expected, let run {
            entries.append(
                SummaryFigures.Entry(
                    Phrase(zh: "预计 \(horizon) 天内主动离开", en: "Expected to leave"),
                    note: Phrase(zh: "人，各人可能性之和", en: "people within \(horizon) days")
                ) {
                    Figure(
                        id: "figure-expected", value: Self.whole(expected),
                        reason: Reason(
                            formula: Phrase(
                                zh: "您可查看的每个人的概率之和", en: "The sum of the probabilities of everybody you may see"),
                            inputs: [], asOf: Phrase(verbatim: run.day.iso),
                            version: Phrase(zh: "模型 \(run.model)", en: "model \(run.model)")))
                })
        }
        if let cost = summary.cost, let run {
            entries.append(
                SummaryFigures.Entry(Phrase(zh: "预计重置成本", en: "Expected cost")) {
                    Figure(
                        id: "figure-cost", value: Phrase(zh: cost.shortText(in: .zh), en: cost.shortText(in: .en)),
                        reason: Reason(
                            formula: Phrase(
                                zh: "每个人的概率 × 同职级平均年薪 × 成本倍数，求和",
                                en: "The sum of probability × mean yearly pay of the level × multiple"),
                            inputs: [
                                .init(
                                    Phrase(zh: "成本倍数", en: "Multiples"),
                                    Phrase(zh: "见“离职分析 · 流失成本”", en: "see Turnover, Cost"))
                            ], asOf: Phrase(verbatim: run.day.iso), version: Phrase(verbatim: "H10")))
                })
        }
        return entries
    }

    private static func whole(_ number: Double) -> Phrase {
        let text = NumberFormat.count.phrase(number.rounded())
        return Phrase(zh: "约 \(text.zh)", en: "about \(text.en)")
    }

    @HTMLBuilder private func linked(_ count: Int, _ name: String, _ value: String) -> HTML {
        let words = NumberFormat.count.phrase(Double(count))
        if count == 0 {
            words
        } else {
            let own = programme == "employees" ? [] : [("programme", programme)]
            a(.href(URLText(path: "/risk", query: own + [(name, value)]))) { words }
        }
    }

    @HTMLBuilder private func notices(_ view: PageView) -> HTML {
        if let learning { learning.notice(view) }
        if let run {
            switch run.verdict {
            case .predicts: HTML.empty
            case .nothing:
                Notice(.warning, title: Phrase(zh: "现有数据无法预测谁会离开", en: "Nothing here tells who will leave")) {
                    p {
                        Phrase(
                            zh:
                                "检验结果不优于随机猜测，因此每个人都按总体比例（\(RiskWords.share(run.baseRate).zh)）显示，层级不高于“中”，也不列出原因。补充更多数据、积累更长的历史可能会有帮助。",
                            en:
                                "The test was no better than chance, so everybody is shown with the overall share (\(RiskWords.share(run.baseRate).en)), nobody above “medium”, and no reasons are given. More facts or a longer history may help."
                        )
                    }
                    if let learning { learning.button(view) }
                }
            case .tooFew:
                Notice(.information, title: Phrase(zh: "数据不足，按预警信号排序", en: "Not enough data: ranked by signals")) {
                    p {
                        Phrase(
                            zh: "主动离职的人数少于 \(RiskTraining.leastLeavers) 人，还不能训练模型。\(SignalPoints.rule.zh)",
                            en:
                                "Fewer than \(RiskTraining.leastLeavers) people have left by own wish, too few to learn from. \(SignalPoints.rule.en)"
                        )
                    }
                    if let learning { learning.button(view) }
                }
            }
            if !run.missing.isEmpty {
                Notice(.warning, title: Phrase(zh: "部分数据未能取得", en: "Some facts could not be had")) {
                    ul {
                        for fact in run.missing {
                            li {
                                Phrase(
                                    zh: "\(fact.name.zh)：\(fact.reason.zh)按缺失处理，不按零计。",
                                    en: "\(fact.name.en): \(fact.reason.en) It counts as missing, not as zero.")
                            }
                        }
                    }
                }
            }
        }
    }

    private var usual: [(Phrase, FormFields)] {
        [
            (Phrase(zh: "在职员工", en: "Employees"), FormFields([])),
            (Phrase(zh: "极高", en: "Very high"), FormFields([("tier", "very_high")])),
            (Phrase(zh: "层级上升", en: "Risen"), FormFields([("change", "risen")])),
            (Phrase(zh: "试用期员工", en: "On probation"), FormFields([("programme", "probationers")])),
        ]
    }

    private var clear: URLText {
        programme == "employees" ? "/risk" : URLText(path: "/risk", query: [("programme", programme)])
    }

    private func bar(_ view: PageView) -> FilterBar {
        let all = Choice("", Phrase(zh: "全部", en: "All"))
        let tiers = RiskTier.allCases.reversed().map { tier in
            Choice(tier.rawValue, tier.name)
        }
        return FilterBar(
            "/risk", search: .init(filters.text, name: "q", hint: Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
            filters: [
                .select(
                    "programme", RiskWords.programme,
                    Population.allCases.map { Choice($0 == .employees ? "" : $0.rawValue, $0.name) },
                    chosen: programme == "employees" ? "" : programme),
                .select("tier", RiskWords.tier, [all] + tiers, chosen: filters.tier?.rawValue ?? ""),
                .text("unit", Phrase(zh: "部门", en: "Unit"), filters.unit),
                .select(
                    "change", RiskWords.changed, [all, Choice("risen", Phrase(zh: "层级上升", en: "Tier has risen"))],
                    chosen: filters.hasRisen ? "risen" : ""),
            ], active: chips(view).count)
    }

    private func chips(_ view: PageView) -> [ActiveFilters.Chip] {
        var chips: [ActiveFilters.Chip] = []
        func add(_ name: String, _ label: Phrase, _ value: Phrase) {
            chips.append(
                .init(
                    Phrase(zh: "\(label.zh)：\(value.zh)", en: "\(label.en): \(value.en)"),
                    removal: view.listAddress(with: name, nil)))
        }
        if !filters.text.isEmpty { add("q", Phrase(zh: "搜索", en: "Search"), Phrase(verbatim: filters.text)) }
        if let tier = filters.tier { add("tier", RiskWords.tier, tier.name) }
        if !filters.unit.isEmpty { add("unit", Phrase(zh: "部门", en: "Unit"), Phrase(verbatim: filters.unit)) }
        if filters.hasRisen { add("change", RiskWords.changed, Phrase(zh: "层级上升", en: "tier has risen")) }
        return chips
    }

    private func following(_ view: PageView, after place: Int) -> URLText {
        var query = view.listQuery
        query.set("after", String(place))
        query.set("first", String(first + rows.count))
        return URLText("/risk?" + query.urlEncoded)
    }

    private func table(_ view: PageView) -> DataTable {
        let seesPay = rows.contains(where: \.seesPay)
        return DataTable(
            id: "risk", caption: title,
            columns: [
                TableColumn(RiskWords.person), TableColumn(RiskWords.unit, isOnCard: false),
                TableColumn(RiskWords.likely, isOnCard: true), TableColumn(RiskWords.changed, isOnCard: false),
                TableColumn(RiskWords.drivers, isOnCard: true),
            ]
                + (seesPay ? [TableColumn(RiskWords.payAtStake, isNumber: true, isOnCard: false)] : [])
                + [TableColumn(RiskWords.open, isOnCard: false), TableColumn(RiskWords.tier)],
            rows: rows.map { row in
                TableRow(
                    [
                        .text(row.name), .text(row.unit ?? "—"), likely(row), .words(changed(row)), drivers(row),
                    ]
                        + (seesPay ? [row.seesPay ? .money(row.yearlyPay) : .masked] : [])
                        + [
                            row.isOpen
                                ? TableCell { Badge(.warning, Phrase(zh: "待处理", en: "Open")) } : .text("—"),
                            TableCell {
                                if let step = row.tier.step { TierBadge(step) } else { Badge(.neutral, row.tier.name) }
                            },
                        ], target: target(row), key: row.person.description)
            }, phone: .twoLines, hidesCaption: true)
    }

    private func target(_ row: RiskRow) -> URLText {
        programme == "employees"
            ? URLText("/risk/\(row.person)")
            : URLText(path: "/risk/\(row.person)", query: [("programme", programme)])
    }

    private func likely(_ row: RiskRow) -> TableCell {
        guard row.probability != nil else {
            return row.tier == .unknown
                ? .unknown(RiskScoring.unknownRule)
                : .unknown(Phrase(zh: "数据不足，按信号计分", en: "Not enough data; signals are counted"))
        }
        let interval = RiskWords.interval(row.low, row.high)
        return TableCell(sortValue: row.probability) {
            RiskWords.share(row.probability)
            if let interval {
                " "
                span(.class("hint")) { interval }
            }
        }
    }

    private func changed(_ row: RiskRow) -> Phrase {
        row.probability == nil ? Phrase(verbatim: "—") : RiskWords.change(row.change)
    }

    private func drivers(_ row: RiskRow) -> TableCell {
        guard !row.drivers.isEmpty else { return .text("—") }
        return TableCell {
            DirectedReasons(row.drivers.map { .init($0.sentence, raises: $0.raises) })
        }
    }

    private func empty(_ view: PageView) -> EmptyState {
        if run == nil, let learning { return learning.empty(view) }
        return EmptyState(
            title: Phrase(zh: "没有符合条件的人员", en: "Nobody matches"),
            explanation: Phrase(zh: "请减少或更换筛选条件。", en: "Try fewer or other filters.")
        ) { a(.class("button"), .href(clear)) { Phrase(zh: "清除条件", en: "Clear filters") } }
    }
}
