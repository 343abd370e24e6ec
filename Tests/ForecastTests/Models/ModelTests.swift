import Foundation
import Testing

@testable import Forecast

/// What every learner promises.
@Suite struct ModelTests {
    private let planted = PlantedFrame(rows: 360, seed: 31)

    private func fit(_ kind: QuickLearner, seed: UInt64 = 7) throws -> ValidatedFit {
        try kind.learner.fitValidated(
            planted.frame, rows: planted.rows, outcome: planted.outcome, weights: nil, seed: seed
        )
    }

    @Test(arguments: QuickLearner.allCases)
    func `Parts add up, a stored model says the same, and order or unknown levels do no harm`(
        kind: QuickLearner
    ) throws {
        let model = CalibratedModel(model: try fit(kind).model, calibrator: .platt(slope: 0.9, intercept: 0.1))
        let fresh = PlantedFrame(rows: 120, seed: 32)
        let margins = try model.margins(fresh.frame, rows: fresh.rows)
        let parts = try model.contributions(fresh.frame, rows: fresh.rows)
        #expect(parts.features == ["x", "noise", "grade", "team", "city"])
        for row in fresh.rows {
            let sum = (0..<5).reduce(parts.base) { $0 + parts[row, $1] }
            #expect(abs(sum - margins[row]) < 1e-4)
        }
        let coder = JSONEncoder()
        coder.outputFormatting = .sortedKeys
        let stored = try coder.encode(FittedModel.calibrated(model))
        let loaded = try JSONDecoder().decode(FittedModel.self, from: stored)
        let same = try loaded.margins(fresh.frame, rows: fresh.rows)
        #expect(zip(same, margins).allSatisfy { $0 == $1 })
        let again = try coder.encode(loaded)
        #expect((again == stored) == true)

        // Other codes for the same levels, other column order, a level never seen, a column left out.
        guard case .categorical(let codes, let levels) = fresh.frame.columns[3].values else { return }
        var columns = fresh.frame.columns
        columns[3].values = .categorical(
            codes: codes.map { $0 < 0 ? -1 : 3 - $0 }, levels: ["new"] + levels.reversed()
        )
        let shuffled = Frame(rowCount: 120, columns: columns.reversed())
        let moved = try loaded.margins(shuffled, rows: fresh.rows)
        #expect(zip(moved, margins).allSatisfy { $0 == $1 })
        #expect(
            try loaded.margins(fresh.frame.dropping(["city"]), rows: fresh.rows).allSatisfy { $0.isFinite }
        )
    }

    @Test(arguments: QuickLearner.allCases)
    func `The same seed gives the same bytes`(kind: QuickLearner) throws {
        let coder = JSONEncoder()
        coder.outputFormatting = .sortedKeys
        let (first, second) = (try coder.encode(fit(kind).model), try coder.encode(fit(kind).model))
        #expect((first == second) == true)
    }

    @Test(arguments: [QuickLearner.tree, .logistic, .additive, .boosted])
    func `What is held out influences nothing`(kind: QuickLearner) throws {
        let training = planted.rows.filter { $0 % 4 != 0 }
        let poisoned = planted.rows.map { $0 % 4 == 0 ? Double.nan : planted.outcome[$0] }
        var columns = planted.frame.columns
        for index in columns.indices {
            if case .numeric(let numbers) = columns[index].values {
                columns[index].values = .numeric(numbers.enumerated().map { $0 % 4 == 0 ? 1e9 : $1 })
            } else if case .categorical(let codes, let levels) = columns[index].values {
                columns[index].values = .categorical(
                    codes: codes.enumerated().map { $0 % 4 == 0 ? -1 : $1 }, levels: levels
                )
            }
        }
        let foul = Frame(rowCount: planted.frame.rowCount, columns: columns)
        let clean = try kind.learner.fitValidated(
            planted.frame, rows: training, outcome: planted.outcome, weights: nil, seed: 3
        )
        let other = try kind.learner.fitValidated(foul, rows: training, outcome: poisoned, weights: nil, seed: 3)
        #expect(clean.heldOutMargins == other.heldOutMargins)
        let coder = JSONEncoder()
        coder.outputFormatting = .sortedKeys
        let (first, second) = (try coder.encode(clean.model), try coder.encode(other.model))
        #expect((first == second) == true)
    }

    @Test(arguments: QuickLearner.allCases)
    func `A planted signal is recovered`(kind: QuickLearner) throws {
        let fresh = PlantedFrame(rows: 400, seed: 33)
        let scores = try fit(kind).model.margins(fresh.frame, rows: fresh.rows)
        let possible = rankingQuality(fresh.truth, fresh.outcome)
        #expect(rankingQuality(scores, fresh.outcome) > possible - (kind == .tree ? 0.12 : 0.06))
    }

    @Test(arguments: [QuickLearner.logistic, .tree])
    func `Doubling the weight of a row is like having it twice`(kind: QuickLearner) throws {
        // Grouped folds, so that the second copy is in the fold of the first.
        let twice = planted.rows + planted.rows.filter { $0 % 3 == 0 }
        let groups = twice.map { $0 }
        let doubled = planted.frame.taking(twice)
        let outcome = twice.map { planted.outcome[$0] }
        #expect(doubled.rowCount == groups.count && outcome.count == groups.count)
        let weights = planted.rows.map { $0 % 3 == 0 ? 2.0 : 1 }
        let weighted = try kind.learner.fit(
            planted.frame, rows: planted.rows, outcome: planted.outcome, weights: weights, seed: 3
        )
        let copied = try kind.learner.fit(
            doubled, rows: Array(twice.indices), outcome: outcome, weights: nil, seed: 3
        )
        let a = try weighted.margins(planted.frame, rows: planted.rows)
        let b = try copied.margins(planted.frame, rows: planted.rows)
        let distance = zip(a, b).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(a.count)
        #expect(distance < 0.35)
    }

    @Test func `Wrong kinds of columns are refused by name`() throws {
        let model = try fit(.tree).model
        let wrong = Frame(rowCount: 1, columns: [Column(name: "team", values: .numeric([1]))])
        #expect(throws: ForecastRefusal.columnKind(name: "team", expectsNumbers: false)) {
            _ = try model.margins(wrong, rows: [0])
        }
    }
}
