/// Stacks logistic, additive and boosted models by held-out log loss.
public struct BlendLearner: ValidatingLearner {
    public var resampling: Resampling
    public var foldCount: Int

    public init(resampling: Resampling = .stratified, foldCount: Int = 5) {
        self.resampling = resampling
        self.foldCount = foldCount
    }

    public func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit {
        let fits = try members.map {
            try $0.fitValidated(frame, rows: rows, outcome: outcome, weights: weights, seed: seed)
        }
        return Self.blend(fits, rows: rows, outcome: outcome, weights: weights, seed: seed)
    }

    var members: [any ValidatingLearner] {
        [
            LogisticLearner(resampling: resampling, foldCount: foldCount),
            AdditiveLearner(resampling: resampling, foldCount: foldCount),
            BoostedLearner(resampling: resampling, foldCount: foldCount),
        ]
    }

    /// The held-out scores of the blend come from weights fitted on the other folds.
    static func blend(
        _ fits: [ValidatedFit], rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) -> ValidatedFit {
        let known = rows.indices.filter { index in fits.allSatisfy { !$0.heldOutMargins[index].isNaN } }
        let margins = fits.map { fit in known.map { fit.heldOutMargins[$0] } }
        let labels = known.map { outcome[rows[$0]] }
        let shares = weights.map { weights in known.map { weights[rows[$0]] } }
        let final = BlendWeights(margins: margins, outcome: labels, rowWeights: shares)
        var crossed = [Double](repeating: .nan, count: rows.count)
        let folds = Folds.stratified(rows: Array(known.indices), outcome: labels, count: 5, seed: seed)
        for split in folds.splits {
            let blend = BlendWeights(
                margins: margins.map { column in split.training.map { column[$0] } },
                outcome: split.training.map { labels[$0] }, rowWeights: shares.map { w in split.training.map { w[$0] } }
            )
            for row in split.held { crossed[known[row]] = blend(margins, row: row) }
        }
        return ValidatedFit(
            model: .blend(BlendModel(models: fits.map(\.model), blend: final)), heldOutMargins: crossed
        )
    }
}
