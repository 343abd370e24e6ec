import Foundation
import Testing

@testable import Forecast

/// Exponential times with a planted hazard; about four in ten rows are censored.
enum PlantedHazard {
    static func rows(_ count: Int, seed: UInt64) -> (frame: Frame, outcome: SurvivalOutcome, truth: [Double]) {
        var random = SeededRandom(seed: seed)
        let x = (0..<count).map { _ in random.normal() }
        let noise = (0..<count).map { _ in random.normal() }
        let branch = (0..<count).map { _ in Int32(random.unit() * 3) }
        let truth = (0..<count).map { 0.8 * x[$0] + (branch[$0] == 2 ? 0.7 : 0) }
        let leaving = truth.map { -log(1 - random.unit()) * 20 * exp(-$0) }
        let watched = (0..<count).map { _ in 5 + random.unit() * 35 }
        let frame = Frame(
            rowCount: count,
            columns: [
                Column(name: "评分", values: .numeric(x)), Column(name: "noise", values: .numeric(noise)),
                Column(name: "branch", values: .categorical(codes: branch, levels: ["A", "B", "C"])),
            ])
        return (
            frame,
            SurvivalOutcome(
                times: zip(leaving, watched).map { min($0, $1) }, events: zip(leaving, watched).map { $0 <= $1 }), truth
        )
    }
}

@Suite struct SurvivalLearnerTests {
    static let data = PlantedHazard.rows(400, seed: 3)
    static let training = Array(0..<300)
    static let held = Array(300..<400)

    @Test func gridFollowsUnitsOrQuantiles() {
        let months = SurvivalOutcome(times: [1, 2, 2, 3, 5], events: [true, true, true, false, true])
        #expect(TimeGrid(months).ends == [1, 2, 5])
        #expect(TimeGrid(months).interval(of: 3) == 2 && TimeGrid(months).interval(of: 9) == 2)
        #expect(TimeGrid(Self.data.outcome, mostIntervals: 10).count == 10)
    }

    @Test func personPeriods() {
        let outcome = SurvivalOutcome(times: [2, 3], events: [true, false])
        let periods = PersonPeriods(
            outcome, rows: [0, 1], grid: TimeGrid(SurvivalOutcome(times: [1, 2, 4], events: [true, true, true])))
        #expect(periods.position == [0, 0, 1, 1, 1])
        #expect(periods.left == [0, 1, 0, 0, 0])
        #expect(periods.weight == [1, 1, 1, 1, 0.5])
    }

    @Test func logisticHazardFindsThePlantedOrder() throws {
        let fit = try HazardLearner().fit(Self.data.frame, rows: Self.training, outcome: Self.data.outcome, seed: 1)
        let risk = try fit.model.risk(Self.data.frame, rows: Self.held)
        let truth = Concordance.harrell(
            Self.data.outcome.taking(Self.held), risk: Self.held.map { Self.data.truth[$0] })
        #expect(Concordance.harrell(Self.data.outcome.taking(Self.held), risk: risk) > truth - 0.03)
        let curves = try fit.model.curves(Self.data.frame, rows: Self.held)
        let mean = curves.mean(of: Array(Self.held.indices))
        let observed = KaplanMeier(Self.data.outcome.taking(Self.held))
        for (time, value) in zip(curves.times, mean) where time < 30 {
            #expect(abs(value - observed.surviving(at: time).value) < 0.12)
        }
    }

    @Test func blendAddsUpAndIsReproducible() throws {
        let learner = SurvivalLearner(foldCount: 3)
        let (frame, outcome) = (Self.data.frame, Self.data.outcome)
        let fit = try learner.fit(frame, rows: Self.training, outcome: outcome, seed: 1)
        let risk = try fit.model.risk(frame, rows: Self.held)
        let truth = Concordance.harrell(outcome.taking(Self.held), risk: Self.held.map { Self.data.truth[$0] })
        #expect(Concordance.harrell(outcome.taking(Self.held), risk: risk) > truth - 0.04)
        let parts = try fit.model.contributions(frame, rows: Self.held)
        for row in Self.held.indices {
            let sum = (0..<3).reduce(parts.base) { $0 + parts[row, $1] }
            #expect(abs(sum - risk[row]) < 1e-4)
        }
        let again = try learner.fit(frame, rows: Self.training, outcome: outcome, seed: 1)
        #expect(try again.model.risk(frame, rows: Self.held) == risk)
        let copy = try JSONDecoder().decode(SurvivalModel.self, from: JSONEncoder().encode(fit.model))
        #expect(try copy.risk(frame, rows: Self.held) == risk)
        #expect(fit.members.count == 5)

        let curves = try fit.model.curves(frame, rows: Self.held)
        var held = [Double](repeating: .nan, count: 400)
        for (row, value) in zip(Self.held, risk) { held[row] = value }
        let report = try SurvivalReport(
            repeats: [.init(risk: held, curves: curves)], outcome: outcome, resamples: 50, seed: 1)
        #expect(report.harrell.low < report.harrell.value && report.harrell.value < report.harrell.high)
        #expect(try #require(report.integratedBrier).value < #require(report.integratedBrierReference))
    }

    @Test func refusesTooFewEvents() {
        #expect(throws: ForecastRefusal.tooFewEvents(found: 3, needed: 30)) {
            try SurvivalLearner().fit(
                Frame(rowCount: 3, columns: [Column(name: "x", values: .numeric([1, 2, 3]))]), rows: [0, 1, 2],
                outcome: SurvivalOutcome(times: [1, 2, 3], events: [true, true, true]), seed: 1)
        }
    }
}
