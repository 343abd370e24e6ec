import Kernel
import Markup

/// What the result goes with: drivers, their curves, and the simple rule.
extension ReportBody {
    var drivers: ReportSection? {
        guard !document.drivers.isEmpty else { return nil }
        return ReportSection(id: "drivers", title: ReportWords.drivers, lead: leadingDrivers) {
            BarChart(
                id: "drivers-chart", title: ReportWords.driversTitle, note: ReportWords.driversExplained(document.task),
                value: Axis(ReportWords.importance, format: .decimal(3)),
                bars: document.drivers.prefix(12).map {
                    BarChart.Bar(
                        Phrase(verbatim: $0.column), $0.importance.value, low: $0.importance.low ?? .nan,
                        high: $0.importance.high ?? .nan)
                })
            let joined = document.drivers.filter { !$0.together.isEmpty }
            if !joined.isEmpty {
                ul(.class("hint")) {
                    for driver in joined {
                        li {
                            Phrase(
                                zh: "「\(driver.column)」与说明同一件事的列合并计算：\(driver.together.joined(separator: "、"))。",
                                en: "“\(driver.column)” is counted together with columns that say the same: "
                                    + "\(driver.together.joined(separator: ", ")).")
                        }
                    }
                }
            }
            if !document.curves.isEmpty {
                h3 { ReportWords.curvesTitle }
                p(.class("hint")) { ReportWords.curvesExplained }
                div(.class("grid")) {
                    for (index, curve) in document.curves.prefix(6).enumerated() { self.curve(curve, at: index) }
                }
            }
        }
    }

    /// The facts whose importance is clearly above nothing, at most three.
    private var leadingDrivers: Phrase {
        let clear = document.drivers.prefix(3).filter { $0.importance.value > 0 && ($0.importance.low ?? 1) > 0 }.map(
            \.column)
        guard !clear.isEmpty else {
            return Phrase(zh: "没有哪一列与结果有明确的关系。", en: "No column goes clearly with the outcome.")
        }
        return Phrase(
            zh: "与结果关系最大的是：\(clear.joined(separator: "、"))。",
            en: "Most closely tied to the outcome: \(clear.joined(separator: ", ")).")
    }

    private func curve(_ curve: CurveNote, at index: Int) -> HTML {
        let points = curve.points
        guard curve.isNumeric else {
            return BarChart(
                id: "curve-\(index + 1)", title: Phrase(verbatim: curve.column),
                value: Axis(words.predictedShare, format: .percent(1)),
                bars: points.map {
                    .init(
                        Phrase(verbatim: $0.label), $0.share.value, low: $0.share.low ?? .nan,
                        high: $0.share.high ?? .nan,
                        n: $0.count)
                }
            ).html
        }
        let isShare = !points.isEmpty && points.allSatisfy { $0.label.hasSuffix("%") }
        return LineChart(
            id: "curve-\(index + 1)", title: Phrase(verbatim: curve.column),
            x: Axis(Phrase(verbatim: curve.column), format: isShare ? .percent(0) : .plain),
            y: Axis(words.predictedShare, format: .percent(1), includesZero: true),
            series: [
                .init(
                    words.predictedShare,
                    points: points.map {
                        .init($0.x ?? .nan, $0.share.value, low: $0.share.low ?? .nan, high: $0.share.high ?? .nan)
                    })
            ]
        ).html
    }

    var rule: ReportSection? {
        guard let tree = document.tree, !tree.sentences.isEmpty else { return nil }
        return ReportSection(
            id: "rule", title: ReportWords.tree, lead: ReportWords.merit(of: tree, beside: document.metrics)
        ) {
            RuleList(
                tree.sentences.sorted { $0.rate > $1.rate }.map {
                    .init($0.words, share: $0.rate, covers: words.count($0.count))
                })
            if case .split = tree.root {
                TreeChart(
                    id: "tree-chart", title: ReportWords.treeTitle, outcome: words.share,
                    root: node(tree.root, rule: ReportWords.everyone))
            }
        }
    }

    private func node(_ node: TreeNote.Node, rule: Phrase) -> TreeChart.Node {
        switch node {
        case .leaf(let rate, let count): TreeChart.Node(rule, share: rate, n: count)
        case .split(let condition, let otherwise, let rate, let count, let yes, let no):
            TreeChart.Node(
                rule, share: rate, n: count,
                children: [self.node(yes, rule: condition), self.node(no, rule: otherwise ?? ReportWords.otherwise)])
        }
    }
}

extension TreeNote.Sentence {
    /// The conditions, or "everyone" for a tree without branches.
    var words: Phrase { text.zh.isEmpty && text.en.isEmpty ? ReportWords.everyone : text }
}
