/// A glass box: boosted curves, one per fact, averaged over the models of inner folds.
public struct AdditiveLearner: ValidatingLearner {
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
        let columns = try schema.resolve(frame)
        let binnings = zip(columns, schema.levelCounts).map {
            Binning($0, levelCount: $1, rows: rows, most: 200)
        }
        let bins = zip(columns, binnings).map { column, binning in
            var bins = [UInt8](repeating: 0, count: frame.rowCount)
            for row in rows { bins[row] = UInt8(binning.bin(column, row: row)) }
            return bins
        }
        let folds = resampling.folds(
            frame, rows: rows, outcome: outcome, count: foldCount, repeats: repeats ?? Self.repeats(rows.count),
            seed: seed
        )
        guard !folds.splits.isEmpty else { throw ForecastRefusal.unusableInnerFolds }
        let trainer = AdditiveTrainer(
            binCounts: binnings.map(\.count), ordered: schema.levelCounts.map { $0 == nil }, settings: .init()
        )
        func members(_ parts: [Folds.Split], _ trainer: AdditiveTrainer) throws -> [AdditiveTrainer.Tables] {
            try Parallel.map(parts.count) { part in
                let held = parts[part].held
                return trainer.train(
                    BinnedRows(bins, rows: parts[part].training, outcome: outcome, weights: weights),
                    held: held.isEmpty ? nil : BinnedRows(bins, rows: held, outcome: outcome, weights: weights)
                )
            }
        }
        var tables = try members(folds.splits, trainer)
        var scores = HeldOutScores(rows: rows)
        for (split, table) in zip(folds.splits, tables) {
            let margins = split.held.map { row in
                table.scores.indices.reduce(table.intercept) { $0 + Double(table.scores[$1][Int(bins[$1][row])]) }
            }
            scores.add(margins, rows: split.held)
        }
        if !resampling.foldsCoverAllRows {
            var settings = AdditiveTrainer.Settings()
            settings.fixedCycles = tables.last?.cycles ?? 1
            let refit = AdditiveTrainer(binCounts: trainer.binCounts, ordered: trainer.ordered, settings: settings)
            let parts = Folds.stratified(rows: rows, outcome: outcome, count: 10, seed: seed).splits.prefix(5)
                .map { Folds.Split(repetition: 0, fold: $0.fold, training: $0.training, held: []) }
            tables = try members(parts, refit)
        }
        let model = Self.model(schema, binnings, tables, bins: bins, rows: rows)
        return ValidatedFit(model: .additive(model), heldOutMargins: scores.means)
    }

    static func repeats(_ rowCount: Int) -> Int {
        switch rowCount {
        case ..<2500: 4
        case ..<8000: 2
        default: 1
        }
    }

    private static func model(
        _ schema: FeatureSchema, _ binnings: [Binning], _ tables: [AdditiveTrainer.Tables], bins: [[UInt8]],
        rows: [Int]
    ) -> AdditiveModel {
        var base = tables.reduce(0) { $0 + $1.intercept } / Double(tables.count)
        var means: [[Double]] = []
        var deviations: [[Double]] = []
        var counts: [[Int]] = []
        for feature in binnings.indices {
            var rowsPerBin = [Int](repeating: 0, count: binnings[feature].count)
            for row in rows { rowsPerBin[Int(bins[feature][row])] += 1 }
            // Every member's curve is centred first, so that its own base does not show as uncertainty.
            let curves = tables.map { table in
                let curve = table.scores[feature].map(Double.init)
                let centre = zip(curve, rowsPerBin).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(rows.count)
                base += centre / Double(tables.count)
                return curve.map { $0 - centre }
            }
            let mean = rowsPerBin.indices.map { bin in
                curves.reduce(0) { $0 + $1[bin] } / Double(curves.count)
            }
            let spread = rowsPerBin.indices.map { bin in
                let squares = curves.reduce(0) { $0 + ($1[bin] - mean[bin]) * ($1[bin] - mean[bin]) }
                return (squares / Double(max(curves.count - 1, 1))).squareRoot()
            }
            means.append(mean)
            deviations.append(spread)
            counts.append(rowsPerBin)
        }
        return AdditiveModel(
            schema: schema, binnings: binnings, base: base, scores: means, deviations: deviations, counts: counts
        )
    }
}
