/// Logistic regression with an L2 penalty chosen by inner folds: the right model for small data.
///
/// Numbers are standardised (long-tailed ones on a logarithmic scale), categories one-hot with rare levels merged,
/// missing values get an indicator. Whole numbers with few values are tried as numbers and as numbers with a
/// column per value, since they may be codes.
public struct LogisticLearner: ValidatingLearner {
    public var resampling: Resampling
    public var foldCount: Int

    /// Strengths tried, from strong to weak.
    static let penalties: [Double] = [300, 100, 30, 10, 3, 1, 0.3]

    public init(resampling: Resampling = .stratified, foldCount: Int = 5) {
        self.resampling = resampling
        self.foldCount = foldCount
    }

    public func fitValidated(
        _ frame: Frame, rows: [Int], outcome: [Double], weights: [Double]?, seed: UInt64
    ) throws -> ValidatedFit {
        try Outcome.check(outcome, rows: rows)
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let schema = FeatureSchema(frame)
        let columns = try schema.resolve(frame)
        let folds = resampling.folds(rows: rows, outcome: outcome, count: foldCount, seed: seed)
        let views = Self.views(columns, schema: schema, rows: rows)
        let paths = try Parallel.map(folds.splits.count * views.count) { job in
            let split = folds.splits[job / views.count]
            let encoding = LinearEncoding(
                columns, schema: schema, rows: split.training, codes: views[job % views.count]
            )
            let held = encoding.encode(columns, rows: split.held)
            return Self.path(encoding, columns, split.training, outcome, weights)
                .map { held.times($0.coefficients, plus: $0.intercept) }
        }
        var best = (view: 0, penalty: 0, loss: Double.infinity, margins: [Double]())
        for view in views.indices {
            for penalty in Self.penalties.indices {
                var scores = HeldOutScores(rows: rows)
                for (index, split) in folds.splits.enumerated() {
                    scores.add(paths[index * views.count + view][penalty], rows: split.held)
                }
                let margins = scores.means
                let loss = meanLogLoss(
                    margins: margins, outcome: rows.map { outcome[$0] },
                    weights: weights.map { w in rows.map { w[$0] } }
                )
                // A value per code must pay for itself.
                if loss < best.loss * (view > best.view ? 0.999 : 1) { best = (view, penalty, loss, margins) }
            }
        }
        let encoding = LinearEncoding(columns, schema: schema, rows: rows, codes: views[best.view])
        let design = encoding.encode(columns, rows: rows)
        let regression = LogisticRegression(
            design, outcome: rows.map { outcome[$0] }, weights: weights.map { w in rows.map { w[$0] } },
            penalty: Self.penalties[best.penalty]
        )
        let sums = design.transposedTimes([Double](repeating: 1 / Double(rows.count), count: rows.count))
        let model = LogisticModel(
            schema: schema, encoding: encoding, regression: regression, means: Array(sums.dropLast()),
            penalty: Self.penalties[best.penalty]
        )
        return ValidatedFit(model: .logistic(model), heldOutMargins: best.margins)
    }

    /// Plain, and with codes where any fact may hold codes.
    private static func views(_ columns: [ResolvedColumn], schema: FeatureSchema, rows: [Int]) -> [Bool] {
        let plain = LinearEncoding(columns, schema: schema, rows: rows, codes: false)
        let coded = LinearEncoding(columns, schema: schema, rows: rows, codes: true)
        return coded.columnCount > plain.columnCount ? [false, true] : [false]
    }

    private static func path(
        _ encoding: LinearEncoding, _ columns: [ResolvedColumn], _ rows: [Int], _ outcome: [Double],
        _ weights: [Double]?
    ) -> [LogisticRegression] {
        let design = encoding.encode(columns, rows: rows)
        let labels = rows.map { outcome[$0] }
        let weight = weights.map { weights in rows.map { weights[$0] } }
        var last: LogisticRegression?
        return penalties.map { penalty in
            let fitted = LogisticRegression(design, outcome: labels, weights: weight, penalty: penalty, start: last)
            last = fitted
            return fitted
        }
    }
}
