import Foundation
import Kernel
import Testing

@testable import Forecast

@Suite struct EffectTests {
    @Test func treatmentLevels() throws {
        let column = Column(
            name: "segment", values: .categorical(codes: [0, 1, 2, -1, 1], levels: ["Mens", "No", "Womens"]))
        let treatment = try Treatment(column, treated: "Womens", control: "No")
        #expect(treatment.assignment == [nil, false, true, nil, false])
        #expect(treatment.rows == [1, 2, 4])
        #expect(throws: EffectRefusal.nameControl(levels: ["Mens", "No", "Womens"])) {
            try Treatment(column, treated: "Womens")
        }
        #expect(throws: EffectRefusal.unknownLevel("女", known: ["Mens", "No", "Womens"])) {
            try Treatment(column, treated: "女", control: "No")
        }
        let flags = Column(name: "t", values: .numeric([1, 0, .nan]))
        #expect(try Treatment(flags, treated: "1").assignment == [true, false, nil])
    }

    /// Newcombe's example 56/70 against 48/80, and a sentence that says so.
    @Test func randomisedShare() throws {
        let treated = (0..<150).map { $0 < 70 }
        let outcome = (0..<150).map { $0 < 56 || ($0 >= 70 && $0 < 118) ? 1.0 : 0 }
        let estimate = try RandomisedEffect.estimate(
            outcome, treatment: Treatment(assignment: treated), rows: Array(0..<150))
        #expect(abs(estimate.effect.low - 0.0524) < 1e-4 && abs(estimate.effect.high - 0.3339) < 1e-4)
        #expect(estimate.sentence.zh.contains("提高约 20.0 个百分点（95% 区间 5.2 至 33.4）"))
        #expect(estimate.sentence.en.contains("raises the share by about 20.0 percentage points"))
    }

    /// Reference: scipy.stats.ttest_ind(a, b, equal_var=False).confidence_interval().
    @Test func welchInterval() {
        let interval = RandomisedEffect.welch([5, 7, 9, 12, 4], [3, 2, 6, 4])
        #expect(abs(interval.value - 3.65) < 1e-12)
        #expect(abs(interval.low + 0.39229701579524257) < 1e-6 && abs(interval.high - 7.692297015795243) < 1e-6)
    }

    @Test func adjustedEstimateReportsItsBalance() throws {
        let data = EffectCoverageTests.selected(seed: 9, count: 600)
        let rows = Array(0..<600)
        let treatment = Treatment(assignment: data.treated)
        let estimate = try AIPW().estimate(
            data.frame, rows: rows, outcome: data.outcome, treatment: treatment, seed: 1)
        #expect(estimate.overlap > 0.9 && estimate.trimmed == 600 - Int((estimate.overlap * 600).rounded()))
        let x = try #require(estimate.balance.first { $0.column == "x" })
        #expect(abs(x.before) > 0.5 && abs(x.after) < 0.2)
        #expect(estimate.sentence.zh.contains("未经处理的直接对比"))
        let again = try AIPW().estimate(
            data.frame, rows: rows, outcome: data.outcome, treatment: treatment, seed: 1)
        #expect(again == estimate)

        let matched = try MatchedComparison(
            data.frame, rows: rows, outcome: data.outcome, treatment: treatment, seed: 1)
        #expect(Set(matched.pairs.map(\.control)).count == matched.pairs.count)
        #expect(matched.pairs.allSatisfy { data.treated[$0.treated] && !data.treated[$0.control] })
        let after = try #require(matched.estimate.balance.first { $0.column == "x" })
        #expect(abs(after.after) < 0.4 * abs(x.before))
        #expect(matched.pairs.count + matched.unmatched == data.treated.count { $0 })
    }

    /// Rows of one person do not count as several people.
    @Test func clusteredErrorsAreWider() throws {
        let data = EffectCoverageTests.selected(seed: 11, count: 300)
        let rows = (0..<300).flatMap { [$0, $0, $0] }
        let frame = data.frame.taking(rows)
        let treatment = Treatment(assignment: rows.map { data.treated[$0] })
        let outcome = rows.map { data.outcome[$0] }
        let all = Array(0..<900)
        let plain = try AIPW().estimate(frame, rows: all, outcome: outcome, treatment: treatment, seed: 1)
        let clustered = try AIPW().estimate(
            frame, rows: all, outcome: outcome, treatment: treatment, groups: rows, seed: 1)
        #expect(clustered.effect.high - clustered.effect.low > 1.4 * (plain.effect.high - plain.effect.low))
    }

    @Test func refusals() {
        #expect(throws: EffectRefusal.tooFewRows(treated: 1, control: 1, needed: 10)) {
            try RandomisedEffect.estimate([0, 1], treatment: Treatment(assignment: [true, false]), rows: [0, 1])
        }
        // Treated exactly when x > 0: nothing to compare with.
        var random = SeededRandom(seed: 2)
        let x = (0..<400).map { _ in random.normal() }
        let frame = Frame(rowCount: 400, columns: [Column(name: "x", values: .numeric(x))])
        #expect {
            try AIPW().estimate(
                frame, rows: Array(0..<400), outcome: x.map { _ in random.unit() < 0.5 ? 1 : 0 },
                treatment: Treatment(assignment: x.map { $0 > 0 }), seed: 1)
        } throws: { error in
            if case EffectRefusal.noOverlap(let share) = error { share < 0.5 } else { false }
        }
        #expect(throws: EffectRefusal.tooFewRows(treated: 1, control: 0, needed: 10)) {
            try DifferenceInDifferences.estimate(
                [
                    .init(unit: 1, treated: true, after: false, value: 1),
                    .init(unit: 1, treated: true, after: true, value: 2),
                ], seed: 1)
        }
    }
}
