import Kernel
import Markup
import Organization
import Shell

/// The board: why do people leave?
struct LeavingPage: PageModel {
    let board: ReasonBoard
    let allKinds: Bool

    var title: Phrase { Phrase(zh: "大家为什么离开？", en: "Why do people leave?") }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "有离职面谈的，按面谈中说明的原因统计；没有的，按离职登记的原因统计。一人可有多个原因。少于 \(ReasonBoard.smallest) 人的组不单独显示。",
                en:
                    "Reasons named in exit interviews; without one, the reason recorded with the separation. One leaver "
                    + "may name several. Groups under \(ReasonBoard.smallest) are not shown by themselves."),
            actions: view.viewer?.canSeeRecords(.readInterviews) == true
                ? [.link(LeavingWords.interviews, "/leaving/interviews", look: .primary)] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            Tabs([
                .init(SeparationKind.voluntary.name, "/leaving", isCurrent: !allKinds),
                .init(Phrase(zh: "全部离职", en: "All leavers"), "/leaving?kinds=all", isCurrent: allKinds),
            ])
            if let leavers = board.leavers {
                figures(leavers)
                chart
                ListPage(export: view.exports(of: "/leaving"), table: table)
                unitTable
            } else {
                EmptyState(
                    title: Phrase(zh: "人数太少，不显示原因", en: "Too few leavers to show reasons"),
                    explanation: Phrase(
                        zh: "所选期间的离职人数少于 \(ReasonBoard.smallest) 人，显示原因会暴露个人。",
                        en: "Fewer than \(ReasonBoard.smallest) left in the period; their reasons would give them away."
                    ))
            }
        }
    }

    private func figures(_ leavers: Int) -> SummaryFigures {
        let period = Phrase(zh: "近 \(board.quarters.count) 个季度", en: "the last \(board.quarters.count) quarters")
        let share = { (part: Int) in NumberFormat.percent(0).phrase(Double(part) / Double(leavers)) }
        return SummaryFigures([
            .init(Phrase(zh: "离职人数", en: "Leavers"), note: period) { NumberFormat.count.phrase(Double(leavers)) },
            .init(
                Phrase(zh: "原因已知", en: "Reason known"),
                note: Phrase(zh: "\(board.known) 人", en: "\(board.known) of them")
            ) { share(board.known) },
            .init(
                Phrase(zh: "已做离职面谈", en: "Interviewed"),
                note: Phrase(zh: "\(board.interviewed) 人", en: "\(board.interviewed) of them")
            ) { share(board.interviewed) },
            .init(Phrase(zh: "面谈后挽留", en: "Retained after a talk"), note: period) {
                NumberFormat.count.phrase(Double(board.retained))
            },
        ])
    }

    /// The five most frequent reasons and the rest, quarter by quarter.
    private var chart: ShareChart {
        let top = board.lines.prefix(5)
        let others = board.lines.dropFirst(5)
        let parts = top.map { $0.reason.name } + (others.isEmpty ? [] : [Phrase(zh: "其他", en: "Others")])
        let rows = board.quarters.indices.filter { board.quarters[$0].leavers != nil }.map { place in
            let amounts = top.map { Double($0.counts[place] ?? 0) }
            let rest = others.reduce(0) { $0 + Double($1.counts[place] ?? 0) }
            return ShareChart.Row(board.quarters[place].name, amounts + (others.isEmpty ? [] : [rest]))
        }
        return ShareChart(
            id: "reasons-chart", title: Phrase(zh: "各季度的离职原因构成", en: "Reasons by quarter"), parts: parts, rows: rows)
    }

    private var table: DataTable {
        let hidden = Phrase(
            zh: "少于 \(ReasonBoard.smallest) 人，或能由此推算出少于 \(ReasonBoard.smallest) 人的数字，不显示",
            en: "fewer than \(ReasonBoard.smallest), or it would tell of so few: not shown")
        let cell = { (count: Int?) -> TableCell in count.map { .count($0) } ?? .unknown(hidden) }
        let all = TableRow(
            [.words(Phrase(zh: "离职人数", en: "Leavers"))] + board.quarters.map { cell($0.leavers) }
                + [cell(board.leavers)], isEmphasised: true)
        return DataTable(
            id: "reasons", caption: Phrase(zh: "离职原因（人次）", en: "Reasons, times named"),
            columns: [TableColumn(Phrase(zh: "原因", en: "Reason"))]
                + board.quarters.map { TableColumn($0.name, isNumber: true) }
                + [TableColumn(Phrase(zh: "合计", en: "Together"), isNumber: true)],
            rows: board.lines.map { line in
                TableRow([.words(line.reason.name)] + line.counts.map(cell) + [.count(line.total)])
            } + [all], phone: .scrolls)
    }

    private var unitTable: DataTable {
        DataTable(
            id: "units", caption: Phrase(zh: "各部门的主要原因", en: "Main reasons by unit"),
            columns: [
                TableColumn(SignalWords.unit), TableColumn(Phrase(zh: "最常见的原因", en: "Most frequent"), isOnCard: true),
                TableColumn(Phrase(zh: "原因已知", en: "Reason known"), isNumber: true),
                TableColumn(Phrase(zh: "离职人数", en: "Leavers"), isNumber: true),
            ],
            rows: board.units.map { unit in
                let reasons = unit.reasons.map {
                    Phrase(zh: "\($0.reason.name.zh) \($0.count) 人", en: "\($0.reason.name.en) \($0.count)")
                }
                return TableRow([
                    .words(unit.name),
                    reasons.isEmpty ? .unknown(LeavingWords.notGiven) : .words(.list(reasons)),
                    .count(unit.known), .count(unit.leavers),
                ])
            }, phone: .twoLines)
    }

    /// One line of the exported board.
    struct ExportLine: Sendable {
        let reason: SeparationReason
        let quarter: Phrase
        /// Nil where hidden.
        let count: Int?
        let leavers: Int?
    }

    static let columns: [ExportColumn<ExportLine>] = [
        .words(Phrase(zh: "季度", en: "Quarter"), .public) { $0.quarter },
        .words(Phrase(zh: "原因", en: "Reason"), .public) { $0.reason.name },
        .integer(Phrase(zh: "人次", en: "Times named"), .public) { $0.count },
        .integer(Phrase(zh: "离职人数", en: "Leavers"), .public) { $0.leavers },
    ]
}

extension ListExport {
    static let leaving = ListExport(
        "leaving-reasons", of: "/leaving", Phrase(zh: "导出离职原因", en: "Export the reasons"), reading: .readInterviews,
        query: [LeavingRoutes.kinds]
    ) { asked in
        let (viewer, today, allKinds) = (asked.viewer, asked.house.today, asked.query["kinds"] == "all")
        return Export(LeavingWords.board, columns: LeavingPage.columns) { tx in
            let board = try ReasonBoard.load(
                quarters: LeavingRoutes.quarters, allKinds: allKinds, today: today, as: viewer, tx)
            return board.lines.flatMap { line in
                zip(board.quarters, line.counts).map { quarter, count in
                    LeavingPage.ExportLine(
                        reason: line.reason, quarter: quarter.name, count: count, leavers: quarter.leavers)
                }
            }
        }
    }
}
