import Foundation

/// How much each model counts in a blend: log-odds = intercept + Σ weight · margin, weights never negative.
struct BlendWeights: Sendable, Codable, Equatable {
    var weights: [Double]
    var intercept: Double

    /// The weights with the least log loss, by projected Newton steps on one weight at a time.
    ///
    /// - Parameter margins: per model, held-out log-odds of the same rows, none of them NaN.
    init(margins: [[Double]], outcome: [Double], rowWeights: [Double]?) {
        let rows = outcome.indices
        weights = [Double](repeating: 1 / Double(margins.count), count: margins.count)
        intercept = 0
        var scores = rows.map { row in margins.reduce(0) { $0 + $1[row] / Double(margins.count) } }
        // A light pull towards the even blend decides between models that say the same.
        let even = 1 / Double(margins.count)
        let ridge = 1.0
        for _ in 0..<200 {
            var moved = 0.0
            for model in 0...margins.count {
                var (gradient, curvature) = (0.0, 1e-9)
                for row in rows {
                    let x = model == margins.count ? 1 : margins[model][row]
                    let p = probability(ofLogOdds: scores[row])
                    let share = rowWeights?[row] ?? 1
                    gradient += share * (p - outcome[row]) * x
                    curvature += share * p * (1 - p) * x * x
                }
                if model == margins.count {
                    let step = -gradient / curvature
                    intercept += step
                    for row in rows { scores[row] += step }
                    moved = max(moved, abs(step))
                } else {
                    gradient += ridge * (weights[model] - even)
                    curvature += ridge
                    let next = max(0, weights[model] - gradient / curvature)
                    let step = next - weights[model]
                    weights[model] = next
                    if step != 0 { for row in rows { scores[row] += step * margins[model][row] } }
                    moved = max(moved, abs(step))
                }
            }
            if moved < 1e-4 { break }
        }
        if weights.allSatisfy({ $0 == 0 }) {
            weights = [Double](repeating: even, count: margins.count)
            intercept = 0
        }
    }

    func callAsFunction(_ margins: [[Double]], row: Int) -> Double {
        weights.indices.reduce(intercept) { $0 + weights[$1] * margins[$1][row] }
    }
}
