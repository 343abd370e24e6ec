import Foundation

/// Gauss–Legendre quadrature on [0, 1]: exact for polynomials up to degree `2 · count − 1`.
struct GaussLegendre {
    let points: [Double]
    let weights: [Double]

    /// Roots of the Legendre polynomial by Newton's method (Press et al., Numerical Recipes, §4.6).
    init(count: Int) {
        var points: [Double] = []
        var weights: [Double] = []
        for index in 0..<count {
            var x = cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
            var slope = 1.0
            for _ in 0..<100 {
                var (current, previous) = (1.0, 0.0)
                for degree in 1...count {
                    let n = Double(degree)
                    (current, previous) = (((2 * n - 1) * x * current - (n - 1) * previous) / n, current)
                }
                slope = Double(count) * (x * current - previous) / (x * x - 1)
                let step = current / slope
                x -= step
                if abs(step) < 1e-15 { break }
            }
            points.append((1 - x) / 2)
            weights.append(1 / ((1 - x * x) * slope * slope))
        }
        self.points = points
        self.weights = weights
    }
}
