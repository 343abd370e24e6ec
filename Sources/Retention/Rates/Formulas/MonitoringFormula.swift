import Foundation
import Kernel

/// H36 and H37: whether a rule treats groups alike, and whether a population has moved.
enum MonitoringFormula {
    /// H36: a group's selection rate over the highest group's; below 0.80 asks for a closer look, never for a verdict.
    static func adverseImpact(selected: Int, of group: Int, highest: Fraction) -> Fraction? {
        guard let rate = Fraction.share(selected, of: group), highest.numerator > 0 else { return nil }
        return try? rate / highest
    }

    /// H37: Σ (actual − expected) × ln(actual / expected) over bins. 0.1 is watched, 0.25 acted upon.
    ///
    /// The logarithm has no exact value, so the sum is a binary fraction; nil when a bin is empty on either side, for the
    /// sum would be infinite, or when the bins do not match.
    static func stability(expected: [Rate], actual: [Rate]) -> Double? {
        guard expected.count == actual.count, (expected + actual).allSatisfy({ $0 > .zero }) else { return nil }
        return zip(expected, actual).reduce(0) { sum, bin in
            let (e, a) = (Fraction(bin.0).drawn, Fraction(bin.1).drawn)
            return sum + (a - e) * log(a / e)
        }
    }
}
