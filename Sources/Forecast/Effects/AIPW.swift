import Foundation

/// The average effect adjusted for facts, doubly robust: right when either the model of who is treated or the model of the outcome
/// is right (Robins, Rotnitzky and Zhao 1994), with cross-fitting (Chernozhukov et al. 2018).
///
/// ψᵢ = m₁(xᵢ) − m₀(xᵢ) + Tᵢ (yᵢ − m₁(xᵢ)) / e(xᵢ) − (1 − Tᵢ)(yᵢ − m₀(xᵢ)) / (1 − e(xᵢ)); effect = mean ψ, error = sd ψ / √n.
public struct AIPW: Sendable {
    /// The fewest rows per group.
    public static let leastRows = 40
    /// Less overlap than this is refused.
    public static let leastOverlap = 0.5
    /// A row is left out when its chance of treatment is below this part of the overall chance, or its chance of no treatment
    /// below this part of the overall one; at equal groups: outside 0.05 … 0.95 (Crump et al. 2009 in spirit).
    public static let trimmedPart = 0.1

    public var foldCount: Int

    public init(foldCount: Int = 5) { self.foldCount = foldCount }

    /// - Parameters:
    ///   - frame: the facts known before the treatment, without treatment and outcome.
    ///   - outcome: per row; 0/1 is modelled by logistic, other numbers by ridge regression.
    ///   - groups: rows that belong together (one person several times): errors are clustered by it.
    /// - Throws: ``EffectRefusal``.
    public func estimate(
        _ frame: Frame, rows: [Int], outcome: [Double], treatment: Treatment, groups: [Int]? = nil, seed: UInt64
    ) throws -> EffectEstimate {
        let scores = try self.scores(
            frame, rows: rows, outcome: outcome, treatment: treatment, groups: groups, seed: seed)
        let used = scores.kept
        let count = Double(used.count)
        let value = used.reduce(0) { $0 + scores.pseudo[$1] } / count
        let spread = NormalDistribution.z95 * standardError(used, scores, mean: value, groups: groups)
        let (treated, control) = (
            scores.rows.filter { treatment.assignment[$0]! }, scores.rows.filter { !treatment.assignment[$0]! }
        )
        return EffectEstimate(
            design: .adjusted, scale: scores.isShare ? .share : .mean,
            effect: IntervalEstimate(value: value, low: value - spread, high: value + spread),
            naive: RandomisedEffect.difference(
                treated.map { outcome[$0] }, control.map { outcome[$0] }, isShare: scores.isShare),
            treatedCount: treated.count, controlCount: control.count,
            overlap: count / Double(scores.rows.count), trimmed: scores.rows.count - used.count,
            balance: CovariateBalance.table(
                frame, rows: scores.rows, treated: scores.rows.map { treatment.assignment[$0]! },
                weights: scores.weights))
    }

    private func standardError(_ used: [Int], _ scores: Scores, mean: Double, groups: [Int]?) -> Double {
        let count = Double(used.count)
        guard let groups else {
            let squares = used.reduce(0) { $0 + (scores.pseudo[$1] - mean) * (scores.pseudo[$1] - mean) }
            return (squares / (count * (count - 1))).squareRoot()
        }
        var sums: [Int: Double] = [:]
        for index in used { sums[groups[scores.rows[index]], default: 0] += scores.pseudo[index] - mean }
        let clusters = Double(sums.count)
        // In the order of keys, so that rounding does not depend on hashing.
        let squares = sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        return (squares * clusters / (clusters - 1)).squareRoot() / count
    }

    /// Cross-fitted parts of the estimate, per entry of `rows`.
    struct Scores: Sendable {
        let rows: [Int]
        let isShare: Bool
        /// ψ.
        let pseudo: [Double]
        let propensity: [Double]
        /// Inverse propensity weights, 0 for trimmed rows.
        let weights: [Double]
        /// Positions of rows with overlap.
        let kept: [Int]
    }

    func scores(
        _ frame: Frame, rows: [Int], outcome: [Double], treatment: Treatment, groups: [Int]?, seed: UInt64
    ) throws -> Scores {
        let rows = rows.filter { treatment.assignment[$0] != nil && !outcome[$0].isNaN }
        let treated = treatment.assignment.map { $0 == true ? 1.0 : 0 }
        let treatedCount = rows.count { treated[$0] == 1 }
        guard min(treatedCount, rows.count - treatedCount) >= Self.leastRows else {
            throw EffectRefusal.tooFewRows(
                treated: treatedCount, control: rows.count - treatedCount, needed: Self.leastRows)
        }
        let isShare = rows.allSatisfy { outcome[$0] == 0 || outcome[$0] == 1 }
        let folds =
            groups.map { Folds.grouped(rows: rows, groups: $0, outcome: treated, count: foldCount, seed: seed) }
            ?? .stratified(rows: rows, outcome: treated, count: foldCount, seed: seed)
        // Selection is rarely a straight line; with few rows more columns cost more than they bring.
        let facts = rows.count >= 300 ? frame.addingHinges(rows: rows) : frame
        let fitting = try CrossFitting(facts, rows: rows, folds: folds)
        let propensity = try fitting.logistic(treated) { _ in true }.heldOut.map(probability(ofLogOdds:))
        func arm(_ value: Double) throws -> [Double] {
            if isShare {
                return try fitting.logistic(outcome) { treated[$0] == value }.heldOut.map(probability(ofLogOdds:))
            }
            return try fitting.ridge(outcome, penalties: [100, 30, 10, 3, 1]) { treated[$0] == value }.heldOut
        }
        let (with, without) = (try arm(1), try arm(0))
        let share = Double(treatedCount) / Double(rows.count)
        let kept = rows.indices.filter {
            propensity[$0] >= Self.trimmedPart * share && 1 - propensity[$0] >= Self.trimmedPart * (1 - share)
        }
        let keptTreated = kept.count { treated[rows[$0]] == 1 }
        guard Double(kept.count) >= Self.leastOverlap * Double(rows.count),
            min(keptTreated, kept.count - keptTreated) >= Self.leastRows / 2
        else { throw EffectRefusal.noOverlap(share: Double(kept.count) / Double(rows.count)) }
        var weights = [Double](repeating: 0, count: rows.count)
        for index in kept {
            weights[index] = treated[rows[index]] == 1 ? 1 / propensity[index] : 1 / (1 - propensity[index])
        }
        let pseudo = rows.indices.map { index in
            let y = outcome[rows[index]]
            let correction =
                treated[rows[index]] == 1
                ? (y - with[index]) / propensity[index] : -(y - without[index]) / (1 - propensity[index])
            return with[index] - without[index] + correction
        }
        return Scores(
            rows: rows, isShare: isShare, pseudo: pseudo, propensity: propensity, weights: weights, kept: kept)
    }
}
