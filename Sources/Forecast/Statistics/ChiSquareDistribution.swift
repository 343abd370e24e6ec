import Foundation

/// The χ² distribution's upper tail, by the incomplete gamma function (series and continued fraction; Numerical Recipes §6.2).
public enum ChiSquareDistribution {
    /// P(χ² ≥ value).
    public static func upper(_ value: Double, degrees: Int) -> Double {
        guard value > 0 else { return 1 }
        let (shape, x) = (Double(degrees) / 2, value / 2)
        let front = exp(-x + shape * log(x) - lgamma(shape))
        if x < shape + 1 {
            var (term, sum, next) = (1 / shape, 1 / shape, shape)
            while abs(term) > abs(sum) * 1e-16 {
                next += 1
                term *= x / next
                sum += term
            }
            return 1 - sum * front
        }
        var b = x + 1 - shape
        var c = 1e300
        var d = 1 / b
        var result = d
        for step in 1...1_000 {
            let a = -Double(step) * (Double(step) - shape)
            b += 2
            d = 1 / (a * d + b)
            c = b + a / c
            result *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result * front
    }
}
