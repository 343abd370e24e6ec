import Foundation

/// Learns discrete-time hazards by penalised logistic regression on person-period rows; the penalty is chosen by inner folds.
///
/// The intervals' own levels are nearly free of the penalty.
public struct HazardLearner: Sendable {
    public var resampling: Resampling
    public var foldCount: Int
    public var mostIntervals: Int

    static let penalties: [Double] = [300, 100, 30, 10, 3]
    /// The size of an interval's indicator; the larger, the less its coefficient is penalised.
    private static let periodScale = 8.0

    public init(resampling: Resampling = .stratified, foldCount: Int = 5, mostIntervals: Int = 20) {
        self.resampling = resampling
        self.foldCount = foldCount
        self.mostIntervals = mostIntervals
    }

    /// - Parameter outcome: per row of the frame.
    /// - Returns: the model and the risk of each training row while it was held out.
    public func fit(
        _ frame: Frame, rows: [Int], outcome: SurvivalOutcome, seed: UInt64
    ) throws -> (model: HazardModel, heldOut: [Double]) {
        let folds = SurvivalFolds.inner(frame, rows: rows, outcome: outcome, resampling, count: foldCount, seed: seed)
        return try fit(frame, rows: rows, outcome: outcome, folds: folds)
    }

    func fit(
        _ frame: Frame, rows: [Int], outcome: SurvivalOutcome, folds: Folds
    ) throws -> (model: HazardModel, heldOut: [Double]) {
        guard !frame.columns.isEmpty else { throw ForecastRefusal.noFeatures }
        let schema = FeatureSchema(frame)
        let columns = try schema.resolve(frame)
        let grid = TimeGrid(
            outcome.taking(rows), mostIntervals: rows.count > 20_000 ? mostIntervals / 2 : mostIntervals)
        let paths = try Parallel.map(folds.splits.count) { index in
            Self.path(columns, schema: schema, outcome: outcome, split: folds.splits[index], grid: grid)
        }
        let losses = Self.penalties.indices.map { penalty in paths.reduce(0) { $0 + $1[penalty].loss } }
        let best = losses.indices.min { losses[$0] < losses[$1] }!
        var scores = HeldOutScores(rows: rows)
        for (split, path) in zip(folds.splits, paths) { scores.add(path[best].held, rows: split.held) }
        let model = HazardModel(
            schema: schema, grid: grid, parts: paths.map { $0[best].part }, penalty: Self.penalties[best])
        return (model, scores.means)
    }

    private struct Step: Sendable {
        let part: HazardModel.Part
        let held: [Double]
        let loss: Double
    }

    /// All penalties on one split, from strong to weak.
    private static func path(
        _ columns: [ResolvedColumn], schema: FeatureSchema, outcome: SurvivalOutcome, split: Folds.Split, grid: TimeGrid
    ) -> [Step] {
        let encoding = LinearEncoding(columns, schema: schema, rows: split.training, view: .bent)
        let training = encoding.encode(columns, rows: split.training)
        let held = encoding.encode(columns, rows: split.held)
        let periods = PersonPeriods(outcome, rows: split.training, grid: grid)
        let heldPeriods = PersonPeriods(outcome, rows: split.held, grid: grid)
        let design = expand(training, periods, intervals: grid.count)
        let sums = training.transposedTimes(
            [Double](repeating: 1 / Double(max(1, split.training.count)), count: split.training.count))
        var solver = LogisticSolver(design, outcome: periods.left, weights: periods.weight)
        return penalties.map { penalty in
            let fitted = solver.solve(penalty: penalty)
            let part = HazardModel.Part(
                encoding: encoding, coefficients: Array(fitted.coefficients[(grid.count - 1)...]),
                periods: (0..<grid.count).map {
                    fitted.intercept + ($0 > 0 ? periodScale * fitted.coefficients[$0 - 1] : 0)
                }, means: Array(sums.dropLast()))
            let centre = zip(part.coefficients, part.means).reduce(0) { $0 + $1.0 * $1.1 }
            let risks = held.times(part.coefficients, plus: -centre)
            var loss = 0.0
            for index in 0..<heldPeriods.count {
                let margin =
                    risks[Int(heldPeriods.position[index])] + centre + part.periods[Int(heldPeriods.interval[index])]
                loss += heldPeriods.weight[index] * logLoss(margin: margin, outcome: heldPeriods.left[index])
            }
            return Step(part: part, held: risks, loss: loss)
        }
    }

    /// Indicators of the intervals after the first, then the facts.
    private static func expand(_ rows: SparseRows, _ periods: PersonPeriods, intervals: Int) -> SparseRows {
        var design = SparseRows(columnCount: intervals - 1 + rows.columnCount)
        for index in 0..<periods.count {
            let (row, interval) = (Int(periods.position[index]), Int(periods.interval[index]))
            if interval > 0 { design.append(interval - 1, periodScale) }
            for entry in rows.starts[row]..<rows.starts[row + 1] {
                design.append(intervals - 1 + Int(rows.indices[entry]), rows.values[entry])
            }
            design.endRow()
        }
        return design
    }
}
