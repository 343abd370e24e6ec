import Foundation
import Testing

@testable import Forecast

@Suite struct LogisticTests {
    @Test func `One yes-no fact without penalty gives the log odds ratio of the table`() {
        // 2 × 2 table: 30 of 40 with the fact, 20 of 60 without.
        var rows = SparseRows(columnCount: 1)
        var outcome: [Double] = []
        for row in 0..<100 {
            rows.append(0, row < 40 ? 1 : 0)
            rows.endRow()
            outcome.append(row < 30 || (row >= 40 && row < 60) ? 1 : 0)
        }
        var solver = LogisticSolver(rows, outcome: outcome, weights: nil)
        let fitted = solver.solve(penalty: 1e-9)
        #expect(abs(fitted.intercept - log(20.0 / 40)) < 1e-5)
        #expect(abs(fitted.coefficients[0] - (log(30.0 / 10) - log(20.0 / 40))) < 1e-5)
    }

    @Test(arguments: [0.1, 3, 100])
    func `The gradient is zero at the solution, along a path and with weights`(penalty: Double) {
        var random = SeededRandom(seed: 8)
        var rows = SparseRows(columnCount: 6)
        var outcome: [Double] = []
        var weights: [Double] = []
        for _ in 0..<150 {
            var score = 0.2
            for column in 0..<6 {
                let value = random.unit() < 0.3 ? 0 : random.unit() * 2 - 1
                rows.append(column, value)
                score += Double(column - 2) * value
            }
            rows.endRow()
            outcome.append(random.unit() < probability(ofLogOdds: score) ? 1 : 0)
            weights.append(0.5 + random.unit())
        }
        var solver = LogisticSolver(rows, outcome: outcome, weights: weights)
        _ = solver.solve(penalty: 1000, tolerance: 1e-6)
        let fitted = solver.solve(penalty: penalty)
        let margins = rows.times(fitted.coefficients, plus: fitted.intercept)
        let residuals = margins.indices.map {
            weights[$0] * (probability(ofLogOdds: margins[$0]) - outcome[$0])
        }
        let gradient = rows.transposedTimes(residuals)
        for column in 0..<6 { #expect(abs(gradient[column] + penalty * fitted.coefficients[column]) < 1e-4) }
        #expect(abs(gradient[6]) < 1e-4)
    }

    @Test func `Ridge regression without penalty solves the normal equations`() {
        // y = 2 + 3a − b exactly, for (a, b) = (1, 0), (2, 1), …
        let matrix: [Double] = [1, 0, 2, 2, 3, 5, 4, 2, 0, 7]
        let outcome: [Double] = [5, 6, 6, 12, -5]
        let fitted = RidgeRegression(matrix: matrix, columnCount: 2, outcome: outcome, penalty: 0)
        #expect(abs(fitted.intercept - 2) < 1e-9)
        #expect(abs(fitted.coefficients[0] - 3) < 1e-9)
        #expect(abs(fitted.predict([1, 1]) - 4) < 1e-9)
        let twice = RidgeRegression(matrix: matrix.flatMap { [$0, $0] }, columnCount: 4, outcome: outcome, penalty: 0)
        #expect(abs(twice.predict([1, 1, 1, 1]) - 4) < 1e-3)
    }

    @Test(arguments: [
        ("<1", 0.5), (">20", 20.5), ("50-99", 74.5), ("10/49", 29.5), ("city_7", nil), ("10000+", 10000.5), ("3至5年", 4),
    ])
    func `Levels that are written numbers are read as numbers`(level: String, number: Double?) {
        #expect(LevelReading.number(level) == number)
    }

    @Test func `A planted slope is found`() throws {
        let planted = PlantedFrame(rows: 600, seed: 2)
        let model = try LogisticLearner(foldCount: 3)
            .fit(planted.frame, rows: planted.rows, outcome: planted.outcome, weights: nil, seed: 1)
        let fresh = PlantedFrame(rows: 600, seed: 3)
        let scores = try model.margins(fresh.frame, rows: fresh.rows)
        let possible = rankingQuality(fresh.truth, fresh.outcome)
        #expect(rankingQuality(scores, fresh.outcome) > possible - 0.04)
    }
}
