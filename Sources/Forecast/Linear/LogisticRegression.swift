import Foundation

/// Penalised maximum likelihood by Newton's method: minimises Σ w·loss + ½ λ Σ β², the intercept left free.
struct LogisticRegression: Sendable, Codable, Equatable {
    var coefficients: [Double]
    var intercept: Double

    /// - Parameters:
    ///   - start: where to begin, for instance the solution of a neighbouring penalty.
    ///   - penalty: λ; must be positive.
    init(
        _ rows: SparseRows, outcome: [Double], weights: [Double]?, penalty: Double, start: LogisticRegression? = nil
    ) {
        let width = rows.columnCount
        let weight = weights ?? [Double](repeating: 1, count: outcome.count)
        if let start {
            self = start
        } else {
            let total = weight.reduce(0, +)
            let events = zip(weight, outcome).reduce(0) { $0 + $1.0 * $1.1 }
            coefficients = [Double](repeating: 0, count: width)
            intercept = logOdds(of: min(max(events / total, 1e-6), 1 - 1e-6))
        }
        var margins = rows.times(coefficients, plus: intercept)
        var objective = self.objective(margins, outcome, weight, penalty)
        for _ in 0..<60 {
            var residuals = margins
            var curvatures = margins
            for row in margins.indices {
                let p = probability(ofLogOdds: margins[row])
                residuals[row] = weight[row] * (p - outcome[row])
                curvatures[row] = weight[row] * max(p * (1 - p), 1e-10)
            }
            var gradient = rows.transposedTimes(residuals)
            var hessian = rows.gram(weights: curvatures)
            for column in 0..<width {
                gradient[column] += penalty * coefficients[column]
                hessian[column * (width + 1) + column] += penalty
            }
            hessian[width * (width + 1) + width] += 1e-9
            guard let factor = Cholesky(hessian, order: width + 1) else { return }
            let step = factor.solve(gradient)
            let decrement = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
            guard decrement > 1e-9 * max(1, abs(objective)) * 1e-3 else { return }
            var scale = 1.0
            let before = self
            while true {
                for column in 0..<width { coefficients[column] = before.coefficients[column] - scale * step[column] }
                intercept = before.intercept - scale * step[width]
                margins = rows.times(coefficients, plus: intercept)
                let now = self.objective(margins, outcome, weight, penalty)
                if now <= objective - 1e-4 * scale * decrement {
                    objective = now
                    break
                }
                scale /= 2
                if scale < 1e-6 {
                    self = before
                    return
                }
            }
        }
    }

    private func objective(_ margins: [Double], _ outcome: [Double], _ weight: [Double], _ penalty: Double) -> Double {
        var sum = 0.5 * penalty * coefficients.reduce(0) { $0 + $1 * $1 }
        for row in margins.indices { sum += weight[row] * logLoss(margin: margins[row], outcome: outcome[row]) }
        return sum
    }
}
