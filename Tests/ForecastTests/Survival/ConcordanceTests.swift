import Testing

@testable import Forecast

@Suite struct ConcordanceTests {
    /// Every pair looked at: the definition itself.
    private func byPairs(_ outcome: SurvivalOutcome, risk: [Double], weight: (Double) -> Double) -> Double {
        var (pairs, concordant) = (0.0, 0.0)
        for one in risk.indices where outcome.events[one] {
            for two in risk.indices {
                let later =
                    outcome.times[two] > outcome.times[one]
                    || (outcome.times[two] == outcome.times[one] && !outcome.events[two])
                guard later, one != two else { continue }
                let own = weight(outcome.times[one])
                pairs += own
                concordant += own * (risk[one] > risk[two] ? 1 : risk[one] == risk[two] ? 0.5 : 0)
            }
        }
        return concordant / pairs
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func fastEqualsAllPairs(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let risk = (0..<120).map { _ in (random.unit() * 20).rounded() }
        let outcome = SurvivalOutcome(
            times: risk.map { 1 + (random.unit() * 30 - $0).rounded().magnitude },
            events: risk.map { _ in random.unit() < 0.6 })
        #expect(abs(Concordance.harrell(outcome, risk: risk) - byPairs(outcome, risk: risk) { _ in 1 }) < 1e-12)
        let curve = CensoringCurve(outcome)
        let expected = byPairs(outcome, risk: risk) { time in
            let share = curve.uncensored(before: time)
            return time <= 12 ? 1 / (share * share) : 0
        }
        #expect(abs(Concordance.uno(outcome, risk: risk, horizon: 12) - expected) < 1e-12)
    }

    @Test func perfectAndReversed() {
        let outcome = SurvivalOutcome(times: [1, 2, 3, 4], events: [true, true, true, true])
        #expect(Concordance.harrell(outcome, risk: [4, 3, 2, 1]) == 1)
        #expect(Concordance.harrell(outcome, risk: [1, 2, 3, 4]) == 0)
        #expect(Concordance.uno(outcome, risk: [4, 3, 2, 1]) == 1)
    }

    /// Without censoring the Brier score is the plain mean squared error.
    @Test func brierWithoutCensoring() {
        let outcome = SurvivalOutcome(times: [1, 2, 3, 4], events: [true, true, true, true])
        let curves = SurvivalCurves(times: [0.5], surviving: [0.5, 0.5, 0.5, 0.5])
        let score = BrierCurve(curves, outcome: outcome, points: 4)
        #expect(score.scores.allSatisfy { abs($0 - 0.25) < 1e-12 })
        #expect(abs(score.integrated - 0.25) < 1e-12)
    }

    /// Censored at 2 of 1, 2+, 3, 4: G(2) = 2/3. At t = 2.5 with Ŝ = 0.5: 0.25 · (1 + 0 + 1.5 + 1.5) / 4.
    @Test func brierWeighsForCensoring() {
        let outcome = SurvivalOutcome(times: [1, 2, 3, 4], events: [true, false, true, true])
        let curves = SurvivalCurves(times: [0.5], surviving: [0.5, 0.5, 0.5, 0.5])
        let score = BrierCurve(curves, outcome: outcome, points: 7)
        #expect(score.times[3] == 2.5)
        #expect(abs(score.scores[3] - 0.25 * 4 / 4) < 1e-12)
    }
}
