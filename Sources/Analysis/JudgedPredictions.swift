import Forecast
import Kernel

/// Held-out predictions judged: metrics, tiers and calibration, each with an interval.
struct JudgedPredictions {
    /// Per repeat, a probability per row of the table; NaN where not held out.
    let repeats: [[Double]]
    let report: MetricReport
    private let outcome: [Double]

    init(_ crossed: CrossValidated, outcome: [Double], rowCount: Int, groups: [Int]?, seed: UInt64) throws {
        var repeats: [Int: [Double]] = [:]
        for part in crossed.parts {
            for (row, margin) in zip(part.split.held, part.margins) {
                repeats[part.split.repetition, default: [Double](repeating: .nan, count: rowCount)][row] =
                    probability(ofLogOdds: margin)
            }
        }
        self.repeats = repeats.keys.sorted().map { repeats[$0]! }
        self.outcome = outcome
        report = try MetricReport(repeats: self.repeats, outcome: outcome, groups: groups, seed: seed)
    }

    var rocAUC: Estimate { Estimate(report[.rocAUC]) }

    var metrics: [MetricNote] { MetricNote.all(report) }

    var tiers: [TierNote] {
        TierTable(repeats: repeats, outcome: outcome).tiers.filter { $0.count > 0 }.map { entry in
            TierNote(
                tier: Tier.allCases[entry.index], share: entry.share, count: Int(entry.count.rounded()),
                predicted: entry.predicted, actual: Estimate(entry.actual))
        }
    }

    func calibration(_ crossed: CrossValidated) throws -> CalibrationNote {
        var before: [Int: [Double]] = [:]
        for part in crossed.parts {
            for (row, margin) in zip(part.split.held, part.rawMargins) {
                before[part.split.repetition, default: [Double](repeating: .nan, count: outcome.count)][row] =
                    probability(ofLogOdds: margin)
            }
        }
        let raw = before.keys.sorted().map { before[$0]! }
        let uncalibrated = try MetricReport(repeats: raw, outcome: outcome, resamples: 1, seed: 0)
        let methods = Set(crossed.parts.map(\.calibrator.name)).sorted()
        return CalibrationNote(
            method: methods.joined(separator: ", "), eceBefore: uncalibrated[.ece].value,
            eceAfter: report[.ece].value, brierBefore: uncalibrated[.brier].value,
            brierAfter: report[.brier].value,
            bins: CalibrationCurve(repeats: repeats, outcome: outcome).bins.map {
                .init(count: Int($0.count.rounded()), predicted: $0.predicted, observed: Estimate($0.observed))
            })
    }
}

extension Estimate {
    init(_ interval: IntervalEstimate) {
        self.init(
            interval.value, low: interval.low.isFinite ? interval.low : nil,
            high: interval.high.isFinite ? interval.high : nil)
    }
}

extension Calibrator {
    var name: String {
        switch self {
        case .identity: "none"
        case .platt: "platt"
        case .isotonic: "isotonic"
        }
    }
}
