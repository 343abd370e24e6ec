import Foundation
import Kernel
import Synchronization
import Testing

@testable import Forecast

@Suite struct CrossValidationTests {
    private let planted = PlantedFrame(rows: 400, seed: 51)

    private func folds(_ repeats: Int = 1) -> Folds {
        Folds.stratified(rows: planted.rows, outcome: planted.outcome, count: 4, repeats: repeats, seed: 2)
    }

    @Test func `Every row is predicted once per repeat, by a model that never saw it`() throws {
        let done = Mutex(0)
        let result = try CrossValidation(TreeLearner(foldCount: 3), folds: folds(2))
            .run(planted.frame, outcome: planted.outcome, seed: 1) { _, of in
                #expect(of == 8)
                done.withLock { $0 += 1 }
            }
        #expect(done.withLock { $0 } == 8)
        for repetition in 0..<2 {
            let own = result.predictions.filter { $0.repetition == repetition }
            #expect(own.map(\.row).sorted() == planted.rows)
            #expect(own.allSatisfy { $0.probability > 0 && $0.probability < 1 })
        }
        #expect(result.meanMargins(rowCount: 400).allSatisfy { $0.isFinite })
    }

    @Test func `Changing a held-out outcome changes no prediction of its fold`() throws {
        let split = folds().splits[1]
        let one = Folds(splits: [split])
        let before = try CrossValidation(LogisticLearner(foldCount: 3), folds: one)
            .run(planted.frame, outcome: planted.outcome, seed: 1)
        var outcome = planted.outcome
        for row in split.held { outcome[row] = .nan }
        let after = try CrossValidation(LogisticLearner(foldCount: 3), folds: one)
            .run(planted.frame, outcome: outcome, seed: 1)
        #expect(before.predictions == after.predictions)
    }

    @Test func `Time-ordered training uses time-ordered inner folds`() throws {
        let day = planted.rows.map { Double(($0 * 31) % 400) }
        let folds = Folds.timeOrdered(rows: planted.rows, order: day, testFrom: 300)
        for kind in [QuickLearner.logistic, .additive, .boosted] {
            let learner: any ValidatingLearner =
                switch kind {
                case .additive: AdditiveLearner(resampling: .timeOrdered(day), foldCount: 3)
                case .boosted: BoostedLearner(resampling: .timeOrdered(day), foldCount: 3)
                default: LogisticLearner(resampling: .timeOrdered(day), foldCount: 3)
                }
            let result = try CrossValidation(learner, folds: folds)
                .run(planted.frame, outcome: planted.outcome, seed: 1)
            #expect(result.predictions.map(\.row) == planted.rows.filter { day[$0] >= 300 })
            let scores = result.parts[0].margins
            #expect(rankingQuality(scores, result.parts[0].split.held.map { planted.outcome[$0] }) > 0.75)
        }
    }

    @Test func `Too few events are refused with a sentence`() {
        let outcome = planted.rows.map { $0 < 29 ? 1.0 : 0 }
        let error = #expect(throws: ForecastRefusal.self) {
            _ = try CrossValidation(TreeLearner(), folds: folds()).fitFinal(
                planted.frame, rows: planted.rows, outcome: outcome, seed: 1
            )
        }
        #expect(error == .tooFewEvents(found: 29, needed: 30))
        #expect(error?.explanation.zh.contains("29") == true)
    }

    @Test func `An outcome that is not 0 or 1 is named`() {
        var outcome = planted.outcome
        outcome[17] = 3
        #expect(throws: ForecastRefusal.outcomeNotBinary(row: 17)) {
            _ = try CrossValidation(TreeLearner(), folds: folds())
                .run(planted.frame, outcome: outcome, seed: 1)
        }
    }

    @Test func `A run can be stopped`() {
        #expect(throws: CancellationError.self) {
            _ = try CrossValidation(TreeLearner(foldCount: 3), folds: folds(5))
                .run(planted.frame, outcome: planted.outcome, seed: 1) { done, _ in
                    if done == 2 { throw CancellationError() }
                }
        }
    }
}
