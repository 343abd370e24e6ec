import Testing

@testable import Forecast

@Suite struct CalibrationAndTierTests {
    @Test func curveHasEqualCountBins() {
        let curve = CalibrationCurve(repeats: [FortyRows.probabilities], outcome: FortyRows.outcome)
        #expect(curve.bins.count == 10)
        #expect(curve.bins.allSatisfy { $0.count == 4 })
        #expect(abs(curve.bins[0].predicted - (0.03 + 0.04 + 0.08 + 0.09) / 4) < 1e-12)
        #expect(curve.bins[0].observed.value == 0.5)
    }

    @Test func equalPredictionsShareABin() {
        let curve = CalibrationCurve(repeats: [[0.2, 0.2, 0.2, 0.9]], outcome: [0, 0, 1, 1], binCount: 4)
        #expect(curve.bins.map(\.count) == [3, 1])
    }

    /// Reference: maximum likelihood by SciPy's BFGS; standard error from the inverse information.
    @Test func lineEqualsMaximumLikelihood() {
        let line = CalibrationLine(repeats: [FortyRows.probabilities], outcome: FortyRows.outcome)
        #expect(abs(line.slope.value - 0.57091647) < 1e-6)
        #expect(abs(line.intercept.value - 0.30648249) < 1e-6)
        #expect(abs((line.slope.high - line.slope.low) / 2 / NormalDistribution.z95 - 0.26705906) < 1e-6)
    }

    @Test func tiersHaveTheirShares() {
        let tiers = TierTable.assign((0..<100).map { Double($0) })
        #expect((0..<5).map { tier in tiers.count { $0 == tier } } == [5, 15, 25, 35, 20])
        #expect(tiers[99] == 0 && tiers[0] == 4)
        let table = TierTable(
            repeats: [(0..<100).map { Double($0) / 100 }], outcome: (0..<100).map { $0 >= 95 ? 1 : 0 })
        #expect(table.tiers.map(\.count) == [5, 15, 25, 35, 20])
        #expect(table.tiers[0].actual.value == 1 && table.tiers[1].actual.value == 0)
        #expect(abs(table.tiers[0].predicted - 0.97) < 1e-12)
    }
}
