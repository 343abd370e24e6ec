import Foundation
import Testing

@testable import Forecast

/// Out-of-fold concordance on open data with its written folds; other tools' figures stand in the data's README.
@Suite(.enabled(if: FullRun.isOn && OpenData.isPresent)) struct SurvivalQualityTests {
    @Test(
        arguments: [
            ("turnover_babushkin.csv", "turnover", "stag", "event", "1", [], 0.63),
            ("telco_churn.csv", "telco_surv", "tenure", "Churn", "Yes", ["customerID", "TotalCharges"], 0.8566),
        ] as [(String, String, String, String, String, [String], Double)])
    func concordance(
        file: String, folds: String, time: String, event: String, positive: String, drop: [String], least: Double
    ) throws {
        let table = try OpenData.table("open/\(file)")
        let frame = table.frame(dropping: Set(drop + [time, event]))
        let outcome = SurvivalOutcome(
            times: table[time].map { Double($0)! }, events: table[event].map { $0 == positive })
        let column = try OpenData.folds(folds, repeats: "r0")
        let split = Folds.external(rows: Array(0..<frame.rowCount), columns: [column])
        let started = ContinuousClock.now
        var risk = [Double](repeating: .nan, count: frame.rowCount)
        for part in split.splits {
            let fit = try SurvivalLearner().fit(frame, rows: part.training, outcome: outcome, seed: 1)
            for (row, value) in zip(part.held, try fit.model.risk(frame, rows: part.held)) { risk[row] = value }
            print(folds, part.fold, fit.members.map { "\($0.name) \($0.harrell)" })
        }
        let byFold = split.splits.map { part in
            Concordance.harrell(outcome.taking(part.held), risk: part.held.map { risk[$0] })
        }
        let mean = byFold.reduce(0, +) / Double(byFold.count)
        print(folds, "mean of folds", mean, "time", ContinuousClock.now - started)
        #expect(mean >= least)
    }
}
