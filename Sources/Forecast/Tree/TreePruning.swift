/// Cost-complexity pruning (Breiman et al. 1984).
extension TreeGrower.Grown {
    /// Weighted impurity of the leaves and their number.
    private var cost: (impurity: Double, leaves: Int) {
        switch self {
        case .leaf(let tally): return (tally.impurity, 1)
        case .branch(_, _, let yes, let no):
            let (a, b) = (yes.cost, no.cost)
            return (a.impurity + b.impurity, a.leaves + b.leaves)
        }
    }

    /// Impurity saved per additional leaf.
    private var link: Double {
        let cost = cost
        return cost.leaves < 2 ? .infinity : (tally.impurity - cost.impurity) / Double(cost.leaves - 1)
    }

    private var weakestLink: Double {
        switch self {
        case .leaf: .infinity
        case .branch(_, _, let yes, let no): min(link, yes.weakestLink, no.weakestLink)
        }
    }

    /// The smallest subtree whose branches save more than `alpha` per additional leaf.
    func pruned(alpha: Double) -> Self {
        guard case .branch(let tally, let condition, let yes, let no) = self else { return self }
        let kept = Self.branch(tally, condition, yes: yes.pruned(alpha: alpha), no: no.pruned(alpha: alpha))
        return kept.link <= alpha ? .leaf(tally) : kept
    }

    /// The strengths at which the tree becomes smaller, rising from 0.
    var alphas: [Double] {
        var result = [0.0]
        var tree = pruned(alpha: 0)
        while case .branch = tree {
            let alpha = tree.weakestLink
            result.append(alpha)
            tree = tree.pruned(alpha: alpha)
        }
        return result
    }

    /// The readable tree.
    /// - Parameter prior: overall rate, towards which small leaves are drawn.
    func node(prior: Double) -> TreeNode {
        let tally = tally
        let rate = tally.total > 0 ? tally.positives / tally.total : prior
        // Two average rows, in units of rows whatever the weights.
        let unit = tally.count > 0 ? tally.total / Double(tally.count) : 1
        let facts = TreeLeaf(
            count: tally.count, rate: rate,
            probability: (tally.positives + 2 * unit * prior) / (tally.total + 2 * unit)
        )
        switch self {
        case .leaf: return .leaf(facts)
        case .branch(_, let condition, let yes, let no):
            return .branch(facts, condition: condition, yes: yes.node(prior: prior), no: no.node(prior: prior))
        }
    }
}
