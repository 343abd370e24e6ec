import Foundation
import Testing

@testable import Forecast

struct BoostedModelTests {
    /// Numbers with gaps, codes, and categories of few and many levels.
    private static func sample(_ count: Int) -> (frame: Frame, outcome: [Double]) {
        var random = SeededRandom(seed: 11)
        let score = (0..<count).map { _ in random.unit() < 0.1 ? .nan : random.unit() * 10 }
        let code = (0..<count).map { _ in (random.unit() * 12).rounded() }
        let team = (0..<count).map { _ in Int32(random.unit() * 4) - 1 }
        let city = (0..<count).map { _ in Int32(random.unit() * 25) }
        let outcome = (0..<count).map { row -> Double in
            let margin =
                (score[row].isNaN ? 0 : score[row] - 5) * 0.5 + (city[row] % 3 == 0 ? 1 : -0.5) + sin(code[row])
            return random.unit() < probability(ofLogOdds: margin) ? 1 : 0
        }
        let frame = Frame(
            rowCount: count,
            columns: [
                Column(name: "score", values: .numeric(score)), Column(name: "code", values: .numeric(code)),
                Column(name: "team", values: .categorical(codes: team, levels: ["a", "b", "c"])),
                Column(name: "city", values: .categorical(codes: city, levels: (0..<25).map { "c\($0)" })),
            ])
        return (frame, outcome)
    }

    @Test("native scores and contributions equal XGBoost's on the same matrix")
    func equalsXGBoost() throws {
        let (frame, outcome) = Self.sample(700)
        let learner = BoostedLearner(foldCount: 2)
        let rows = Array(0..<500)
        let fitted = try learner.fitValidated(frame, rows: rows, outcome: outcome, weights: nil, seed: 5)
        guard case .boosted(let model) = fitted.model else {
            Issue.record("not a boosted model")
            return
        }
        let held = Array(500..<700)
        let columns = try model.schema.resolve(frame)
        for member in model.members {
            let booster = try Booster(json: Data(member.trees.json.utf8))
            let (encoding, trees) = (model.encodings[member.encoding], member.trees.ensemble)
            let matrix = encoding.encode(columns, rows: held)
            let expected = try booster.margins(DMatrix(matrix))
            let inputs = encoding.inputs(columns)
            #expect(trees.margins(inputs, rows: .listed(held)).map(Float.init) == expected)
            let contributions = try booster.contributions(DMatrix(matrix))
            let own = trees.contributions(inputs, rows: .listed(held))
            let width = matrix.columnCount
            for row in held.indices {
                for slot in 0..<width {
                    let expected = Double(contributions[row * (width + 1) + slot])
                    #expect(abs(own[row * width + slot] - expected) < 1e-4)
                }
            }
        }
        let parts = try model.contributions(frame, rows: held)
        let margins = try model.margins(frame, rows: held)
        for row in held.indices {
            let sum = (0..<4).reduce(parts.base) { $0 + parts[row, $1] }
            #expect(abs(sum - margins[row]) < 1e-4)
        }
        // Another order of columns and codes gives the same scores.
        let renamed = Frame(
            rowCount: 700,
            columns: frame.columns.reversed().map { column in
                guard case .categorical(let codes, let levels) = column.values else { return column }
                let last = Int32(levels.count - 1)
                return Column(
                    name: column.name,
                    values: .categorical(codes: codes.map { $0 < 0 ? -1 : last - $0 }, levels: levels.reversed()))
            })
        #expect(try model.margins(renamed, rows: held) == margins)
    }
}
