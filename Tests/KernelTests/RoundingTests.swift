@testable import Kernel
import Testing

@Suite struct RoundingTests {
    /// Each rule against its own words: the neighbours of the exact quotient, the nearer one, what a half does.
    @Test(arguments: Rounding.allCases)
    func keepsItsWord(rule: Rounding) {
        var dice = Dice(seed: 41)
        for round in 0..<4000 {
            let denominator = Int128(dice.roll(Int64(1)...(round % 2 == 0 ? 12 : .max)))
            let numerator = Int128(dice.roll(Int64(-60)...60)) * (round % 2 == 0 ? 1 : denominator / 7 + 1)
            let result = rule.quotient(numerator, denominator)
            let miss = result * denominator - numerator
            #expect(miss.magnitude < denominator.magnitude)
            let half = (miss * 2).magnitude == denominator.magnitude
            switch rule {
            case .up: #expect(miss >= 0)
            case .down: #expect(miss <= 0)
            case .awayFromZero: #expect(miss == 0 || (miss > 0) == (numerator > 0))
            case .towardZero: #expect(miss == 0 || (miss > 0) == (numerator < 0))
            case .halfAwayFromZero, .halfEven, .halfTowardZero:
                #expect((miss * 2).magnitude <= denominator.magnitude)
                guard half else { continue }
                if rule == .halfEven { #expect(result % 2 == 0) }
                if rule == .halfAwayFromZero { #expect((miss > 0) == (numerator > 0)) }
                if rule == .halfTowardZero { #expect((miss > 0) == (numerator < 0)) }
            }
        }
    }
}
