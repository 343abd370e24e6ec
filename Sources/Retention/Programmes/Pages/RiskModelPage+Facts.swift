import Kernel
import Markup
import Shell

/// What the model looks at: the facts that matter, and the tree that can be read.
extension RiskModelPage {
    @HTMLBuilder var facts: HTML {
        if line.verdict == .predicts, !report.importance.isEmpty {
            let clear = report.importance.filter(\.isClear)
            if clear.isEmpty {
                h3 { Self.useful }
                p {
                    Phrase(
                        zh: "没有哪一项数据的作用能单独与偶然区分；各项合在一起的规律见下面的决策树。",
                        en: "No single fact is told from chance; what they say together stands in the tree below.")
                }
            } else {
                BarChart(
                    id: "importance", title: Self.useful,
                    note: Phrase(
                        zh: "打乱一项数据后区分能力下降多少；只列出区间高于 0 的数据项。",
                        en: "How much ranking is lost when a fact is shuffled; those whose interval lies above 0."),
                    value: Axis(Phrase(zh: "区分能力的下降", en: "Loss of ranking"), format: .decimal(3)),
                    bars: clear.prefix(12).map {
                        .init($0.name, max(0, $0.loss.value), low: $0.loss.low ?? .nan, high: $0.loss.high ?? .nan)
                    })
            }
            chance
        }
    }

    private static let useful = Phrase(zh: "哪些数据项最有用", en: "Which facts matter")

    /// Facts whose use may be chance, without a rank.
    @HTMLBuilder private var chance: HTML {
        let others = report.importance.filter { !$0.isClear && $0.loss.value > 0 }.prefix(8)
        if !others.isEmpty {
            DataTable(
                id: "chance", caption: Phrase(zh: "作用不能与偶然区分的数据项", en: "Facts whose use may be chance"),
                columns: [
                    TableColumn(Phrase(zh: "数据项", en: "Fact")),
                    TableColumn(Phrase(zh: "区分能力的下降", en: "Loss of ranking"), isNumber: true),
                    TableColumn(Phrase(zh: "95% 区间", en: "95% interval"), isNumber: true),
                ],
                rows: others.map { one in
                    TableRow([
                        .words(one.name), .number(one.loss.value, .decimal(3)),
                        .interval(one.loss.low ?? .nan, one.loss.high ?? .nan, .decimal(3)),
                    ])
                }, phone: .twoLines)
        }
    }

    @HTMLBuilder var tree: HTML {
        if line.verdict == .predicts, let root = TreeChart.Node(report.tree) {
            TreeChart(
                id: "tree", title: Phrase(zh: "一棵可读的决策树", en: "One readable tree"),
                note: Phrase(zh: "便于理解；评分由选用的模型给出。", en: "To understand it; scores come from the model chosen."),
                outcome: Phrase(zh: "\(horizon) 天内主动离职的比例", en: "Share that left by own wish within \(horizon) days"),
                root: root)
            RuleList(
                report.leaves.map {
                    .init(
                        $0.rule, share: $0.share,
                        covers: Phrase(
                            zh: "\($0.people) 人，其中 \($0.leavers) 人离开", en: "\($0.people) people, \($0.leavers) left"))
                })
        }
    }
}

extension TreeChart.Node {
    /// The tree of branches in order, each followed by what lies below it; nil for a tree that parts nobody.
    init?(_ branches: [ModelReport.Branch]) {
        guard branches.count > 1 else { return nil }
        var place = 0
        self = Self.read(branches, &place)
    }

    private static func read(_ branches: [ModelReport.Branch], _ place: inout Int) -> TreeChart.Node {
        let own = branches[place]
        place += 1
        var children: [TreeChart.Node] = []
        while place < branches.count, branches[place].depth > own.depth { children.append(read(branches, &place)) }
        return TreeChart.Node(own.rule, share: own.share, n: own.count, children: children)
    }
}
