import Forecast
import Foundation
import Kernel
import SQL
import Shell

@testable import Organization
@testable import Retention
@testable import Showcase

/// What the employees' programme learns in a demonstration company: written into a house, measured at every month end by
/// the facts and snapshots of the product, learned from and scored as the jobs do it.
struct LearnedCompany: Sendable {
    let seed: UInt64
    let trained: TrainedModel
    let scored: [ScoredPerson]
    /// Held-out log-odds of the back-test with what became true; for pooling over seeds.
    let calibration: [ModelReport.Bin]

    static func of(
        people: Int, months: Int, seed: UInt64, effect: ShowcaseEffect,
        approach: RiskTraining.Approach = .logistic
    ) async throws -> LearnedCompany {
        let today = FilledHouse.today
        let (trained, latest) = try await learned(people, months, seed, effect, approach, today)
        guard let file = trained.file else {
            return LearnedCompany(seed: seed, trained: trained, scored: [], calibration: [])
        }
        let scoring = RiskScoring(
            verdict: trained.verdict, report: trained.report, facts: trained.facts, file: file, tree: trained.tree,
            shares: .usual)
        return LearnedCompany(
            seed: seed, trained: trained, scored: try scoring.scores(latest, without: [], earlier: [:]).people,
            calibration: trained.report.calibration)
    }

    private static func learned(
        _ people: Int, _ months: Int, _ seed: UInt64, _ effect: ShowcaseEffect, _ approach: RiskTraining.Approach,
        _ today: Day
    ) async throws -> (TrainedModel, Snapshot) {
        let box = Box()
        try await FilledHouse.with { it in
            _ = try await Showcase.fill(it.house, people: people, months: months, seed: seed, effect: effect)
            let catalogue = FactCatalogue(it.house)
            let (rows, latest) = try await it.house.database.read { tx in
                let earliest = today.adding(months: -36)
                let leavings = try Leavings(knownOn: today, since: earliest, tx)
                var rows = TrainingRows(horizon: 90, without: RiskProgramme.protected, seed: 7)
                for day in Population.employees.days(from: earliest, through: today)
                where leavings.covers(day, horizon: 90, knownOn: today) {
                    rows.append(try Snapshots.measure(.employees, day, catalogue, tx), leavings)
                }
                return (rows, try Snapshots.measure(.employees, today - 1, catalogue, tx))
            }
            box.found = (
                try RiskTraining(programme: "employees", today: today, shares: .usual, approach: approach)
                    .fit(rows, protected: []), latest
            )
        }
        guard let found = box.found else { throw Missing() }
        return found
    }

    private final class Box: @unchecked Sendable {
        var found: (TrainedModel, Snapshot)?
    }
}

extension LearnedCompany {
    var report: ModelReport { trained.report }

    /// Whether the planted rule was found: a path of the readable tree with low training, low mentor rating and sales that
    /// do not grow at its end, on which people leave at least four times as often as everybody; or all three among the
    /// five facts that matter most.
    var hasFoundRule: Bool {
        let isInTree = report.leaves.contains { leaf in
            leaf.share >= 4 * report.baseRate
                && Self.families.allSatisfy { family in family.words.contains { leaf.rule.en.contains($0) } }
        }
        let first = report.importance.prefix(5).flatMap(\.codes)
        return isInTree || Self.families.allSatisfy { family in first.contains { family.isOne($0) } }
    }

    /// Whether the planted null is among the five facts that matter most.
    var takesTheNullForSomething: Bool {
        report.importance.prefix(5).flatMap(\.codes).contains { $0.contains(ShowcaseMetric.luckyNumber.code) }
    }

    private struct Family {
        let metrics: [ShowcaseMetric]
        let words: [String]

        func isOne(_ code: String) -> Bool { metrics.contains { code.hasPrefix("m_\($0.code)_") } }
    }

    /// The three conditions, each by the facts that say it.
    private static let families = [
        Family(metrics: [.trainingCompletion], words: ["Training completion <"]),
        Family(metrics: [.mentorRating], words: ["Mentor rating <"]),
        Family(
            metrics: [.sales, .growth],
            words: [
                "Weekly growth of sales <", "Weekly growth of sales: last four weeks against the four before <",
                "Weekly sales: last four weeks against the four before <", "weeks in a row without growth ≥",
            ]),
    ]
}
