import Testing

@testable import Forecast

/// Intervals of rows that go together: four copies of a row say no more than the row.
struct GroupedIntervalTests {
    private let probabilities: [Double]
    private let outcome: [Double]

    init() {
        var random = SeededRandom(seed: 5)
        probabilities = (0..<400).map { _ in 0.05 + 0.9 * random.unit() }
        outcome = probabilities.map { random.unit() < $0 ? 1 : 0 }
    }

    private func copied<Value>(_ values: [Value]) -> [Value] { values.flatMap { [$0, $0, $0, $0] } }
    private var groups: [Int] { copied(Array(probabilities.indices)) }

    @Test("Kish: groups of equal rows count once each")
    func designEffect() {
        let effect = DesignEffect.ofShare(copied(outcome), groups: groups)
        #expect(abs(effect - 4 * 400 / 399) < 1e-9)
        #expect(DesignEffect.ofShare(outcome, groups: Array(outcome.indices)) < 1.01)
        #expect(DesignEffect.ofShare([0, 0, 0, 0, 0, 0], groups: [1, 1, 1, 1, 2, 2]) == 20.0 / 6)
        #expect(DesignEffect.ofShare([], groups: []) == 1)
    }

    @Test("The slope of copies is as uncertain as that of the rows themselves")
    func slope() {
        let single = CalibrationLine(repeats: [probabilities], outcome: outcome, groups: Array(outcome.indices)).slope
        let copies = CalibrationLine(repeats: [copied(probabilities)], outcome: copied(outcome), groups: groups).slope
        let naive = CalibrationLine(repeats: [copied(probabilities)], outcome: copied(outcome)).slope
        #expect(abs(single.value - copies.value) < 1e-6)
        #expect(abs((single.high - single.low) - (copies.high - copies.low)) < 1e-6)
        #expect(naive.high - naive.low < 0.6 * (copies.high - copies.low))
    }

    @Test("Bands and tiers of copies are as wide as those of the rows")
    func bands() {
        let single = CalibrationCurve(repeats: [probabilities], outcome: outcome)
        let copies = CalibrationCurve(repeats: [copied(probabilities)], outcome: copied(outcome), groups: groups)
        for (one, other) in zip(single.bins, copies.bins) {
            #expect(abs(one.observed.value - other.observed.value) < 1e-9)
            #expect(other.observed.high - other.observed.low >= 0.95 * (one.observed.high - one.observed.low))
        }
        let plain = TierTable(repeats: [copied(probabilities)], outcome: copied(outcome))
        let wide = TierTable(repeats: [copied(probabilities)], outcome: copied(outcome), groups: groups)
        for (one, other) in zip(plain.tiers, wide.tiers) where one.actual.value > 0 && one.actual.value < 1 {
            #expect(abs(one.actual.value - other.actual.value) < 1e-9)
            #expect(other.actual.high - other.actual.low > 1.5 * (one.actual.high - one.actual.low))
        }
    }
}
