import Kernel
import Shell
import Testing

@testable import Retention

struct SignalRuleTests {
    struct Case: CustomTestStringConvertible {
        let rule: SignalRule
        let values: [Float]
        let holds: Bool
        let source: String

        var testDescription: String { source }
    }

    /// Values: the day first, then one per period back.
    static let cases = [
        Case(rule: SignalRule(kind: .below, threshold: 0.8), values: [0.79], holds: true, source: "§2 training < 80 %"),
        Case(rule: SignalRule(kind: .below, threshold: 0.8), values: [0.8], holds: false, source: "80 % is enough"),
        Case(rule: SignalRule(kind: .below, threshold: 7), values: [6.9], holds: true, source: "§2 mentor < 7"),
        Case(rule: SignalRule(kind: .above, threshold: 36), values: [36], holds: false, source: "§2 overtime > 36 h"),
        Case(rule: SignalRule(kind: .above, threshold: 36), values: [36.5], holds: true, source: "over 36 h"),
        Case(rule: SignalRule(kind: .atLeast, threshold: 2), values: [2], holds: true, source: "§2 two managers"),
        Case(
            rule: SignalRule(kind: .below, threshold: 1), values: [.nan], holds: false, source: "unknown fires nothing"),
        Case(rule: SignalRule(kind: .below, threshold: 1), values: [], holds: false, source: "nothing there"),
        Case(
            rule: SignalRule(kind: .below, threshold: 0, periods: 3), values: [-1, -2, -3], holds: true,
            source: "§2 commission falling 3 months"),
        Case(
            rule: SignalRule(kind: .below, threshold: 0, periods: 3), values: [-1, 0, -3], holds: false,
            source: "a break ends the streak"),
        Case(
            rule: SignalRule(kind: .below, threshold: 0, periods: 3), values: [-1, .nan, -3], holds: false,
            source: "unknown breaks the streak"),
        Case(
            rule: SignalRule(kind: .below, threshold: 0, periods: 3), values: [-1, -1], holds: false,
            source: "two of three"),
        Case(
            rule: SignalRule(kind: .daysUntil, threshold: 60), values: [60], holds: true, source: "§2 contract end near"
        ),
        Case(rule: SignalRule(kind: .daysUntil, threshold: 60), values: [61], holds: false, source: "not near yet"),
        Case(rule: SignalRule(kind: .daysUntil, threshold: 60), values: [-1], holds: false, source: "over already"),
        Case(
            rule: SignalRule(kind: .ownHigh, threshold: 2), values: [9, 1, 2, 3, 2, 1, 2], holds: true,
            source: "§2 leave unusually frequent"),
        Case(
            rule: SignalRule(kind: .ownHigh, threshold: 2), values: [3, 1, 2, 3, 2, 1, 2], holds: false,
            source: "as usual"),
        Case(
            rule: SignalRule(kind: .ownHigh, threshold: 2), values: [9, 1, 2, 3, 2, 1], holds: false,
            source: "five values tell nothing"),
        Case(
            rule: SignalRule(kind: .ownLow, threshold: 2), values: [-5, 1, 2, 3, 2, 1, 2], holds: true,
            source: "unusually low"),
        Case(
            rule: SignalRule(kind: .ownHigh, threshold: 2), values: [1, 0, 0, 0, 0, 0, 0], holds: false,
            source: "a past that never changed is no measure"),
    ]

    @Test(arguments: cases) func aRuleHolds(_ one: Case) {
        #expect(one.rule.holds(one.values) == one.holds)
    }

    /// Median 2, absolute deviations 1 0 1 0 1 0, their median 0.5: z = 7 / (1.4826 × 0.5).
    @Test func theRobustZIsThatOfIglewiczAndHoaglin() throws {
        let z = try #require(SignalRule.robustZ(of: 9, against: [1, 2, 3, 2, 1, 2]))
        #expect(abs(z - 7 / (1.4826 * 0.5)) < 1e-9)
        // More than half the same: the mean deviation, 1/6, stands in.
        let other = try #require(SignalRule.robustZ(of: 3, against: [2, 2, 2, 2, 2, 3]))
        #expect(abs(other - 1 / (1.2533 / 6)) < 1e-9)
    }

    @Test func periodsAreNeverShorterThanThoseOfTheFact() {
        let rule = SignalRule(kind: .atLeast, threshold: 1, periods: 2, period: .week)
        #expect(rule.fitted(to: .month).period == .month)
        #expect(rule.fitted(to: .day).period == .week)
        #expect(rule.fitted(to: nil) == rule)
    }

    @Test func everyDefaultCanBeSaid() {
        for one in SignalDefault.all {
            let signal = one.signal([:])
            let words = signal.rule.words(in: nil)
            #expect(!words.zh.isEmpty && !words.en.isEmpty, "\(one.code)")
            #expect(!signal.fact.isEmpty && !signal.purpose.zh.isEmpty, "\(one.code)")
        }
        #expect(Set(SignalDefault.all.map(\.code)).count == SignalDefault.all.count)
        // Spec §2 names these for employees.
        #expect(SignalDefault.all.count >= 18)
    }
}
