import Foundation

/// XGBoost at three depths with common early stopping, averaged over the models of inner folds and stacked.
///
/// A depth joins the stack only when held-out log loss says it pays for itself.
public struct BoostedLearner: ValidatingLearner {
    public var resampling: Resampling
    public var foldCount: Int
    /// The settings tried; nil = a small search that fits the number of rows.
    public var candidates: [BoostedSettings]?

    public init(
        resampling: Resampling = .stratified, foldCount: Int = 5,
        candidates: [BoostedSettings]? = nil
    ) {
        self.resampling = resampling
        self.foldCount = foldCount
        self.candidates = candidates
    }

    public func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit {
        try Outcome.check(outcome, rows: rows)
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let schema = FeatureSchema(frame)
        let candidates = candidates ?? BoostedSettings.candidates(rowCount: rows.count)
        let task = BoostedTask(
            columns: try schema.resolve(frame), schema: schema, outcome: outcome, weights: weights, seed: seed
        )
        let splits = resampling.folds(frame, rows: rows, outcome: outcome, count: foldCount, seed: seed).splits
        guard !splits.isEmpty else { throw ForecastRefusal.unusableInnerFolds }
        let folds = try Parallel.map(splits.count) { task.prepare(splits[$0], stream: UInt64($0)) }
        let ensembles = try Parallel.map(candidates.count) { try task.train(folds, candidates[$0]) }
        let held = ensembles.map { ensemble in
            var scores = HeldOutScores(rows: rows)
            for (split, margins) in zip(splits, ensemble.heldMargins) { scores.add(margins, rows: split.held) }
            return scores.means
        }
        let stack = Stack(held, rows: rows, outcome: outcome, weights: weights, seed: seed)
        let encodings: [TreeEncoding]
        let members: [BoostedModel.Member]
        let kept = stack.final.weights.indices.filter { stack.final.weights[$0] > 0 }
        if resampling.foldsCoverAllRows {
            encodings = folds.map(\.encoding)
            members = try kept.flatMap { candidate in
                try folds.indices.map { fold in
                    try BoostedModel.Member(
                        encoding: fold, weight: stack.final.weights[candidate] / Double(folds.count),
                        json: ensembles[candidate].boosters[fold]
                    )
                }
            }
        } else {
            let refits = try Parallel.map(kept.count) { index in
                try task.refit(
                    rows, candidates[kept[index]], rounds: ensembles[kept[index]].rounds, stream: UInt64(1000 + index)
                )
            }
            encodings = refits.map(\.encoding)
            members = try refits.indices.map { index in
                try BoostedModel.Member(
                    encoding: index, weight: stack.final.weights[kept[index]], json: refits[index].booster
                )
            }
        }
        let model = BoostedModel(
            schema: schema, encodings: encodings, members: members, intercept: stack.final.intercept
        )
        return ValidatedFit(model: .boosted(model), heldOutMargins: stack.crossFitted)
    }
}
