import Foundation
import Testing

@testable import Forecast

@Suite struct UpliftTests {
    /// Four rows by hand: perfect order. Treated 1, control 0 in the upper half; treated 0, control 0 in the lower.
    /// Corners of gain: 0, 1/2 · 1, 1 · 1/2 with φ = 0, 1/2, 1: area 1/8 + 1/4, straight line 1/4.
    @Test func areasByHand() throws {
        let treatment = Treatment(assignment: [true, false, true, false])
        let ranked = RankedUplift(
            rows: [0, 1, 2, 3], scores: [2, 2, 1, 1], outcome: [1, 0, 0, 0], treatment: treatment,
            units: [0, 1, 2, 3])
        let areas = ranked.areas(counts: nil)
        #expect(abs(areas.auuc - 0.125) < 1e-12)
        #expect(abs(areas.qini - 0.125) < 1e-12)
        #expect(ranked.gains(points: 4) == [0, 0.25, 0.5, 0.5, 0.5])
    }

    static func data(_ count: Int, seed: UInt64) -> (frame: Frame, treated: [Bool], outcome: [Double], uplift: [Double])
    {
        var random = SeededRandom(seed: seed)
        let x = (0..<count).map { _ in random.normal() }
        let z = (0..<count).map { _ in random.normal() }
        let treated = (0..<count).map { _ in random.unit() < 0.5 }
        let uplift = x.map { $0 > 0 ? 0.3 : -0.1 }
        let outcome = (0..<count).map { random.unit() < 0.3 + (treated[$0] ? uplift[$0] : 0) ? 1.0 : 0 }
        let frame = Frame(
            rowCount: count,
            columns: [Column(name: "x", values: .numeric(x)), Column(name: "z", values: .numeric(z))])
        return (frame, treated, outcome, uplift)
    }

    @Test func learnsWhoGains() throws {
        let data = Self.data(1_600, seed: 4)
        let treatment = Treatment(assignment: data.treated)
        let (training, held) = (Array(0..<1_000), Array(1_000..<1_600))
        let fit = try UpliftLearner(foldCount: 3).fit(
            data.frame, rows: training, outcome: data.outcome, treatment: treatment, seed: 1)
        #expect(fit.heldOut.count == fit.rows.count)
        let predicted = try fit.model.uplift(data.frame, rows: held)
        var scores = [Double](repeating: .nan, count: 1_600)
        for (row, value) in zip(held, predicted) { scores[row] = value }
        let report = try UpliftReport(
            repeats: [scores], outcome: data.outcome, treatment: treatment, resamples: 100, seed: 1)
        #expect(report.qini.low > 0 && report.auuc.low > 0)
        #expect(report.qini.low <= report.qini.value && report.qini.value <= report.qini.high)
        #expect(report.gain.first?.gain == 0)
        #expect(abs(report.gain[20].gain - report.gain[20].random) < 1e-12)
        var random = SeededRandom(seed: 8)
        let chance = try UpliftReport(
            repeats: [scores.map { $0.isNaN ? .nan : random.unit() }], outcome: data.outcome, treatment: treatment,
            resamples: 100, seed: 1)
        #expect(chance.qini.contains(0))
        let copy = try JSONDecoder().decode(UpliftModel.self, from: JSONEncoder().encode(fit.model))
        #expect(try copy.uplift(data.frame, rows: held) == predicted)
    }

    /// Open e-mail experiment (Hillstrom): learners of other tools reach a Qini of 0.0064–0.0078, random order 0.002.
    @Test(.enabled(if: FullRun.isOn && OpenData.isPresent))
    func openExperiment() throws {
        let table = try OpenData.table("open/hillstrom.csv")
        let column = try OpenData.folds("hillstrom_w", repeats: "r0", rowCount: table.records.count)
        let name = table.header.contains("treatment") ? "treatment" : "segment"
        let whole = table.frame(dropping: [])
        let treatment = try Treatment(#require(whole[name]), treated: "Womens E-Mail", control: "No E-Mail")
        let frame = whole.dropping([name, "visit", "conversion", "spend", "history_segment"])
        let outcome = table["visit"].map { Double($0)! }
        let folds = Folds.external(rows: Array(0..<frame.rowCount), columns: [column])
        var scores = [Double](repeating: .nan, count: frame.rowCount)
        let started = ContinuousClock.now
        for split in folds.splits {
            let fit = try UpliftLearner().fit(
                frame, rows: split.training, outcome: outcome, treatment: treatment, seed: 1)
            for (row, value) in zip(split.held, try fit.model.uplift(frame, rows: split.held)) { scores[row] = value }
        }
        let trained = ContinuousClock.now - started
        let report = try UpliftReport(repeats: [scores], outcome: outcome, treatment: treatment, seed: 1)
        print("uplift", report.qini, report.auuc, "training", trained, "all", ContinuousClock.now - started)
        #expect(report.qini.value > 0.0055 && report.qini.low > 0.001)
        var random = SeededRandom(seed: 1)
        let chance = try UpliftReport(
            repeats: [scores.map { $0.isNaN ? .nan : random.unit() }], outcome: outcome, treatment: treatment, seed: 1)
        print("random", chance.qini, chance.auuc)
        #expect(chance.qini.contains(0))
    }
}
