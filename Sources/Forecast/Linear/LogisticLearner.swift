/// Logistic regression with an L2 penalty chosen by inner folds: the right model for small data.
///
/// Numbers are standardised (long-tailed ones on a logarithmic scale), categories one-hot with rare levels merged,
/// missing values get an indicator. Straight lines, lines with bends at the quartiles, and a column per value of
/// whole numbers are compared; the more flexible view has to pay for itself.
public struct LogisticLearner: ValidatingLearner {
    public var resampling: Resampling
    public var foldCount: Int

    /// Strengths tried, from strong to weak.
    static let penalties: [Double] = [1000, 300, 100, 30, 10, 3, 1, 0.3]
    /// A more flexible view must lower the loss by this share.
    static let viewCost = 0.001

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
        let task = Task(columns: columns, schema: schema, outcome: outcome, weights: weights)
        let splits = resampling.folds(frame, rows: rows, outcome: outcome, count: foldCount, seed: seed).splits
        guard !splits.isEmpty else { throw ForecastRefusal.unusableInnerFolds }
        let views = task.views(rows)
        let paths = try Parallel.map(splits.count * views.count) { job in
            task.path(splits[job / views.count], view: views[job % views.count])
        }
        let labels = rows.map { outcome[$0] }
        let shares = weights.map { weights in rows.map { weights[$0] } }
        var best = (view: 0, penalty: 0, loss: Double.infinity, margins: [Double]())
        for view in views.indices {
            let candidates = splits.indices.map { paths[$0 * views.count + view] }
            for penalty in 0..<(candidates.map(\.count).min() ?? 0) {
                var scores = HeldOutScores(rows: rows)
                for (split, path) in zip(splits, candidates) { scores.add(path[penalty], rows: split.held) }
                let margins = scores.means
                let loss = meanLogLoss(margins: margins, outcome: labels, weights: shares)
                let bar = view > best.view ? best.loss * (1 - Self.viewCost) : best.loss
                if loss < bar { best = (view, penalty, loss, margins) }
            }
        }
        let model = task.model(rows, view: views[best.view], penalty: Self.penalties[best.penalty])
        return ValidatedFit(model: .logistic(model), heldOutMargins: best.margins)
    }
}

/// What a logistic model is fitted on.
private struct Task: Sendable {
    let columns: [ResolvedColumn]
    let schema: FeatureSchema
    let outcome: [Double]
    let weights: [Double]?

    /// The views that differ on these rows; beyond the first they need at least four rows per column.
    func views(_ rows: [Int]) -> [LinearEncoding.View] {
        var widths: Set<Int> = []
        return LinearEncoding.View.allCases.filter { view in
            let width = LinearEncoding(columns, schema: schema, rows: rows, view: view).columnCount
            return (view == .straight || 4 * width <= rows.count) && widths.insert(width).inserted
        }
    }

    /// Log-odds of the held-out rows for every penalty from strong to weak, ending where two in a row got worse.
    func path(_ split: Folds.Split, view: LinearEncoding.View) -> [[Double]] {
        let encoding = LinearEncoding(columns, schema: schema, rows: split.training, view: view)
        let design = encoding.encode(columns, rows: split.training)
        let held = encoding.encode(columns, rows: split.held)
        var solver = LogisticSolver(
            design, outcome: split.training.map { outcome[$0] },
            weights: weights.map { weights in split.training.map { weights[$0] } }
        )
        let heldLabels = split.held.map { outcome[$0] }
        var losses: [Double] = []
        var path: [[Double]] = []
        for penalty in LogisticLearner.penalties {
            let fitted = solver.solve(penalty: penalty, tolerance: 1e-6)
            path.append(held.times(fitted.coefficients, plus: fitted.intercept))
            losses.append(meanLogLoss(margins: path[path.count - 1], outcome: heldLabels))
            if let least = losses.min(), losses.count > 3, losses.suffix(3).allSatisfy({ $0 > least * 1.002 }) { break }
        }
        return path
    }

    func model(_ rows: [Int], view: LinearEncoding.View, penalty: Double) -> LogisticModel {
        let encoding = LinearEncoding(columns, schema: schema, rows: rows, view: view)
        let design = encoding.encode(columns, rows: rows)
        var solver = LogisticSolver(
            design, outcome: rows.map { outcome[$0] }, weights: weights.map { w in rows.map { w[$0] } }
        )
        let regression = solver.solve(penalty: penalty)
        let sums = design.transposedTimes([Double](repeating: 1 / Double(rows.count), count: rows.count))
        return LogisticModel(
            schema: schema, encoding: encoding, regression: regression, means: Array(sums.dropLast()),
            penalty: penalty
        )
    }
}
