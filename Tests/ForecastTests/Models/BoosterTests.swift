import Forecast
import Foundation
import Testing

@Suite struct BoosterTests {
    private func matrix() -> (DenseMatrix, [Float]) {
        var random = SeededRandom(seed: 5)
        var values: [Float] = []
        var labels: [Float] = []
        for _ in 0..<300 {
            let (a, b) = (Float(random.unit()), Float(random.unit()))
            values += [a, random.unit() < 0.1 ? .nan : b]
            labels.append(a > 0.5 ? 1 : 0)
        }
        return (DenseMatrix(rowCount: 300, columnCount: 2, values: values), labels)
    }

    @Test func `Training, saving and loading keep every margin`() throws {
        let (numbers, labels) = matrix()
        let data = try DMatrix(numbers, labels: labels)
        let trained = try Booster.train(
            on: data, parameters: ["objective": "binary:logistic", "tree_method": "hist", "max_depth": "3"], rounds: 12
        )
        #expect(try trained.booster.roundCount() == 12)
        let loaded = try Booster(json: trained.booster.json())
        let parts = try loaded.contributions(data)
        let margins = try loaded.margins(data)
        #expect(try trained.booster.margins(data) == margins)
        for row in 0..<300 {
            #expect(abs(parts[row * 3..<row * 3 + 3].reduce(0, +) - margins[row]) < 1e-4)
        }
    }

    @Test func `Early stopping keeps the best round`() throws {
        let (numbers, labels) = matrix()
        let (data, held) = (try DMatrix(numbers, labels: labels), try DMatrix(numbers, labels: labels))
        var losses = [3.0, 2, 1, 4, 5, 6, 7].makeIterator()
        let trained = try Booster.train(
            on: data, parameters: ["objective": "binary:logistic"], rounds: 7, watching: held, patience: 3
        ) { _ in losses.next() ?? 9 }
        #expect(trained.rounds == 3)
        #expect(try trained.booster.roundCount() == 3)
    }

    @Test func `Derivatives of our own reach the same place as the built-in squared error`() throws {
        let (numbers, labels) = matrix()
        let data = try DMatrix(numbers, labels: labels)
        let parameters = ["objective": "reg:squarederror", "tree_method": "hist", "max_depth": "2", "base_score": "0"]
        let builtIn = try Booster.train(on: data, parameters: parameters, rounds: 5).booster
        let own = try Booster(parameters: parameters, cache: [data])
        for _ in 0..<5 {
            let margins = try own.margins(data)
            try own.boost(
                on: data, gradient: zip(margins, labels).map(-), hessian: [Float](repeating: 1, count: labels.count)
            )
        }
        for (a, b) in zip(try own.margins(data), try builtIn.margins(data)) { #expect(abs(a - b) < 1e-5) }
    }

    @Test func `XGBoost's complaints come out as refusals`() throws {
        let (numbers, labels) = matrix()
        let data = try DMatrix(numbers, labels: labels)
        #expect(throws: ForecastRefusal.self) {
            _ = try Booster.train(on: data, parameters: ["objective": "no:such"], rounds: 1)
        }
        #expect(throws: ForecastRefusal.self) { _ = try Booster(json: Data("nonsense".utf8)) }
    }
}
