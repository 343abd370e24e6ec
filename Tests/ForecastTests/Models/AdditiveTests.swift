import Foundation
import Testing

@testable import Forecast

@Suite struct AdditiveTests {
    @Test func `The eight-wide logistic function agrees with the exact one`() {
        for start in stride(from: -29.0, through: 28, by: 0.37) {
            let x = SIMD8<Float>((0..<8).map { Float(start) + Float($0) * 0.05 })
            let p = sigmoid(x)
            for lane in 0..<8 { #expect(abs(Double(p[lane]) - probability(ofLogOdds: Double(x[lane]))) < 3e-7) }
        }
    }

    @Test func `The shape of a known curve comes back`() throws {
        var random = SeededRandom(seed: 21)
        let rows = 3000
        let x = (0..<rows).map { _ in random.unit() * 6 - 3 }
        let z = (0..<rows).map { _ in random.unit() }
        let curve = { (x: Double) in x < -1 ? 1.5 : x < 1 ? -1.0 : 0.5 }
        let outcome = x.map { random.unit() < probability(ofLogOdds: curve($0)) ? 1.0 : 0 }
        let frame = Frame(
            rowCount: rows, columns: [Column(name: "x", values: .numeric(x)), Column(name: "z", values: .numeric(z))]
        )
        let fit = try AdditiveLearner(foldCount: 3, repeats: 1)
            .fitValidated(frame, rows: Array(0..<rows), outcome: outcome, weights: nil, seed: 1)
        guard case .additive(let model) = fit.model else { return }
        let places = Frame(
            rowCount: 3,
            columns: [
                Column(name: "x", values: .numeric([-2, 0, 2])), Column(name: "z", values: .numeric([0.5, 0.5, 0.5])),
            ]
        )
        let parts = try model.contributions(places, rows: [0, 1, 2])
        #expect(abs(parts[0, 0] - parts[1, 0] - 2.5) < 0.5)
        #expect(abs(parts[2, 0] - parts[1, 0] - 1.5) < 0.5)
        #expect(abs(parts[0, 1]) < 0.25)
        let drawn = model.curves[0]
        #expect(drawn.pieces.reduce(0) { $0 + $1.count } == rows)
        #expect(drawn.pieces.allSatisfy { $0.low <= $0.score && $0.score <= $0.high })
    }

    @Test func `Values on a cut and beyond the ends have a bin`() {
        let column = ResolvedColumn.numbers([1, 2, 2, 3, .nan, 10, -5, 2.5])
        let binning = Binning(column, levelCount: nil, rows: [0, 1, 2, 3, 4], most: 200)
        #expect(binning.rule == .cuts([1.5, 2.5]))
        #expect((0..<8).map { binning.bin(column, row: $0) } == [0, 1, 1, 2, 3, 2, 0, 2])
    }
}
