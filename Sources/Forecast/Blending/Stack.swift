/// Weights for several models' held-out scores, and what the weighted sum says about rows it was not fitted on.
struct Stack {
    /// From all rows; a model that does not pay for itself has weight 0.
    let final: BlendWeights
    /// Per row, from weights fitted on other folds; NaN where any model has none.
    let crossFitted: [Double]

    /// - Parameters:
    ///   - margins: per model, held-out log-odds per position in `rows`.
    init(_ margins: [[Double]], rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64) {
        let known = rows.indices.filter { index in margins.allSatisfy { !$0[index].isNaN } }
        let columns = margins.map { column in known.map { column[$0] } }
        let labels = known.map { outcome[rows[$0]] }
        let shares = weights.map { weights in known.map { weights[rows[$0]] } }
        let chosen = Self.select(columns, labels, shares)
        func fit(_ positions: [Int]?) -> BlendWeights {
            let own = BlendWeights(
                margins: chosen.map { model in positions.map { $0.map { columns[model][$0] } } ?? columns[model] },
                outcome: positions.map { $0.map { labels[$0] } } ?? labels,
                rowWeights: shares.map { shares in positions.map { $0.map { shares[$0] } } ?? shares }
            )
            var weights = [Double](repeating: 0, count: margins.count)
            for (model, weight) in zip(chosen, own.weights) { weights[model] = weight }
            return BlendWeights(weights: weights, intercept: own.intercept)
        }
        final = fit(nil)
        var crossed = [Double](repeating: .nan, count: rows.count)
        let folds = Folds.stratified(rows: Array(known.indices), outcome: labels, count: 5, seed: seed)
        for split in folds.splits {
            let weights = fit(split.training)
            for row in split.held { crossed[known[row]] = weights(columns, row: row) }
        }
        crossFitted = crossed
    }

    /// Starts from the best model and adds the one that helps most, as long as it lowers the loss by 0.05 % and by
    /// one and a half units of log-likelihood in all.
    private static func select(_ columns: [[Double]], _ labels: [Double], _ shares: [Double]?) -> [Int] {
        func loss(_ models: [Int]) -> Double {
            let own = models.map { columns[$0] }
            let weights = BlendWeights(margins: own, outcome: labels, rowWeights: shares)
            return meanLogLoss(
                margins: labels.indices.map { weights(own, row: $0) }, outcome: labels, weights: shares
            )
        }
        var chosen: [Int] = []
        var best = Double.infinity
        while chosen.count < columns.count {
            let tried = columns.indices.filter { !chosen.contains($0) }.map { (model: $0, loss: loss(chosen + [$0])) }
            guard let next = tried.min(by: { ($0.loss, $0.model) < ($1.loss, $1.model) }) else { break }
            let worth = best.isFinite ? max(0.0005 * best, 1.5 / Double(max(labels.count, 1))) : 0
            guard chosen.isEmpty || next.loss < best - worth else { break }
            chosen.append(next.model)
            best = next.loss
        }
        return chosen.sorted()
    }
}
