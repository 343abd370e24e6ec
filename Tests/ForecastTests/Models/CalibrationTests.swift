import Foundation
import Testing

@testable import Forecast

@Suite struct CalibrationTests {
    private func drawn(_ count: Int, seed: UInt64, curve: (Double) -> Double) -> (x: [Double], y: [Double]) {
        var random = SeededRandom(seed: seed)
        let x = (0..<count).map { _ in random.unit() * 6 - 3 }
        return (x, x.map { random.unit() < probability(ofLogOdds: curve($0)) ? 1 : 0 })
    }

    /// Isotonic regression by its definition: max over starts of min over ends of means.
    private func bruteForce(_ rates: [Double], _ weights: [Double]) -> [Double] {
        rates.indices.map { index in
            (0...index).map { low in
                (index..<rates.count).map { high in
                    let range = low...high
                    return range.reduce(0) { $0 + rates[$1] * weights[$1] } / range.reduce(0) { $0 + weights[$1] }
                }
                .min()!
            }
            .max()!
        }
    }

    @Test(arguments: 0..<20)
    func `Pooling agrees with the definition of isotonic regression`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let weights = (0..<15).map { _ in 1 + (random.unit() * 5).rounded() }
        let rates = (0..<15).map { _ in random.unit() }
        let blocks = rates.indices.map {
            IsotonicCurve.Block(weight: weights[$0], positives: weights[$0] * rates[$0], margins: 0)
        }
        var pooled: [Double] = []
        for block in IsotonicCurve.pool(blocks) {
            var left = block.weight
            while left > 0.5 {
                left -= weights[pooled.count]
                pooled.append(block.mean)
            }
        }
        for (a, b) in zip(pooled, bruteForce(rates, weights)) { #expect(abs(a - b) < 1e-9) }
    }

    @Test func `Platt finds slope and intercept of scores that are too bold`() throws {
        let (x, y) = drawn(4000, seed: 3) { 0.5 * $0 - 0.7 }
        guard case .platt(let slope, let intercept) = Calibrator.plattFit(x, y, nil, rows: Array(x.indices)) else {
            Issue.record("expected Platt")
            return
        }
        #expect(abs(slope - 0.5) < 0.07)
        #expect(abs(intercept + 0.7) < 0.1)
    }

    @Test func `Good scores are left alone`() {
        let (x, y) = drawn(800, seed: 4) { $0 }
        let fit = Calibrator.fit(margins: x, outcome: y, seed: 1)
        #expect(fit.lossAfter <= fit.lossBefore)
        if fit.calibrator != .identity { #expect(abs(fit.calibrator(1) - 1) < 0.3) }
    }

    @Test func `With a thousand of both outcomes a bent curve is followed, keeping the order`() {
        let (x, y) = drawn(6000, seed: 5) { $0 < 0 ? -1.5 : 1.5 }
        let fit = Calibrator.fit(margins: x, outcome: y, seed: 1)
        guard case .isotonic = fit.calibrator else {
            Issue.record("expected isotonic")
            return
        }
        #expect(fit.lossAfter < fit.lossBefore)
        let grid = stride(from: -5.0, through: 5, by: 0.01).map { fit.calibrator($0) }
        #expect(zip(grid, grid.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func `Margins never held out are skipped`() {
        let (x, y) = drawn(500, seed: 6) { 0.3 * $0 }
        let fit = Calibrator.fit(margins: x.enumerated().map { $0 < 100 ? .nan : $1 }, outcome: y, seed: 1)
        #expect(fit.crossFitted.prefix(100).allSatisfy { $0.isNaN })
        #expect(fit.crossFitted.dropFirst(100).allSatisfy { $0.isFinite })
    }
}
