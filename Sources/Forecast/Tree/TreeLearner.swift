/// One readable tree: Gini, depth ≤ 4, leaves of at least 2 % or of 20 rows, pruned; inner folds decide both.
public struct TreeLearner: ValidatingLearner {
    public var resampling: Resampling
    public var maximumDepth: Int
    /// Whether both outcomes weigh the same in total while growing.
    public var balanced: Bool
    public var foldCount: Int
    /// The leaves that are tried: each holds at least one in so many rows, and 20; the largest first.
    public var leafShares = [50, Int.max]
    /// Smaller leaves, and a smaller tree, must lower the held-out loss by this share: what is told apart steadily
    /// is worth showing even when it hardly pays.
    public var worth = 0.005

    public init(
        resampling: Resampling = .stratified, maximumDepth: Int = 4, balanced: Bool = false, foldCount: Int = 5
    ) {
        self.resampling = resampling
        self.maximumDepth = maximumDepth
        self.balanced = balanced
        self.foldCount = foldCount
    }

    public func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit {
        try Outcome.check(outcome, rows: rows)
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let schema = FeatureSchema(frame)
        let columns = try schema.resolve(frame)
        let hasMissing = columns.map { column in rows.contains { column.isMissing($0) } }
        let weights = self.weights(rows, outcome, weights)
        let folds = resampling.folds(frame, rows: rows, outcome: outcome, count: foldCount, seed: seed)
        let parts = [rows] + folds.splits.map(\.training)
        let labels = rows.map { outcome[$0] }
        let shares = rows.map { weights[$0] }
        var best: (tree: TreeGrower.Grown, alpha: Double, loss: Double, margins: [Double])?
        for share in leafShares {
            let grown = try Parallel.map(parts.count) { part in
                TreeGrower(
                    columns: columns, levelCounts: schema.levelCounts, outcome: outcome, weights: weights,
                    maximumDepth: maximumDepth, leastLeaf: max(20, parts[part].count / share)
                )
                .grow(parts[part])
            }
            // Strengths per unit of weight, so that they mean the same in every part.
            let total = grown[0].tally.total
            let alphas = grown[0].alphas.map { $0 / total }
            for (index, alpha) in alphas.enumerated() {
                // Geometric mean with the next strength: the middle of the range in which this tree is best.
                let tried = index + 1 < alphas.count ? (alpha * alphas[index + 1]).squareRoot() : alpha
                var scores = HeldOutScores(rows: rows)
                for (split, tree) in zip(folds.splits, grown.dropFirst()) {
                    let model = Self.model(tree, alpha: tried, schema: schema, hasMissing: hasMissing)
                    scores.add(try model.margins(frame, rows: split.held), rows: split.held)
                }
                let margins = scores.means
                let loss = meanLogLoss(margins: margins, outcome: labels, weights: shares)
                if loss <= (best?.loss ?? .infinity) * (1 - worth) { best = (grown[0], tried, loss, margins) }
            }
        }
        guard let best else { throw ForecastRefusal.unusableInnerFolds }
        let model = Self.model(best.tree, alpha: best.alpha, schema: schema, hasMissing: hasMissing)
        return ValidatedFit(model: .tree(model), heldOutMargins: best.margins)
    }

    private static func model(
        _ grown: TreeGrower.Grown, alpha: Double, schema: FeatureSchema, hasMissing: [Bool]
    ) -> TreeModel {
        let prior = grown.tally.positives / grown.tally.total
        // Without both outcomes there is nothing to tell apart; keep the log-odds finite.
        let bounded = min(max(prior, 1e-4), 1 - 1e-4)
        let pruned = grown.pruned(alpha: alpha * grown.tally.total)
        return TreeModel(schema: schema, root: pruned.node(prior: bounded), alpha: alpha, hasMissing: hasMissing)
    }

    private func weights(_ rows: [Int], _ outcome: [Double], _ weights: [Double]?) -> [Double] {
        var result = weights ?? [Double](repeating: 1, count: outcome.count)
        guard balanced else { return result }
        let total = rows.reduce(0) { $0 + result[$1] }
        let positives = rows.reduce(0) { $0 + result[$1] * outcome[$1] }
        for row in rows { result[row] *= total / (2 * (outcome[row] == 1 ? positives : total - positives)) }
        return result
    }
}

extension FeatureSchema {
    /// Number of levels per feature, nil for numbers.
    var levelCounts: [Int?] {
        features.map {
            if case .categorical(let levels) = $0.kind { levels.count } else { nil }
        }
    }
}
