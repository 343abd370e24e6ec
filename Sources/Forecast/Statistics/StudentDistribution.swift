import Foundation

/// Student's t distribution, for intervals of means of few rows.
public enum StudentDistribution {
    /// P(T ≤ t) with `degrees` of freedom, through the regularised incomplete beta function.
    public static func cumulative(_ t: Double, degrees: Double) -> Double {
        let tail = 0.5 * BetaFunction.regularised(degrees / (degrees + t * t), degrees / 2, 0.5)
        return t > 0 ? 1 - tail : tail
    }

    /// The t below which `share` of the distribution lies (bisection, 1e-12).
    public static func quantile(_ share: Double, degrees: Double) -> Double {
        guard degrees.isFinite, degrees < 1e7 else { return share == 0.975 ? NormalDistribution.z95 : .nan }
        var (low, high) = (-1e4, 1e4)
        while high - low > 1e-12 * max(1, abs(low)) {
            let middle = (low + high) / 2
            if middle == low || middle == high { break }
            if cumulative(middle, degrees: degrees) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

/// The regularised incomplete beta function by its continued fraction (Lentz; Numerical Recipes §6.4).
enum BetaFunction {
    static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let scale: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
        let power: Double = a * log(x) + b * log(1 - x)
        let front = exp(scale + power)
        return x < (a + 1) / (a + b + 2)
            ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        func guarded(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d)
            c = guarded(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d)
            c = guarded(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return result
    }
}
