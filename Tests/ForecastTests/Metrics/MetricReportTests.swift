import Foundation
import Testing

@testable import Forecast

/// Forty made-up predictions; expected figures computed with scikit-learn 1.x (roc_auc_score, average_precision_score, log_loss,
/// brier_score_loss) and NumPy (array_split for the ten bins).
enum FortyRows {
    static let probabilities: [Double] = [
        0.03, 0.37, 0.72, 0.16, 0.5, 0.85, 0.29, 0.63, 0.08, 0.42, 0.76, 0.21, 0.55, 0.89, 0.34, 0.68, 0.12, 0.47, 0.81,
        0.25, 0.6, 0.04, 0.38, 0.73, 0.17, 0.51, 0.86, 0.3, 0.64, 0.09, 0.43, 0.77, 0.22, 0.56, 0.9, 0.35, 0.69, 0.13,
        0.48, 0.82,
    ]
    static let tied: [Double] = [
        0.0, 0.4, 0.7, 0.2, 0.5, 0.8, 0.3, 0.6, 0.1, 0.4, 0.8, 0.2, 0.6, 0.9, 0.3, 0.7, 0.1, 0.5, 0.8, 0.2, 0.6, 0.0,
        0.4, 0.7, 0.2, 0.5, 0.9, 0.3, 0.6, 0.1, 0.4, 0.8, 0.2, 0.6, 0.9, 0.4, 0.7, 0.1, 0.5, 0.8,
    ]
    static let outcome: [Double] = [
        1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0,
        0, 0, 1,
    ]
}

@Suite struct MetricReportTests {
    let plain = try! MetricReport(
        repeats: [FortyRows.probabilities], outcome: FortyRows.outcome, resamples: 200, seed: 1)

    @Test(arguments: [
        (Metric.rocAUC, 0.7443609022556391), (.prAUC, 0.8254961621969129), (.logLoss, 0.6603139361318526),
        (.brier, 0.21174), (.accuracy, 0.75), (.ece, 0.1705), (.brierReliability, 0.04143125),
        (.brierResolution, 0.080625), (.brierUncertainty, 0.525 * 0.475), (.precisionTop5, 1), (.precisionTop20, 1),
        (.liftTop5, 1 / 0.525), (.liftTop20, 1 / 0.525),
    ])
    func equalsScikitLearn(metric: Metric, expected: Double) {
        #expect(abs(plain[metric].value - expected) < 1e-12)
        #expect(plain[metric].low <= plain[metric].value && plain[metric].value <= plain[metric].high)
    }

    @Test func tiesCountHalf() throws {
        let report = try MetricReport(repeats: [FortyRows.tied], outcome: FortyRows.outcome, resamples: 2, seed: 1)
        #expect(abs(report[.rocAUC].value - 0.7468671679197996) < 1e-12)
        #expect(abs(report[.prAUC].value - 0.8026163427351489) < 1e-12)
    }

    @Test func weightsCountAsCopies() throws {
        let report = try MetricReport(
            repeats: [FortyRows.probabilities], outcome: FortyRows.outcome,
            weights: (0..<40).map { Double(1 + $0 % 3) }, resamples: 2, seed: 1)
        #expect(abs(report[.rocAUC].value - 0.8526383526383526) < 1e-12)
        #expect(abs(report[.prAUC].value - 0.8846493025620739) < 1e-12)
        #expect(abs(report[.logLoss].value - 0.513623039056098) < 1e-12)
        #expect(abs(report[.brier].value - 0.15915822784810127) < 1e-12)
    }

    @Test func everyoneTheBaseRateIsTheReference() throws {
        let report = try MetricReport(
            repeats: [[Double](repeating: 0.525, count: 40)], outcome: FortyRows.outcome, resamples: 2, seed: 1)
        for entry in report.entries where entry.metric != .accuracy {
            #expect(abs(entry.estimate.value - entry.reference) < 1e-9, "\(entry.metric)")
        }
    }

    @Test func repeatsAreAveragedAndUnjudgedRowsLeftOut() throws {
        var half = FortyRows.probabilities
        for row in 20..<40 { half[row] = .nan }
        let report = try MetricReport(
            repeats: [FortyRows.probabilities, half], outcome: FortyRows.outcome, resamples: 50, seed: 3)
        let mean = (report.byRepeat[0][0] + report.byRepeat[1][0]) / 2
        #expect(abs(report[.rocAUC].value - mean) < 1e-12)
        #expect(report.rowCount == 40 && report.repeats == 2)
    }

    @Test func sameSeedSameIntervals() throws {
        let again = try MetricReport(
            repeats: [FortyRows.probabilities], outcome: FortyRows.outcome, resamples: 200, seed: 1)
        #expect(again == plain)
    }

    @Test func wholeGroupsAreDrawn() throws {
        let groups = (0..<40).map { $0 / 8 }
        let report = try MetricReport(
            repeats: [FortyRows.probabilities], outcome: FortyRows.outcome, groups: groups, resamples: 200, seed: 1)
        #expect(report[.rocAUC].value == plain[.rocAUC].value)
        #expect(report[.rocAUC] != plain[.rocAUC])
    }

    @Test func refusesWhatCannotBeJudged() {
        #expect(throws: ForecastMetricRefusal.oneOutcome) {
            try MetricReport(repeats: [[0.1, 0.2]], outcome: [0, 0], seed: 1)
        }
        #expect(throws: ForecastMetricRefusal.nothingJudged) {
            try MetricReport(repeats: [[.nan, .nan]], outcome: [0, 1], seed: 1)
        }
    }

    /// The 95 % interval of ROC-AUC holds the true value (normal scores one apart: Φ(1/√2) = 0.7602) about 95 times in 100.
    @Test func intervalCoversTheTruth() throws {
        var random = SeededRandom(seed: 5)
        let sets = FullRun.isOn ? 400 : 100
        var covered = 0
        for set in 0..<sets {
            let outcome = (0..<200).map { Double($0 % 3 == 0 ? 1 : 0) }
            let scores = outcome.map { probability(ofLogOdds: random.normal() + $0) }
            let report = try MetricReport(
                repeats: [scores], outcome: outcome, resamples: FullRun.isOn ? 400 : 100, seed: UInt64(set))
            if report[.rocAUC].contains(NormalDistribution.cumulative(1 / 2.0.squareRoot())) { covered += 1 }
        }
        #expect(Double(covered) / Double(sets) >= 0.88)
        #expect(Double(covered) / Double(sets) <= 0.99)
    }

    /// A thousand resamples of 30,000 rows take about a second in a release build on two cores.
    @Test(.enabled(if: FullRun.isOn)) func isFast() throws {
        var random = SeededRandom(seed: 1)
        let scores = (0..<30_000).map { _ in random.unit() }
        let outcome = scores.map { random.unit() < $0 ? 1.0 : 0 }
        let started = ContinuousClock.now
        let report = try MetricReport(repeats: [scores], outcome: outcome, seed: 1)
        print("metrics of 30,000 rows, 1,000 resamples:", ContinuousClock.now - started, report[.rocAUC])
        #expect(report[.rocAUC].high - report[.rocAUC].low < 0.02)
    }
}
