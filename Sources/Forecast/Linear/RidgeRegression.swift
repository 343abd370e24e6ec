import Foundation

/// Weighted least squares with an L2 penalty; the intercept is not penalised.
public struct RidgeRegression: Sendable, Codable, Equatable {
    public let coefficients: [Double]
    public let intercept: Double

    /// - Parameters:
    ///   - matrix: row-major, `outcome.count × columnCount`, nothing missing; scale the columns alike beforehand.
    ///   - weights: one per row, nil = equal.
    ///   - penalty: added to the diagonal, in units of rows; 0 = ordinary least squares.
    public init(
        matrix: [Double], columnCount: Int, outcome: [Double], weights: [Double]? = nil, penalty: Double
    ) {
        let count = outcome.count
        let weight = weights ?? [Double](repeating: 1, count: count)
        let total = max(weight.reduce(0, +), .leastNormalMagnitude)
        var means = [Double](repeating: 0, count: columnCount)
        var mean = 0.0
        for row in 0..<count {
            for column in 0..<columnCount { means[column] += weight[row] * matrix[row * columnCount + column] / total }
            mean += weight[row] * outcome[row] / total
        }
        var gram = [Double](repeating: 0, count: columnCount * columnCount)
        var right = [Double](repeating: 0, count: columnCount)
        var centred = right
        for row in 0..<count {
            for column in 0..<columnCount { centred[column] = matrix[row * columnCount + column] - means[column] }
            for outer in 0..<columnCount {
                let scaled = weight[row] * centred[outer]
                for inner in 0...outer { gram[outer * columnCount + inner] += scaled * centred[inner] }
                right[outer] += scaled * (outcome[row] - mean)
            }
        }
        // Columns that repeat each other leave the matrix singular; a growing ridge picks the smallest solution.
        var ridge = penalty
        var solution = [Double](repeating: 0, count: columnCount)
        for _ in 0..<12 {
            var penalised = gram
            for column in 0..<columnCount { penalised[column * columnCount + column] += ridge }
            if let factor = Cholesky(penalised, order: columnCount) {
                solution = factor.solve(right)
                if solution.allSatisfy(\.isFinite) { break }
            }
            ridge = max(ridge * 10, 1e-8 * total)
        }
        coefficients = solution
        intercept = mean - zip(solution, means).reduce(0) { $0 + $1.0 * $1.1 }
    }

    public func predict(_ values: [Double]) -> Double {
        zip(values, coefficients).reduce(intercept) { $0 + $1.0 * $1.1 }
    }
}
