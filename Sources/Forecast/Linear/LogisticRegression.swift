import Foundation

/// The solution of a penalised logistic regression.
struct LogisticRegression: Sendable, Codable, Equatable {
    var coefficients: [Double]
    var intercept: Double
}

/// Penalised maximum likelihood by Newton's method: minimises Σ w·loss + ½ λ Σ β², the intercept left free.
///
/// Curvatures are the costly part and change slowly along a path of penalties, so they are kept until progress
/// slows down; the solution is the same.
struct LogisticSolver {
    let rows: SparseRows
    let outcome: [Double]
    let weights: [Double]
    private(set) var solution: LogisticRegression
    private var curvature: [Double]?

    init(_ rows: SparseRows, outcome: [Double], weights: [Double]?) {
        self.rows = rows
        self.outcome = outcome
        let weights = weights ?? [Double](repeating: 1, count: outcome.count)
        self.weights = weights
        let events = zip(weights, outcome).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
        solution = LogisticRegression(
            coefficients: [Double](repeating: 0, count: rows.columnCount),
            intercept: logOdds(of: min(max(events, 1e-6), 1 - 1e-6))
        )
    }

    /// Solves for one penalty, starting from the solution before.
    ///
    /// - Parameters:
    ///   - penalty: λ; must be positive.
    ///   - tolerance: stops when a step promises less than this share of the objective.
    mutating func solve(penalty: Double, tolerance: Double = 1e-12) -> LogisticRegression {
        let width = rows.columnCount
        var margins = rows.times(solution.coefficients, plus: solution.intercept)
        var objective = objective(solution, margins, penalty)
        var factor: Cholesky?
        var before = Double.infinity
        for _ in 0..<200 {
            let gradient = gradient(margins, penalty)
            if curvature == nil {
                curvature = rows.gram(weights: curvatures(margins))
                factor = nil
            }
            if factor == nil { factor = curvature.flatMap { Self.factor($0, width, penalty) } }
            guard let step = factor?.solve(gradient) else { return solution }
            let decrement = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
            guard decrement > tolerance * max(1, abs(objective)) else { return solution }
            guard let next = search(step, decrement, &margins, &objective, penalty) else {
                guard before.isFinite else { return solution }
                // Old curvatures may point the wrong way; fresh ones decide.
                (curvature, before) = (nil, .infinity)
                continue
            }
            solution = next
            if decrement > 0.1 * before { curvature = nil }
            before = decrement
        }
        return solution
    }

    /// The step, halved until it lowers the objective; nil when it never does.
    private func search(
        _ step: [Double], _ decrement: Double, _ margins: inout [Double], _ objective: inout Double, _ penalty: Double
    ) -> LogisticRegression? {
        var scale = 1.0
        while scale > 1e-6 {
            let next = LogisticRegression(
                coefficients: solution.coefficients.indices.map { solution.coefficients[$0] - scale * step[$0] },
                intercept: solution.intercept - scale * step[rows.columnCount]
            )
            let tried = rows.times(next.coefficients, plus: next.intercept)
            let now = self.objective(next, tried, penalty)
            if now <= objective - 1e-4 * scale * decrement {
                (margins, objective) = (tried, now)
                return next
            }
            scale /= 2
        }
        return nil
    }

    private func gradient(_ margins: [Double], _ penalty: Double) -> [Double] {
        var residuals = margins
        for row in margins.indices {
            residuals[row] = weights[row] * (probability(ofLogOdds: margins[row]) - outcome[row])
        }
        var gradient = rows.transposedTimes(residuals)
        for column in 0..<rows.columnCount { gradient[column] += penalty * solution.coefficients[column] }
        return gradient
    }

    private func curvatures(_ margins: [Double]) -> [Double] {
        margins.indices.map { row in
            let p = probability(ofLogOdds: margins[row])
            return weights[row] * max(p * (1 - p), 1e-10)
        }
    }

    private static func factor(_ curvature: [Double], _ width: Int, _ penalty: Double) -> Cholesky? {
        var matrix = curvature
        for column in 0..<width { matrix[column * (width + 1) + column] += penalty }
        matrix[width * (width + 1) + width] += 1e-9
        return Cholesky(matrix, order: width + 1)
    }

    private func objective(_ at: LogisticRegression, _ margins: [Double], _ penalty: Double) -> Double {
        var sum = 0.5 * penalty * at.coefficients.reduce(0) { $0 + $1 * $1 }
        for row in margins.indices { sum += weights[row] * logLoss(margin: margins[row], outcome: outcome[row]) }
        return sum
    }
}
