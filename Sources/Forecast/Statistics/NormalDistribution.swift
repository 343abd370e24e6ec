import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
    /// z of a two-sided 95 % interval.
    public static let z95 = 1.959963984540054

    /// P(Z ≤ z).
    public static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// Two-sided p value of a z statistic.
    public static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }
}
