import Foundation

/// How much each model counts in a blend: log-odds = intercept + Σ weight · margin, weights never negative.
struct BlendWeights: Sendable, Codable, Equatable {
    var weights: [Double]
    var intercept: Double

    /// The weights with the least log loss, by projected Newton steps on one weight at a time.
    ///
    /// - Parameter margins: per model, held-out log-odds of the same rows, none of them NaN.
    init(margins: [[Double]], outcome: [Double], rowWeights: [Double]?) {
        let count = margins.count
        let even = 1 / Double(count)
        weights = [Double](repeating: even, count: count)
        intercept = 0
        let total = max(rowWeights?.reduce(0, +) ?? Double(outcome.count), 1)
        // A light pull towards the even blend decides between models that say the same.
        let ridge = 0.003 * total
        var scores = outcome.indices.map { row in margins.reduce(0) { $0 + $1[row] * even } }
        for _ in 0..<60 {
            var moved = 0.0
            for model in 0...count {
                let column = model < count ? margins[model] : nil
                var (gradient, curvature) = (0.0, 1e-9)
                for row in outcome.indices {
                    let x = column?[row] ?? 1
                    let p = probability(ofLogOdds: scores[row])
                    let share = rowWeights?[row] ?? 1
                    gradient += share * (p - outcome[row]) * x
                    curvature += share * p * (1 - p) * x * x
                }
                let step: Double
                if let column {
                    gradient += ridge * (weights[model] - even)
                    step = max(0, weights[model] - gradient / (curvature + ridge)) - weights[model]
                    weights[model] += step
                    if step != 0 { for row in outcome.indices { scores[row] += step * column[row] } }
                } else {
                    step = min(max(-gradient / curvature, -2), 2)
                    intercept += step
                    for row in outcome.indices { scores[row] += step }
                }
                moved = max(moved, abs(step))
            }
            if moved < 1e-4 { break }
        }
        if weights.allSatisfy({ $0 == 0 }) {
            weights = [Double](repeating: even, count: count)
            intercept = 0
        }
    }

    func callAsFunction(_ margins: [[Double]], row: Int) -> Double {
        weights.indices.reduce(intercept) { $0 + weights[$1] * margins[$1][row] }
    }
}
