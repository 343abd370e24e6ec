/// What happens to the part that does not fit. Every place that rounds names its rule.
public enum Rounding: String, Sendable, Hashable, Codable, CaseIterable {
    /// To the nearest; a half goes away from zero: 0.5 → 1, −0.5 → −1. 四舍五入, the usage of Chinese payrolls.
    case halfAwayFromZero
    /// To the nearest; a half goes to the even neighbour: 0.5 → 0, 1.5 → 2.
    case halfEven
    /// To the nearest; a half goes towards zero: 0.5 → 0, −0.5 → 0.
    case halfTowardZero
    /// To the next larger: 0.1 → 1, −0.9 → 0.
    case up
    /// To the next smaller: 0.9 → 0, −0.1 → −1.
    case down
    /// Away from zero: 0.1 → 1, −0.1 → −1. 见分进元.
    case awayFromZero
    /// Towards zero: 0.9 → 0, −0.9 → 0. 去尾.
    case towardZero
}

extension Rounding {
    /// `numerator / denominator` as a whole number by this rule.
    ///
    /// - Precondition: `denominator > 0`.
    func quotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        precondition(denominator > 0, "a denominator is positive")
        let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard rest != 0 else { return whole }
        let sign: Int128 = rest < 0 ? -1 : 1
        return grows(past: whole, rest: rest.magnitude, of: denominator.magnitude, negative: sign < 0)
            ? whole + sign : whole
    }

    /// Whether a truncated quotient with something left over moves one step away from zero.
    private func grows(past whole: Int128, rest: UInt128, of denominator: UInt128, negative: Bool) -> Bool {
        let short = denominator - rest
        switch self {
        case .halfAwayFromZero: return rest >= short
        case .halfTowardZero: return rest > short
        case .halfEven: return rest > short || (rest == short && whole % 2 != 0)
        case .up: return !negative
        case .down: return negative
        case .awayFromZero: return true
        case .towardZero: return false
        }
    }
}
