import Forecast
import Kernel

extension ModelReport {
    init(_ rows: TrainingRows, people: Int, seed: UInt64, shares: TierShares) {
        let days = Set(rows.days)
        self.init(
            scheme: .people, snapshots: days.count, firstSnapshot: days.min().map { Day(number: $0) },
            lastSnapshot: days.max().map { Day(number: $0) }, rows: rows.outcome.count, people: people,
            leavers: rows.leavers,
            baseRate: rows.outcome.isEmpty ? 0 : rows.outcome.reduce(0, +) / Double(rows.outcome.count),
            censored: rows.censored, announced: rows.announced, seed: Int(truncatingIfNeeded: seed), shares: shares)
    }

    /// Nothing is claimed unless ranking is better than chance, as far as its interval goes, and probabilities are
    /// better than the base rate for everybody.
    var verdict: ModelVerdict {
        guard let area = self[.rocAUC], let loss = self[.logLoss] else { return .nothing }
        guard let low = area.estimate.low, low > 0.5, loss.estimate.value < loss.reference else { return .nothing }
        return .predicts
    }

    mutating func describe(_ tree: TreeModel) {
        var branches: [Branch] = []
        tree.root.walk(tree, rule: Phrase(zh: "全部人员", en: "Everybody"), depth: 0) { branches.append($0) }
        self.tree = branches
        leaves = tree.rules.map { rule in
            Leaf(
                rule: rule.conditions.isEmpty
                    ? Phrase(zh: "全部人员", en: "Everybody")
                    : Phrase(
                        zh: rule.conditions.map(\.zh).joined(separator: "，且 "),
                        en: rule.conditions.map(\.en).joined(separator: " and ")),
                share: rule.leaf.rate, people: 0, leavers: 0, margin: rule.leaf.logOdds)
        }
    }
}
