/// A model together with what it said about training rows while they were held out.
public struct ValidatedFit: Sendable {
    public let model: FittedModel
    /// Log-odds per training row from models that did not see the row; NaN where no fold held it out.
    public let heldOutMargins: [Double]
    /// What `auto` compared; nil for a single learner.
    public let choice: ModelChoice?
    /// The models `auto` chose from, so that they can be judged on the same held-out rows; empty for a single learner.
    public let candidates: [ModelKind: FittedModel]

    public init(
        model: FittedModel, heldOutMargins: [Double], choice: ModelChoice? = nil,
        candidates: [ModelKind: FittedModel] = [:]
    ) {
        self.model = model
        self.heldOutMargins = heldOutMargins
        self.choice = choice
        self.candidates = candidates
    }
}

/// A learner whose choices come with held-out scores of its own training rows, for blending and calibration.
public protocol ValidatingLearner: Learner {
    /// Fits on `rows` and scores each of them by inner folds.
    func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit
}

extension ValidatingLearner {
    public func fit(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> any Model {
        try fitValidated(frame, rows: rows, outcome: outcome, weights: weights, seed: seed).model
    }
}

/// Sums held-out scores over repeats.
struct HeldOutScores {
    private let position: [Int: Int]
    private var sums: [Double]
    private var counts: [Int]

    init(rows: [Int]) {
        position = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        sums = [Double](repeating: 0, count: rows.count)
        counts = [Int](repeating: 0, count: rows.count)
    }

    mutating func add(_ margins: [Double], rows: [Int]) {
        for (margin, row) in zip(margins, rows) {
            let index = position[row]!
            sums[index] += margin
            counts[index] += 1
        }
    }

    /// Mean per row, NaN where nothing was held out.
    var means: [Double] {
        zip(sums, counts).map { $1 == 0 ? .nan : $0 / Double($1) }
    }
}
