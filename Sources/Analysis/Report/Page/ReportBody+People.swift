import Foundation
import Kernel
import Markup

/// Who: the tiers, the list, and how the first of the list came about.
extension ReportBody {
    var tiers: ReportSection? {
        guard !document.tiers.isEmpty else { return nil }
        return ReportSection(
            id: "tiers", title: ReportWords.tiers, lead: ReportWords.reach(of: document.tiers, words)
        ) {
            BarChart(
                id: "tiers-chart",
                title: Phrase(zh: "各层\(words.actualShare.zh)的比例", en: "\(words.actualShare.en), by tier"),
                note: ReportWords.whiskers, value: Axis(words.actualShare, format: .percent(1)),
                bars: document.tiers.map {
                    BarChart.Bar(
                        $0.tier.phrase, $0.actual.value, low: $0.actual.low ?? .nan, high: $0.actual.high ?? .nan,
                        n: $0.count, tier: $0.tier.mark)
                },
                reference: document.size.baseRate.isFinite ? .init(ReportWords.overall, document.size.baseRate) : nil)
            figures(
                ReportWords.tiersTable,
                [
                    TableColumn(ReportWords.tier), number(ReportWords.count), number(ReportWords.predicted),
                    number(words.actualShare), number(ReportWords.interval), TableColumn(ReportWords.inWords),
                ],
                document.tiers.map { tier in
                    TableRow([
                        TableCell { TierBadge(tier.tier.mark) }, .count(tier.count),
                        .number(tier.predicted, .percent(1)),
                        .number(tier.actual.value, .percent(1)), .interval(tier.actual, .percent(1)),
                        .words(words.ofAHundred(tier.actual.value)),
                    ])
                })
        }
    }

    var riskList: ReportSection? {
        guard let list = document.riskList else { return nil }
        return ReportSection(id: "risk-list", title: ReportWords.riskList, lead: list.explanation) {
            if list.rows.isEmpty {
                EmptyState(title: ReportWords.emptyList)
            } else {
                if document.isNoBetterThanLuck { Notice(.warning) { p { ReportWords.listIsLuck } } }
                DataTable(
                    caption: ReportWords.shown(min(list.rows.count, HTMLReport.listRows), of: list.rows.count),
                    columns: [TableColumn(who(list)), TableColumn(ReportWords.reasons)]
                        + (list.tellsOutcomes ? [TableColumn(ReportWords.known)] : []) + [number(words.chance)],
                    rows: list.rows.prefix(HTMLReport.listRows).enumerated().map { listed($1, at: $0, in: list) })
                if list.rows.count > HTMLReport.listRows { p(.class("hint")) { ReportWords.restOfList } }
                waterfalls(list)
            }
        }
    }

    private func who(_ list: RiskListNote) -> Phrase {
        list.identifying.isEmpty ? ReportWords.line : Phrase(verbatim: list.identifying.joined(separator: " · "))
    }

    private func listed(_ row: RiskListNote.Row, at index: Int, in list: RiskListNote) -> TableRow {
        let identity = row.identity.filter { !$0.isEmpty }
        let line = Phrase(zh: "第 \(row.line) 行", en: "line \(row.line)")
        let who = TableCell {
            if identity.isEmpty {
                line
            } else {
                identity.joined(separator: " · ")
                small(.class("second")) { line }
            }
        }
        let reasons = TableCell {
            DirectedReasons(row.reasons.prefix(3).map { .init($0.text, raises: $0.contribution >= 0) })
        }
        let chance =
            TableCell(sortValue: row.probability) {
                span(.class("outlook")) {
                    TierBadge(row.tier.mark)
                    Figure(
                        id: "why-row-\(index + 1)", value: NumberFormat.percent(0).phrase(row.probability),
                        reason: whyProbability(row))
                    small(.class("second")) { words.ofAHundred(row.probability) }
                }
            }
        return TableRow([who, reasons] + (list.tellsOutcomes ? [.words(words.known(row.left))] : []) + [chance])
    }

    private func whyProbability(_ row: RiskListNote.Row) -> Reason {
        Reason(
            formula: ReportWords.sumOfContributions,
            inputs: [.init(ReportWords.start, NumberFormat.decimal(2).phrase(row.base))]
                + parts(row, atMost: 4).map { .init($0.label, NumberFormat.signed(2).phrase($0.amount)) })
    }

    /// The contributions by size, the small ones drawn together.
    private func parts(_ row: RiskListNote.Row, atMost limit: Int) -> [WaterfallChart.Contribution] {
        let all = zip(document.facts, row.contributions).sorted { abs($0.1) > abs($1.1) }
        var parts = all.prefix(limit).map { WaterfallChart.Contribution(Phrase(verbatim: $0.0), $0.1) }
        let rest = all.dropFirst(limit)
        if !rest.isEmpty {
            parts.append(
                .init(
                    Phrase(zh: "其余 \(rest.count) 项", en: rest.count == 1 ? "1 other" : "\(rest.count) others"),
                    rest.reduce(0) { $0 + $1.1 }))
        }
        return parts
    }

    @HTMLBuilder private func waterfalls(_ list: RiskListNote) -> HTML {
        let rows = list.rows.prefix(3).filter {
            $0.contributions.count == document.facts.count && !document.facts.isEmpty
        }
        if !rows.isEmpty {
            details(.class("more")) {
                summary {
                    Phrase(zh: "前 \(rows.count) 行的可能性是怎样得来的", en: "How the first \(rows.count) chances came about")
                }
                for (index, row) in rows.enumerated() {
                    WaterfallChart(
                        id: "waterfall-\(index + 1)",
                        title: Phrase(
                            verbatim: ([row.identity.joined(separator: " · ")]).filter { !$0.isEmpty }.first
                                ?? "\(row.line)"),
                        note: ReportWords.waterfall(from: row.base, to: row.probability),
                        base: .init(ReportWords.start, row.base), contributions: parts(row, atMost: 6),
                        resultLabel: ReportWords.total)
                }
            }
        }
    }
}

extension Tier {
    /// The same step as the parts of a page name it.
    var mark: Markup.Tier {
        switch self {
        case .veryHigh: .veryHigh
        case .high: .high
        case .medium: .medium
        case .low: .low
        case .veryLow: .veryLow
        }
    }
}
