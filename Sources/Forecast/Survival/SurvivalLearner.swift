import Foundation

/// Time to event from facts: a discrete-time logistic hazard and boosted proportional hazards of several depths, standardised and
/// averaged. Everything is chosen inside the training rows.
public struct SurvivalLearner: Sendable {
    public enum Approach: String, Sendable, Codable, CaseIterable {
        /// All members.
        case auto
        /// The discrete-time logistic hazard alone.
        case logistic
        /// Boosted single splits: no interactions.
        case additive
        /// Boosted deeper trees.
        case boosted
    }

    /// How a member ranked training rows it had not seen.
    public struct Judged: Sendable, Codable, Equatable {
        public var name: String
        public var harrell: Double
    }

    public struct Fit: Sendable {
        public let model: SurvivalModel
        /// Risk per training row from members that had not seen it.
        public let heldOutRisk: [Double]
        public let members: [Judged]
    }

    public var approach: Approach
    public var resampling: Resampling
    public var foldCount: Int

    public init(approach: Approach = .auto, resampling: Resampling = .stratified, foldCount: Int = 5) {
        self.approach = approach
        self.resampling = resampling
        self.foldCount = foldCount
    }

    /// - Parameter outcome: per row of the frame; only `rows` are looked at.
    /// - Throws: ``ForecastRefusal/tooFewEvents(found:needed:)`` under 30 events, ``ForecastRefusal/noFeatures``.
    public func fit(_ frame: Frame, rows: [Int], outcome: SurvivalOutcome, seed: UInt64) throws -> Fit {
        let training = outcome.taking(rows)
        guard training.eventCount >= Outcome.leastEvents else {
            throw ForecastRefusal.tooFewEvents(found: training.eventCount, needed: Outcome.leastEvents)
        }
        let folds = SurvivalFolds.inner(frame, rows: rows, outcome: outcome, resampling, count: foldCount, seed: seed)
        let plan = self.plan
        let fitted = try Parallel.map(plan.count) { index -> (SurvivalModel.Member, [Double]) in
            switch plan[index] {
            case nil:
                let fit = try HazardLearner(resampling: resampling, foldCount: foldCount)
                    .fit(frame, rows: rows, outcome: outcome, folds: folds)
                return (.hazard(fit.model), fit.heldOut)
            case let settings?:
                let fit = try CoxLearner(settings: settings, resampling: resampling, foldCount: foldCount)
                    .fit(frame, rows: rows, outcome: outcome, folds: folds, seed: seed &+ UInt64(index))
                return (.cox(fit.model), fit.heldOut)
            }
        }
        // Time-ordered folds leave the earliest rows unjudged.
        let judged = rows.indices.filter { index in fitted.allSatisfy { !$0.1[index].isNaN } }
        let scales = fitted.map { Self.scale(judged.map($0.1.at)) }
        let scores = rows.indices.map { index in
            zip(fitted, scales).reduce(0) { $0 + ($1.0.1[index] - $1.1.mean) / $1.1.deviation } / Double(fitted.count)
        }
        let judgedOutcome = training.taking(judged)
        let likelihood = PartialLikelihood(judgedOutcome)
        // A score without any relation to the outcome keeps a tiny slope, so that ranks survive.
        let slope = max(0.01, likelihood.slope(judged.map { scores[$0] }))
        let steps = Self.thinned(likelihood.baseline(judged.map { slope * scores[$0] }))
        let model = SurvivalModel(
            features: frame.columns.map(\.name), members: fitted.map(\.0), scales: scales, slope: slope,
            times: steps.map(\.time), baseline: steps.map(\.hazard))
        return Fit(
            model: model, heldOutRisk: scores.map { slope * $0 },
            members: zip(plan, fitted).map { settings, fit in
                Judged(
                    name: settings.map { "cox_depth_\($0.depth)" } ?? "hazard_logistic",
                    harrell: Concordance.harrell(judgedOutcome, risk: judged.map { fit.1[$0] }))
            })
    }

    /// nil = the logistic hazard.
    private var plan: [BoostedSettings?] {
        switch approach {
        case .auto: [nil] + CoxLearner.candidates
        case .logistic: [nil]
        case .additive: [CoxLearner.candidates[0]]
        case .boosted: Array(CoxLearner.candidates.dropFirst())
        }
    }

    private static func scale(_ scores: [Double]) -> SurvivalModel.Scale {
        let count = Double(max(1, scores.count))
        let mean = scores.reduce(0, +) / count
        let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        return .init(mean: mean, deviation: variance > 1e-20 ? variance.squareRoot() : 1)
    }

    /// At most 200 steps, the last one kept.
    private static func thinned(_ steps: [(time: Double, hazard: Double)]) -> [(time: Double, hazard: Double)] {
        let most = 200
        guard steps.count > most else { return steps }
        return (1...most).map { steps[steps.count * $0 / most - 1] }
    }
}

extension Array {
    fileprivate func at(_ index: Int) -> Element { self[index] }
}
