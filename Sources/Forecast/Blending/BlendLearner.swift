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
        let stack = Stack(fits.map(\.heldOutMargins), rows: rows, outcome: outcome, weights: weights, seed: seed)
        return ValidatedFit(
            model: .blend(BlendModel(models: fits.map(\.model), blend: stack.final)),
            heldOutMargins: stack.crossFitted
        )
    }
}
