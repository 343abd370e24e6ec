import Foundation

/// Fits tree, logistic, additive, boosted and their blend, and keeps the simplest that is as good as the best.
///
/// Compared by log loss of the same held-out rows. A simpler model is preferred when its paired difference from the
/// best is within one standard error and costs less than 0.1 % of the best loss; the blend, which weighs three
/// numbers only, counts as the most complex.
public struct AutoLearner: ValidatingLearner {
    public var resampling: Resampling
    public var foldCount: Int

    public init(resampling: Resampling = .stratified, foldCount: Int = 5) {
        self.resampling = resampling
        self.foldCount = foldCount
    }

    /// A simpler model may lose this share of log loss.
    static let tolerance = 0.001

    public func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit {
        let blend = BlendLearner(resampling: resampling, foldCount: foldCount)
        let tree = TreeLearner(resampling: resampling, foldCount: foldCount)
        let learners: [any ValidatingLearner] = [tree] + blend.members
        let fits = try learners.map {
            try $0.fitValidated(frame, rows: rows, outcome: outcome, weights: weights, seed: seed)
        }
        let blended = BlendLearner.blend(
            Array(fits.dropFirst()), rows: rows, outcome: outcome, weights: weights, seed: seed
        )
        let all = fits + [blended]
        let losses = all.map { fit in
            zip(fit.heldOutMargins, rows).map { $0.isNaN ? .nan : logLoss(margin: $0, outcome: outcome[$1]) }
        }
        let shares = rows.map { weights?[$0] ?? 1 }
        let means = losses.map { Self.mean($0, shares) }
        let best = means.indices.min { means[$0] < means[$1] }!
        let errors = losses.map { Self.error(zip($0, losses[best]).map(-), shares) }
        let chosen = means.indices.first { candidate in
            let difference = means[candidate] - means[best]
            return difference <= min(errors[candidate], Self.tolerance * means[best])
        }!
        return ValidatedFit(
            model: all[chosen].model, heldOutMargins: all[chosen].heldOutMargins,
            choice: ModelChoice(
                chosen: ModelKind.allCases[chosen],
                candidates: ModelKind.allCases.indices.map {
                    .init(kind: ModelKind.allCases[$0], logLoss: means[$0], differenceError: errors[$0])
                },
                blend: chosen == all.count - 1 ? blended.model.blendShares : [:]
            ),
            candidates: Dictionary(uniqueKeysWithValues: zip(ModelKind.allCases, all.map(\.model)))
        )
    }

    private static func mean(_ values: [Double], _ shares: [Double]) -> Double {
        var (sum, total) = (0.0, 0.0)
        for (value, share) in zip(values, shares) where !value.isNaN {
            sum += share * value
            total += share
        }
        return sum / total
    }

    private static func error(_ values: [Double], _ shares: [Double]) -> Double {
        let mean = mean(values, shares)
        var (squares, total) = (0.0, 0.0)
        for (value, share) in zip(values, shares) where !value.isNaN {
            squares += share * share * (value - mean) * (value - mean)
            total += share
        }
        return squares.squareRoot() / total
    }
}
