import Foundation

/// XGBoost with a small search, early stopping and averaging over inner folds.
public struct BoostedLearner: ValidatingLearner {
    public var resampling: Resampling
    public var foldCount: Int
    /// Repeats of the inner folds; nil = more for small data.
    public var repeats: Int?

    public init(resampling: Resampling = .stratified, foldCount: Int = 5, repeats: Int? = nil) {
        self.resampling = resampling
        self.foldCount = foldCount
        self.repeats = repeats
    }

    public func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit {
        try Outcome.check(outcome, rows: rows)
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let schema = FeatureSchema(frame)
        let task = BoostedTask(
            columns: try schema.resolve(frame), schema: schema, outcome: outcome, weights: weights, seed: seed
        )
        let folds = resampling.folds(
            rows: rows, outcome: outcome, count: foldCount,
            repeats: repeats ?? (rows.count < 2500 ? 3 : rows.count < 8000 ? 2 : 1), seed: seed
        )
        guard !folds.splits.isEmpty else { throw ForecastRefusal.unusableInnerFolds }
        let settings = try Self.search(task, folds, rowCount: rows.count).with(rate: 0.04)
        let fitted = try Parallel.map(folds.splits.count) { index in
            try task.fit(folds.splits[index], settings, stream: UInt64(index))
        }
        var scores = HeldOutScores(rows: rows)
        for (split, fit) in zip(folds.splits, fitted) { scores.add(fit.heldMargins, rows: split.held) }
        var members = try fitted.map { try $0.member() }
        if !resampling.foldsCoverAllRows {
            let rounds = fitted.last?.rounds ?? 1
            members = try Parallel.map(3) { index in
                try task.fit(rows, settings, rounds: rounds, stream: UInt64(1000 + index))
            }
        }
        let model = BoostedModel(schema: schema, members: members, settings: settings)
        return ValidatedFit(model: .boosted(model), heldOutMargins: scores.means)
    }

    /// The candidate with the least loss on the first folds.
    private static func search(_ task: BoostedTask, _ folds: Folds, rowCount: Int) throws -> BoostedSettings {
        // The last windows of time-ordered folds are the largest and closest to what is to be predicted.
        let judged = Array(folds.splits.suffix(min(folds.splits.count, rowCount < 10_000 ? 5 : 2)))
        func best(_ candidates: [BoostedSettings]) throws -> BoostedSettings {
            guard candidates.count > 1 else { return candidates[0] }
            let losses = try Parallel.map(judged.count) { index in
                try candidates.map { try task.fit(judged[index], $0, stream: UInt64(index)).loss }
            }
            let sums = candidates.indices.map { candidate in losses.reduce(0) { $0 + $1[candidate] } }
            return candidates[sums.indices.min { sums[$0] < sums[$1] }!]
        }
        let shape = try best(BoostedSettings.candidates)
        var coded = shape
        coded.codes = true
        return try best(task.mayHoldCodes ? [shape, coded] : [shape])
    }
}

/// The rows and outcomes a boosted model is trained on.
struct BoostedTask: Sendable {
    let columns: [ResolvedColumn]
    let schema: FeatureSchema
    let outcome: [Double]
    let weights: [Double]?
    let seed: UInt64

    struct Fit: Sendable {
        let encoding: TreeEncoding
        let booster: Booster
        let rounds: Int
        let loss: Double
        let heldMargins: [Double]

        func member() throws -> BoostedModel.Member {
            try BoostedModel.Member(encoding: encoding, json: String(decoding: booster.json(), as: UTF8.self))
        }
    }

    var mayHoldCodes: Bool { schema.features.contains { $0.kind == .numeric } }

    /// Learns from the training rows of a split, stopped by its held-out rows.
    func fit(_ split: Folds.Split, _ settings: BoostedSettings, stream: UInt64) throws -> Fit {
        let own = SeededRandom(seed: seed).stream(stream)
        var random = own
        let seed = random.next()
        let (encoding, matrix) = encode(split.training, settings, seed)
        let training = try dmatrix(matrix, split.training)
        let held = try dmatrix(encoding.encode(columns, rows: split.held), split.held)
        let labels = split.held.map { outcome[$0] }
        let shares = weights.map { weights in split.held.map { weights[$0] } }
        let trained = try Booster.train(
            on: training, parameters: settings.parameters(baseRate: baseRate(split.training), seed: seed),
            rounds: settings.mostRounds, watching: held, patience: settings.patience
        ) { margins in
            meanLogLoss(margins: margins.map(Double.init), outcome: labels, weights: shares)
        }
        return Fit(
            encoding: encoding, booster: trained.booster, rounds: trained.rounds, loss: trained.loss,
            heldMargins: try trained.booster.margins(held).map(Double.init)
        )
    }

    /// Learns from all rows for a fixed number of rounds.
    func fit(_ rows: [Int], _ settings: BoostedSettings, rounds: Int, stream: UInt64) throws -> BoostedModel.Member {
        var random = SeededRandom(seed: seed).stream(stream)
        let seed = random.next()
        let (encoding, matrix) = encode(rows, settings, seed)
        let trained = try Booster.train(
            on: dmatrix(matrix, rows), parameters: settings.parameters(baseRate: baseRate(rows), seed: seed),
            rounds: rounds
        )
        return try BoostedModel.Member(
            encoding: encoding, json: String(decoding: trained.booster.json(), as: UTF8.self)
        )
    }

    private func encode(
        _ rows: [Int], _ settings: BoostedSettings, _ seed: UInt64
    ) -> (encoding: TreeEncoding, matrix: DenseMatrix) {
        TreeEncoding.fit(
            columns, schema: schema, rows: rows, outcome: outcome, weights: weights, codes: settings.codes, seed: seed
        )
    }

    private func dmatrix(_ matrix: DenseMatrix, _ rows: [Int]) throws -> DMatrix {
        try DMatrix(
            matrix, labels: rows.map { Float(outcome[$0]) }, weights: weights.map { w in rows.map { Float(w[$0]) } }
        )
    }

    private func baseRate(_ rows: [Int]) -> Double {
        let events = rows.reduce(0) { $0 + outcome[$1] } / Double(rows.count)
        return min(max(events, 0.001), 0.999)
    }
}
