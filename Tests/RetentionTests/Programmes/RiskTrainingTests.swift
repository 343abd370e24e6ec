import Forecast
import Foundation
import Kernel
import Testing

@testable import Retention

/// Learning from generated populations whose truth is known.
struct RiskTrainingTests {
    @Test(
        "The planted rule is found, and what says nothing is not among what matters",
        arguments: FullRun.isOn ? [1, 2, 3] : [1] as [UInt64])
    func planted(seed: UInt64) throws {
        let trained = try PlantedPopulation(seed: seed).trained()
        #expect(trained.verdict == .predicts)
        #expect(trained.report.scheme == .timeOrdered)
        let useful = trained.report.importance.filter(\.isClear).flatMap(\.codes)
        #expect(useful.contains("training") || useful.contains("mentor"))
        let first = Set(trained.report.importance.prefix(2).flatMap(\.codes))
        #expect(first == ["training", "mentor"])
        let slope = try #require(trained.report.slope?.value)
        #expect((0.6...1.6).contains(slope), "slope \(slope)")
        #expect(!trained.report.tree.isEmpty && !trained.report.periods.isEmpty)
        #expect(trained.report.tree.contains { $0.rule.zh.contains("培训完成率") || $0.rule.zh.contains("导师评分") })
    }

    /// Learned once, with signals that would have been right every time since the middle of the time.
    private static let compared = Result {
        let population = PlantedPopulation(people: 900, seed: 5)
        let rows = population.rows()
        let days = Array(Set(rows.days)).sorted()
        let since = days[days.count / 2]
        let points = rows.days.indices.map { rows.days[$0] < since ? Double.nan : rows.outcome[$0] * 3 }
        let training = RiskTraining(
            programme: "employees", today: population.today, shares: .usual, approach: .logistic)
        return (since: since, report: try training.fit(rows, protected: [], signals: points).report)
    }

    @Test("Predicted and actual shares of tiers agree in the back-test")
    func backTest() throws {
        let report = try Self.compared.get().report
        var (predicted, actual, count) = (0.0, 0.0, 0)
        for tier in report.periods.flatMap(\.tiers) where tier.tier.rank >= RiskTier.high.rank {
            predicted += tier.predicted * Double(tier.count)
            actual += tier.actual.value * Double(tier.count)
            count += tier.count
        }
        #expect(count > 100)
        #expect(abs(predicted - actual) / Double(count) < 0.12)
        let rates = report.leaves.map(\.share)
        #expect(rates == rates.sorted(by: >))
        #expect(report.leaves.allSatisfy { $0.leavers <= $0.people })
    }

    @Test("Signals are compared on the snapshots they were looked for at, and the model on the same ones")
    func signals() throws {
        let (since, report) = try Self.compared.get()
        let comparison = try #require(report.comparison)
        #expect(comparison.from.number >= since)
        #expect(comparison.signals.value == 1)
        #expect((0.5..<1).contains(comparison.model.value))
        let population = PlantedPopulation(people: 300, seed: 21)
        let rows = population.rows()
        let training = RiskTraining(
            programme: "employees", today: population.today, shares: .usual, approach: .logistic)
        let none = rows.days.map { _ in Double.nan }
        #expect(try training.fit(rows, protected: [], signals: none).report.comparison == nil)
    }

    @Test("Days before the first signal are unknown, not without signals")
    func signalHistory() throws {
        let rows = PlantedPopulation(seed: 9).rows()
        let since = Array(Set(rows.days)).sorted()[4]
        let subjects = Array(Set(rows.subjects))
        let points = try #require(
            SignalHistory.points(
                of: rows, since: since,
                Dictionary(uniqueKeysWithValues: subjects.map { ($0, [(from: since, until: since + 40, points: 2)]) })))
        for row in points.indices {
            #expect(points[row].isNaN == (rows.days[row] < since))
            if rows.days[row] >= since { #expect(points[row] == (rows.days[row] < since + 40 ? 2 : 0)) }
        }
    }

    @Test(
        "Where nothing tells who leaves, the model says so",
        arguments: FullRun.isOn ? [11, 12, 13, 14] : [11] as [UInt64])
    func noise(seed: UInt64) throws {
        let population = PlantedPopulation(effect: 0, seed: seed)
        let trained = try population.trained()
        // By chance one population in forty may look predictable; its report has to show both figures then.
        guard trained.verdict == .nothing else {
            let area = try #require(trained.report[.rocAUC]?.estimate)
            #expect((area.low ?? 0) > 0.5 && area.value < 0.65)
            return
        }
        #expect(trained.report.importance.isEmpty)
        let scored = try scoring(trained).scores(try #require(population.snapshots.last), without: [], earlier: [:])
        for person in scored.people where person.tier != .unknown {
            #expect(person.tier == .medium)
            #expect(person.probability == trained.report.baseRate)
            #expect(person.drivers.isEmpty && person.detail == nil)
        }
    }

    @Test("Too few leavers are not learned from")
    func tooFew() throws {
        let trained = try PlantedPopulation(people: 60, months: 5, effect: 0, seed: 3).trained()
        #expect(trained.verdict == .tooFew)
        #expect(trained.file == nil && trained.kind == "signals")
    }

    @Test("No test learns from what was not known by then")
    func embargo() {
        let rows = PlantedPopulation(seed: 9).rows()
        let plan = TrainingFolds(rows, people: rows.people, seed: 1)
        #expect(plan.scheme == .timeOrdered)
        for split in plan.folds.splits {
            let first = split.held.map { rows.days[$0] }.min() ?? 0
            #expect(split.training.allSatisfy { rows.days[$0] + rows.horizon <= first })
        }
    }

    @Test("A short history is tested by people, and nobody is on both sides")
    func people() {
        let rows = PlantedPopulation(months: 3, seed: 4).rows()
        let plan = TrainingFolds(rows, people: rows.people, seed: 1)
        #expect(plan.scheme == .people)
        for split in plan.folds.splits {
            #expect(
                Set(split.held.map { rows.subjects[$0] }).isDisjoint(with: split.training.map { rows.subjects[$0] }))
        }
    }

    @Test("The same rows give the same model; a report that throws stops the work")
    func repeatable() throws {
        let population = PlantedPopulation(people: 300, seed: 21)
        let (one, two) = (try population.trained(), try population.trained())
        #expect(try one.file?.encoded() == two.file?.encoded())
        let stopped = RiskTraining(programme: "employees", today: population.today, shares: .usual, approach: .logistic)
        {
            share, _ in
            if share > 0.5 { throw CancellationError() }
        }
        #expect(throws: CancellationError.self) { try stopped.fit(population.rows(), protected: []) }
    }

    func scoring(_ trained: TrainedModel) throws -> RiskScoring {
        RiskScoring(
            verdict: trained.verdict, report: trained.report, facts: trained.facts, file: try #require(trained.file),
            tree: trained.tree, shares: .usual)
    }
}
