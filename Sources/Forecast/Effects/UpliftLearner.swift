import Foundation

/// Learns who gains most from a treatment: two models (one per group) and a ridge regression of the doubly robust pseudo-outcome
/// (Kennedy 2023), cross-fitted and averaged.
public struct UpliftLearner: Sendable {
    public struct Fit: Sendable {
        public let model: UpliftModel
        /// Per entry of ``rows`` by models that had not seen the row.
        public let heldOut: [Double]
        /// The training rows that were treated or are the comparison.
        public let rows: [Int]
    }

    public var foldCount: Int

    public init(foldCount: Int = 5) { self.foldCount = foldCount }

    static let directPenalties: [Double] = [100_000, 30_000, 10_000, 3_000, 1_000, 300, 100, 30]

    /// - Parameters: as for ``AIPW/estimate(_:rows:outcome:treatment:groups:seed:)``.
    /// - Throws: ``EffectRefusal``.
    public func fit(
        _ frame: Frame, rows: [Int], outcome: [Double], treatment: Treatment, seed: UInt64
    ) throws -> Fit {
        let rows = rows.filter { treatment.assignment[$0] != nil && !outcome[$0].isNaN }
        let isTreated = treatment.assignment.map { $0 == true }
        let counts = (rows.count { isTreated[$0] }, rows.count { !isTreated[$0] })
        guard min(counts.0, counts.1) >= AIPW.leastRows else {
            throw EffectRefusal.tooFewRows(treated: counts.0, control: counts.1, needed: AIPW.leastRows)
        }
        let isShare = rows.allSatisfy { outcome[$0] == 0 || outcome[$0] == 1 }
        // Folds with the same mix of treatment and outcome: two stratified deals, merged.
        let folds = Self.folds(rows: rows, outcome: outcome, treated: isTreated, count: foldCount, seed: seed)
        let fitting = try CrossFitting(frame, rows: rows, folds: folds)
        let propensity = try fitting.logistic(isTreated.map { $0 ? 1 : 0 }) { _ in true }
            .heldOut.map { min(0.99, max(0.01, probability(ofLogOdds: $0))) }
        func arm(_ value: Bool) throws -> CrossFitting.Fit {
            isShare
                ? try fitting.logistic(outcome) { isTreated[$0] == value }
                : try fitting.ridge(outcome, penalties: [100, 30, 10, 3, 1]) { isTreated[$0] == value }
        }
        let (with, without) = (try arm(true), try arm(false))
        var pseudo = [Double](repeating: .nan, count: frame.rowCount)
        for (index, row) in rows.enumerated() {
            let one = isShare ? probability(ofLogOdds: with.heldOut[index]) : with.heldOut[index]
            let two = isShare ? probability(ofLogOdds: without.heldOut[index]) : without.heldOut[index]
            let e = propensity[index]
            pseudo[row] =
                one - two + (isTreated[row] ? (outcome[row] - one) / e : -(outcome[row] - two) / (1 - e))
        }
        let direct = try fitting.ridge(pseudo, penalties: Self.directPenalties) { _ in true }
        let model = UpliftModel(
            schema: fitting.schema, isShare: isShare, treated: with.models, control: without.models,
            direct: direct.models)
        return Fit(
            model: model,
            heldOut: rows.indices.map {
                UpliftModel.blend(with.heldOut[$0], without.heldOut[$0], direct.heldOut[$0], isShare: isShare)
            }, rows: rows)
    }

    static func folds(rows: [Int], outcome: [Double], treated: [Bool], count: Int, seed: UInt64) -> Folds {
        let parts = [true, false].map { value in
            Folds.stratified(
                rows: rows.filter { treated[$0] == value }, outcome: outcome, count: count,
                seed: seed &+ (value ? 1 : 0))
        }
        return Folds(
            splits: parts[0].splits.compactMap { one in
                guard let two = parts[1].splits.first(where: { $0.fold == one.fold }) else { return nil }
                return Folds.Split(
                    repetition: 0, fold: one.fold, training: (one.training + two.training).sorted(),
                    held: (one.held + two.held).sorted())
            })
    }
}
