import Kernel
import Markup
import Shell

extension TurnoverPage {
    @HTMLBuilder var chart: HTML {
        if question.grouping == .time { trend } else { bars }
    }

    /// What the drawn rate is, in words.
    private var measure: Phrase {
        let annual = board.rows.contains { $0.yearly != nil } ? question.annual : nil
        return Phrase(
            zh: "\(question.kind.name.zh)率（\(question.definition.name.zh)\(annual.map { "，" + $0.name.zh } ?? "")）",
            en: "\(question.kind.name.en), turnover \(question.definition.name.en.lowercased())"
                + (annual.map { ", \($0.name.en.lowercased())" } ?? ""))
    }

    private var trend: HTML {
        let rows = board.rows
        var series = [
            LineChart.Series(
                question.kind.name,
                points: rows.enumerated().map { .init(Double($0), $1.shown.map { Fraction($0).drawn } ?? .nan) })
        ]
        for benchmark in benchmarks.prefix(3) {
            guard let value = benchmark.drawn(beside: question) else { continue }
            series.append(
                LineChart.Series(
                    benchmark.label, points: rows.indices.map { .init(Double($0), value) }, isReference: true))
        }
        return LineChart(
            id: "trend", title: measure, note: chartNote,
            x: Axis(TurnoverWords.period, categories: rows.map(\.name)),
            y: Axis(TurnoverWords.rate, format: .percent(1), includesZero: true), series: series
        ).html
    }

    private var bars: HTML {
        let mark = benchmarks.lazy.compactMap { benchmark in
            benchmark.drawn(beside: question).map { BarChart.Reference(benchmark.label, $0) }
        }.first
        let rows = board.rows.filter { $0.shown != nil }
        return BarChart(
            id: "groups", title: measure, note: chartNote, value: Axis(TurnoverWords.rate, format: .percent(1)),
            bars: rows.prefix(30).map {
                .init($0.name, $0.shown.map { Fraction($0).drawn } ?? .nan, n: $0.count?.people)
            },
            reference: mark ?? board.whole.shown.map { .init(Phrase(zh: "合计", en: "Whole"), Fraction($0).drawn) }
        ).html
    }

    private var chartNote: Phrase? {
        if question.grouping != .time, board.rows.count > 30 {
            return Phrase(
                zh: "图中显示离职率最高的 30 组，全部 \(board.rows.count) 组见导出文件。",
                en: "The 30 highest are drawn; all \(board.rows.count) are in the file.")
        }
        let sources = benchmarks.filter { $0.drawn(beside: question) != nil }.map(\.source)
        if !sources.isEmpty {
            let text = Set(sources).sorted().joined(separator: "；")
            return Phrase(zh: "基准来源：\(text)", en: "Benchmark from: \(text)")
        }
        guard !question.period.isWhole else { return nil }
        return Phrase(
            zh: "最后一个周期截至 \(question.through.iso)，尚未结束。",
            en: "The last period ends on \(question.through.iso) and is not over.")
    }

    func table(_ view: PageView) -> HTML {
        let isTime = question.grouping == .time
        let rows = isTime ? Array(board.rows.reversed()) : board.rows
        return HTML {
            DataTable(
                id: "rates", caption: isTime ? question.length.name : question.grouping.name,
                columns: [
                    TableColumn(isTime ? TurnoverWords.period : question.grouping.name),
                    TableColumn(TurnoverWords.rate, isNumber: true), TableColumn(question.kind.name, isNumber: true),
                    TableColumn(LeaverKind.voluntary.name, isNumber: true),
                    TableColumn(LeaverKind.involuntary.name, isNumber: true),
                    TableColumn(LeaverKind.regretted.name, isNumber: true),
                    TableColumn(TurnoverWords.opening, isNumber: true),
                    TableColumn(TurnoverWords.joiners, isNumber: true),
                    TableColumn(TurnoverWords.transfersIn, isNumber: true),
                    TableColumn(TurnoverWords.closing, isNumber: true),
                ],
                rows: rows.prefix(Self.most).enumerated().map { place, row in
                    TableRow(cells(row, id: "row-\(place)"), target: target(row))
                }, phone: .scrolls)
            if rows.count > Self.most {
                p(.class("hint")) {
                    Phrase(
                        zh: "此处显示前 \(Self.most) 行，全部 \(rows.count) 行见导出文件。",
                        en: "The first \(Self.most) rows are shown; all \(rows.count) are in the file.")
                }
            }
            if board.rows.contains(where: { $0.key == TurnoverBoard.merged }) {
                p(.class("hint")) {
                    Phrase(
                        zh: "不足 \(SmallGroups.least) 人的组合并显示；为避免由合计倒推，最小的可见组可能一并合并。",
                        en:
                            "Groups under \(SmallGroups.least) people are shown together; the smallest of the others may join them, so that nobody can be worked out from the whole."
                    )
                }
            }
        }
    }

    private func cells(_ row: TurnoverBoard.Row, id: String) -> [TableCell] {
        guard let count = row.count else {
            return [.words(row.name)] + Array(repeating: .unknown(TurnoverWords.tooFew), count: 9)
        }
        func cell(_ part: TurnoverPart) -> TableCell {
            TableCell(sortValue: Double(part.count(count, question.kind))) { number(id, part, row) }
        }
        return [
            .words(row.name), TableCell(sortValue: row.shown.map { Fraction($0).drawn }) { figure(id, row) },
            cell(.leavers), .count(count.voluntary), .count(count.involuntary), .count(count.regretted), cell(.opening),
            cell(.joiners), cell(.transfers), cell(.closing),
        ]
    }

    /// A unit is looked into on this board; every other row leads to its people.
    private func target(_ row: TurnoverBoard.Row) -> URLText? {
        guard row.count != nil else { return nil }
        if question.grouping == .unit, let unit = Int64(row.key), ID(unit) != question.unit,
            units.contains(where: { $0.id.rawValue == unit })
        {
            var deeper = question
            deeper.unit = ID(unit)
            return deeper.address("/turnover")
        }
        return nil
    }
}
