import Kernel

/// Fits a learner on the training part of every split and scores the rows held out.
///
/// Everything that looks at outcomes (search, pruning, encoding, blending, calibration) happens inside the training
/// part: a held-out row influences nothing but its own line of the result.
public struct CrossValidation: Sendable {
    public var learner: any ValidatingLearner
    public var folds: Folds
    public var calibrates: Bool
    /// Whether the models of the first repeat stay at hand, to explain the rows they had not seen.
    public var keepsFirstModels: Bool

    public init(
        _ learner: any ValidatingLearner, folds: Folds, calibrates: Bool = true, keepsFirstModels: Bool = false
    ) {
        self.learner = learner
        self.folds = folds
        self.calibrates = calibrates
        self.keepsFirstModels = keepsFirstModels
    }

    /// - Parameters:
    ///   - progress: called after each split with the number done, from any core; may throw to stop the rest
    ///     (the error, for instance `CancellationError`, comes out of this call).
    /// - Throws: ``ForecastRefusal``.
    public func run(
        _ frame: Frame, outcome: [Double], weights: [Double]? = nil, seed: UInt64,
        progress: @Sendable (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
    ) throws -> CrossValidated {
        guard !folds.splits.isEmpty, folds.splits.allSatisfy({ !$0.training.isEmpty && !$0.held.isEmpty }) else {
            throw ForecastRefusal.unusableFolds(
                reason: Phrase(
                    zh: "有的折没有训练记录或没有留出记录；请检查折号或测试起点。",
                    en: "A fold has nothing to learn from or nothing to judge on; check fold numbers or the test start."
                )
            )
        }
        for split in folds.splits {
            try Outcome.check(outcome, rows: split.training)
            // Of all rows thirty events are asked for; a fold holds some of them back.
            try Outcome.checkEvents(outcome, rows: split.training + split.held)
            try Outcome.checkEvents(outcome, rows: split.training, needed: Outcome.leastEvents / 2)
        }
        let tally = ProgressTally(of: folds.splits.count)
        let results = try Parallel.map(folds.splits.count) { index in
            try tally.check()
            do {
                let split = folds.splits[index]
                let fitted = try fit(frame, rows: split.training, outcome: outcome, weights: weights, seed: seed)
                let raw = try fitted.fit.model.margins(frame, rows: split.held)
                let result = CrossValidated.Part(
                    split: split, rawMargins: raw, margins: raw.map { fitted.calibration.calibrator($0) },
                    choice: fitted.fit.choice, kind: fitted.fit.model.kind, calibrator: fitted.calibration.calibrator,
                    candidates: try fitted.fit.candidates.mapValues { try $0.margins(frame, rows: split.held) },
                    model: keepsFirstModels && split.repetition == 0
                        ? CalibratedModel(model: fitted.fit.model, calibrator: fitted.calibration.calibrator) : nil
                )
                try tally.finish(progress)
                return result
            } catch {
                tally.stop(error)
                throw error
            }
        }
        return CrossValidated(parts: results)
    }

    /// One model of all given rows, calibrated by its held-out scores.
    public func fitFinal(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]? = nil, seed: UInt64
    ) throws -> FinalFit {
        try Outcome.check(outcome, rows: rows)
        try Outcome.checkEvents(outcome, rows: rows)
        let fitted = try fit(frame, rows: rows, outcome: outcome, weights: weights, seed: seed)
        return FinalFit(
            model: CalibratedModel(model: fitted.fit.model, calibrator: fitted.calibration.calibrator),
            validated: fitted.fit, calibration: fitted.calibration
        )
    }

    private func fit(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> (fit: ValidatedFit, calibration: CalibrationFit) {
        let fit = try learner.fitValidated(frame, rows: rows, outcome: outcome, weights: weights, seed: seed)
        let calibration = Calibrator.fit(
            margins: calibrates ? fit.heldOutMargins : [], outcome: calibrates ? rows.map { outcome[$0] } : [],
            weights: calibrates ? weights.map { weights in rows.map { weights[$0] } } : nil, seed: seed
        )
        return (fit, calibration)
    }
}

/// A model of all rows, ready to be stored and used.
public struct FinalFit: Sendable {
    public let model: CalibratedModel
    public let validated: ValidatedFit
    public let calibration: CalibrationFit
}
