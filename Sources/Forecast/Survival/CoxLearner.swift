/// Learns boosted proportional hazards (XGBoost's `survival:cox`), rounds chosen by inner folds.
public struct CoxLearner: Sendable {
    public var settings: BoostedSettings
    public var resampling: Resampling
    public var foldCount: Int

    public init(settings: BoostedSettings, resampling: Resampling = .stratified, foldCount: Int = 5) {
        self.settings = settings
        self.resampling = resampling
        self.foldCount = foldCount
    }

    /// Depths that suit additive, interacting and strongly clustered facts; the blend uses all.
    public static let candidates: [BoostedSettings] = [
        .init(depth: 1, rate: 0.1, leastChildWeight: 3, rowShare: 0.8, columnShare: 0.5, ridge: 1),
        .init(depth: 3, rate: 0.05, leastChildWeight: 3, rowShare: 0.8, columnShare: 0.5, ridge: 3),
        .init(depth: 6, rate: 0.05, leastChildWeight: 3, rowShare: 0.8, columnShare: 0.4, ridge: 3),
        .init(depth: 9, rate: 0.05, leastChildWeight: 0.5, rowShare: 0.8, columnShare: 0.5, ridge: 1),
    ]

    /// - Returns: the model and the risk of each training row while it was held out.
    public func fit(
        _ frame: Frame, rows: [Int], outcome: SurvivalOutcome, seed: UInt64
    ) throws -> (model: CoxModel, heldOut: [Double]) {
        let folds = SurvivalFolds.inner(frame, rows: rows, outcome: outcome, resampling, count: foldCount, seed: seed)
        return try fit(frame, rows: rows, outcome: outcome, folds: folds, seed: seed)
    }

    func fit(
        _ frame: Frame, rows: [Int], outcome: SurvivalOutcome, folds: Folds, seed: UInt64
    ) throws -> (model: CoxModel, heldOut: [Double]) {
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let schema = FeatureSchema(frame)
        let columns = try schema.resolve(frame)
        let random = SeededRandom(seed: seed)
        let seeds = folds.splits.indices.map { index in
            var stream = random.stream(UInt64(index))
            return stream.next()
        }
        var encodings: [TreeEncoding] = []
        let parts = try folds.splits.enumerated().map { index, split in
            let (encoding, matrix) = SurvivalEncoding.fit(
                columns, schema: schema, rows: split.training, outcome: outcome, seed: seeds[index])
            encodings.append(encoding)
            let likelihood = PartialLikelihood(outcome.taking(split.held))
            return LockstepBoosting.Part(
                training: try DMatrix(matrix, labels: Self.labels(outcome, split.training)),
                held: try DMatrix(encoding.encode(columns, rows: split.held)), loss: likelihood.loss)
        }
        let trained = try LockstepBoosting.train(parts) { index in
            settings.parameters(baseRate: 0.5, seed: seeds[index]).merging(
                ["objective": "survival:cox", "eval_metric": "cox-nloglik"]) { _, own in own }
        }
        var scores = HeldOutScores(rows: rows)
        for (split, held) in zip(folds.splits, trained.held) { scores.add(held, rows: split.held) }
        let members = try zip(encodings, trained.boosters).map {
            CoxModel.Member(encoding: $0, trees: try BoostedTrees(json: String(decoding: $1.json(), as: UTF8.self)))
        }
        return (
            CoxModel(schema: schema, members: members, settings: settings, rounds: trained.rounds), scores.means
        )
    }

    /// XGBoost's convention: negative durations are censored.
    private static func labels(_ outcome: SurvivalOutcome, _ rows: [Int]) -> [Float] {
        rows.map { Float(outcome.events[$0] ? outcome.times[$0] : -outcome.times[$0]) }
    }
}
