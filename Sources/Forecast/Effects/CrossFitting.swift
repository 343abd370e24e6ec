import Foundation

/// Predictions of every row by models that did not see it: what effect estimates need, with penalties judged on held-out rows.
struct CrossFitting: Sendable {
    let schema: FeatureSchema
    let columns: [ResolvedColumn]
    let folds: Folds
    let rows: [Int]
    private let place: [Int: Int]

    init(_ frame: Frame, rows: [Int], folds: Folds) throws {
        schema = FeatureSchema(frame)
        columns = try schema.resolve(frame)
        self.folds = folds
        self.rows = rows
        place = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    }

    /// A linear predictor over an encoding: log-odds, or a mean.
    struct Linear: Sendable, Codable {
        let encoding: LinearEncoding
        let coefficients: [Double]
        let intercept: Double

        func predict(_ columns: [ResolvedColumn], rows: [Int]) -> [Double] {
            encoding.encode(columns, rows: rows).times(coefficients, plus: intercept)
        }
    }

    struct Fit: Sendable {
        /// Per entry of `rows`.
        let heldOut: [Double]
        let models: [Linear]
        let loss: Double
    }

    /// Logistic regression on rows that `takesPart` (one arm, or all); log-odds for every row.
    func logistic(_ outcome: [Double], takesPart: (Int) -> Bool) throws -> Fit {
        try fit(
            outcome, takesPart: takesPart, penalties: [100, 30, 10, 3, 1], loss: { logLoss(margin: $0, outcome: $1) }
        ) {
            design, labels, penalties in
            var last: LogisticRegression?
            return penalties.map { penalty in
                let fitted = LogisticRegression(design, outcome: labels, weights: nil, penalty: penalty, start: last)
                last = fitted
                return (fitted.coefficients, fitted.intercept)
            }
        }
    }

    /// Ridge regression, for amounts and pseudo-outcomes.
    func ridge(_ outcome: [Double], penalties: [Double], takesPart: (Int) -> Bool) throws -> Fit {
        try fit(outcome, takesPart: takesPart, penalties: penalties, loss: { ($0 - $1) * ($0 - $1) }) {
            SparseRidge.path($0, outcome: $1, penalties: $2)
        }
    }

    private func fit(
        _ outcome: [Double], takesPart: (Int) -> Bool, penalties: [Double],
        loss: @Sendable (Double, Double) -> Double,
        path: @Sendable (SparseRows, [Double], [Double]) -> [([Double], Double)]
    ) throws -> Fit {
        let part = Dictionary(uniqueKeysWithValues: rows.map { ($0, takesPart($0)) })
        let fitted = try Parallel.map(folds.splits.count) { index -> [(model: Linear, held: [Double], loss: Double)] in
            let split = folds.splits[index]
            let training = split.training.filter { part[$0]! }
            let encoding = LinearEncoding(columns, schema: schema, rows: training, codes: false)
            let design = encoding.encode(columns, rows: training)
            let held = encoding.encode(columns, rows: split.held)
            return path(design, training.map { outcome[$0] }, penalties).map { coefficients, intercept in
                let values = held.times(coefficients, plus: intercept)
                var sum = 0.0
                for (row, value) in zip(split.held, values) where part[row]! { sum += loss(value, outcome[row]) }
                return (Linear(encoding: encoding, coefficients: coefficients, intercept: intercept), values, sum)
            }
        }
        let losses = penalties.indices.map { penalty in fitted.reduce(0) { $0 + $1[penalty].loss } }
        let best = losses.indices.min { losses[$0] < losses[$1] }!
        var heldOut = [Double](repeating: .nan, count: rows.count)
        for (split, fit) in zip(folds.splits, fitted) {
            for (row, value) in zip(split.held, fit[best].held) { heldOut[place[row]!] = value }
        }
        return Fit(heldOut: heldOut, models: fitted.map { $0[best].model }, loss: losses[best])
    }
}

/// Least squares with an L2 penalty on a sparse design, for several strengths at once.
enum SparseRidge {
    static func path(_ rows: SparseRows, outcome: [Double], penalties: [Double]) -> [([Double], Double)] {
        let width = rows.columnCount
        let gram = rows.gram(weights: [Double](repeating: 1, count: rows.rowCount))
        let right = rows.transposedTimes(outcome)
        return penalties.map { penalty in
            var matrix = gram
            for column in 0..<width { matrix[column * (width + 1) + column] += penalty }
            matrix[width * (width + 1) + width] += 1e-9
            guard let factor = Cholesky(matrix, order: width + 1) else {
                let mean = outcome.reduce(0, +) / Double(max(1, outcome.count))
                return ([Double](repeating: 0, count: width), mean)
            }
            let solution = factor.solve(right)
            return (Array(solution.dropLast()), solution[width])
        }
    }
}
