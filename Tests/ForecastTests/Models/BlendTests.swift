import Foundation
import Testing

@testable import Forecast

@Suite struct BlendTests {
    private func scores(_ count: Int, seed: UInt64) -> (good: [Double], noise: [Double], outcome: [Double]) {
        var random = SeededRandom(seed: seed)
        let good = (0..<count).map { _ in random.unit() * 4 - 2 }
        let noise = (0..<count).map { _ in random.unit() * 4 - 2 }
        return (good, noise, good.map { random.unit() < probability(ofLogOdds: 2 * $0 - 0.5) ? 1 : 0 })
    }

    @Test func `Weights find the scale and ignore noise`() {
        let (good, noise, outcome) = scores(3000, seed: 1)
        let blend = BlendWeights(margins: [good, noise], outcome: outcome, rowWeights: nil)
        #expect(abs(blend.weights[0] - 2) < 0.3)
        #expect(blend.weights[1] < 0.15)
        #expect(abs(blend.intercept + 0.5) < 0.2)
    }

    @Test func `A model that contradicts gets no weight, never a negative one`() {
        let (good, _, outcome) = scores(1000, seed: 2)
        let blend = BlendWeights(margins: [good, good.map { -$0 }], outcome: outcome, rowWeights: nil)
        #expect(blend.weights[1] == 0)
    }

    @Test func `A model that does not pay for itself is left out`() {
        let (good, noise, outcome) = scores(1000, seed: 3)
        let stack = Stack([noise, good], rows: Array(0..<1000), outcome: outcome, weights: nil, seed: 1)
        #expect(stack.final.weights[0] == 0)
        #expect(stack.final.weights[1] > 1)
        #expect(stack.crossFitted.allSatisfy { $0.isFinite })
    }

    @Test func `Auto says what it compared`() throws {
        let planted = PlantedFrame(rows: 300, seed: 41)
        let fit = try AutoLearner(foldCount: 3)
            .fitValidated(planted.frame, rows: planted.rows, outcome: planted.outcome, weights: nil, seed: 1)
        let choice = try #require(fit.choice)
        #expect(choice.candidates.map(\.kind) == ModelKind.allCases)
        #expect(choice.chosen == fit.model.kind)
        let best = choice.candidates.map(\.logLoss).min() ?? 0
        let own = choice.candidates.first { $0.kind == choice.chosen }?.logLoss ?? .infinity
        #expect(own <= best * (1 + AutoLearner.tolerance))
    }
}
