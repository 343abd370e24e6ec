import Kernel
import Markup
import Organization
import Shell

/// Who is leaving, and how high turnover is: over time, or group against group.
struct TurnoverPage: PageModel {
    let board: TurnoverBoard
    /// For the filter.
    let units: [TurnoverUnit]
    /// Of the unit asked for.
    let unitName: String?
    /// Whether the people behind a figure may be listed.
    let listsPeople: Bool
    /// When the figures were counted, if the staff list has changed since.
    let counted: String?
    /// Yearly rates elsewhere, by the same definition.
    let benchmarks: [Benchmark]

    var title: Phrase { Phrase(zh: "谁在离开，离职率有多高？", en: "Who is leaving, and how high is turnover?") }
    static var width: AppFrame.Width { .full }
    /// More rows than this are in the file only.
    static let most = 60

    var question: TurnoverQuestion { board.question }

    func heading(_ view: PageView) -> any Heading {
        PageHead(title, note: conclusion, breadcrumbs: [])
    }

    /// The answer in a sentence.
    private var conclusion: Phrase {
        guard let count = board.whole.count else { return TurnoverWords.tooFew }
        let (rate, leavers) = (TurnoverWords.percent(board.whole.shown), question.kind.count(count))
        let place = unitName ?? ""
        return Phrase(
            zh:
                "\(place.isEmpty ? "" : "“\(place)”及下级，")\(board.whole.period.name.zh) \(question.kind.name.zh) \(leavers) 人次，"
                + "离职率 \(rate.zh)（\(question.definition.name.zh)\(yearlyWord.zh)）。",
            en: "\(place.isEmpty ? "" : "“\(place)” and below, ")\(board.whole.period.name.en): \(leavers) left "
                + "(\(question.kind.name.en.lowercased())), turnover \(rate.en) (\(question.definition.name.en.lowercased())\(yearlyWord.en))."
        )
    }

    private var yearlyWord: Phrase {
        guard board.whole.yearly != nil, let annual = question.annual else { return Phrase(verbatim: "") }
        return Phrase(zh: "，\(annual.name.zh)", en: ", \(annual.name.en.lowercased())")
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            TurnoverTabs.tabs(.board, view)
            filters(view)
            if let counted { p(.class("hint")) { TurnoverWords.countedBefore(counted) } }
            if board.contradictory > 0 { Notice(.warning) { p { TurnoverWords.contradictory(board.contradictory) } } }
            if board.whole.count == nil {
                EmptyState(
                    title: Phrase(zh: "人数不足，无法统计", en: "Too few people to count"),
                    explanation: Phrase(
                        zh: "该范围在此期间不足 \(SmallGroups.least) 人。请放宽部门或周期；导入花名册后，这里会显示离职率和趋势。",
                        en:
                            "Fewer than \(SmallGroups.least) people in this period. Widen the unit or the period; once people are imported, rates and trends appear here."
                    ))
            } else {
                SummaryFigures(summary)
                chart
                table(view)
                view.exports(of: "/turnover")
            }
            p(.class("hint")) { TurnoverWords.headcountRule }
        }
    }

    private func filters(_ view: PageView) -> HTML {
        func select<Value: RawRepresentable & CaseIterable>(
            _ name: String, _ label: Phrase, _ chosen: Value, _ words: (Value) -> Phrase
        ) -> Filter where Value.RawValue == String {
            .select(name, label, Value.allCases.map { Choice($0.rawValue, words($0)) }, chosen: chosen.rawValue)
        }
        let whole = Choice("", Phrase(zh: "全部部门", en: "All units"))
        let plain = Choice("", Phrase(zh: "不折算", en: "As it is"))
        return FilterBar(
            "/turnover",
            filters: [
                select("period", TurnoverWords.period, question.length, \.name),
                .day("through", TurnoverWords.through, question.through.iso),
                select("definition", TurnoverWords.definition, question.definition, \.name),
                select("kind", TurnoverWords.kind, question.kind, \.name),
                .select(
                    "unit", TurnoverWords.unit, [whole] + units.map(\.choice),
                    chosen: question.unit?.description ?? ""),
                select("group", TurnoverWords.group, question.grouping, \.name),
                .select(
                    "annual", TurnoverWords.annual, [plain] + Annualising.allCases.map { Choice($0.rawValue, $0.name) },
                    chosen: question.annual?.rawValue ?? ""),
            ], active: TurnoverQuestion.fields.count { view.query[$0.name] != nil }
        ).html
    }
}

/// A unit that can be asked about.
struct TurnoverUnit: Codable, Hashable, Sendable {
    let id: ID<OrgUnit>
    let path: String

    var choice: Choice { Choice(id.description, Phrase(verbatim: path)) }

    /// The upper two levels the viewer sees, the way to the unit chosen, and what lies directly below it.
    static func filter(_ sheet: TurnoverDesk.Sheet, around chosen: Int?) -> [TurnoverUnit] {
        let (tree, seen) = (sheet.tree, sheet.view.unitsSeen)
        var line: Set<Int> = []
        var next = chosen ?? -1
        while next >= 0, line.insert(next).inserted { next = tree.parents[next] }
        func isTop(_ unit: Int) -> Bool { tree.parents[unit] < 0 || !seen[tree.parents[unit]] }
        return tree.order.filter { unit in
            guard seen[unit] else { return false }
            let parent = tree.parents[unit]
            return isTop(unit) || isTop(parent) || line.contains(unit) || parent == chosen
        }.map { TurnoverUnit(id: sheet.view.all.units[$0].id, path: tree.paths[$0]) }
    }
}
