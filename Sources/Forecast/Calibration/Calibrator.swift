import Foundation

/// A monotone map from a model's log-odds to log-odds whose probabilities come true.
public enum Calibrator: Sendable, Codable, Equatable {
    case identity
    /// `slope · margin + intercept` (Platt 1999).
    case platt(slope: Double, intercept: Double)
    case isotonic(IsotonicCurve)

    /// Log-odds after calibration; never decreasing in `margin`.
    public func callAsFunction(_ margin: Double) -> Double {
        switch self {
        case .identity: margin
        case .platt(let slope, let intercept): slope * margin + intercept
        case .isotonic(let curve): curve(margin)
        }
    }

    /// Isotonic needs this many of each outcome.
    static let enoughForIsotonic = 1000.0

    /// Chooses among no change, Platt and (with at least 1,000 positives and 1,000 negatives) isotonic by log loss
    /// in five folds over the given scores.
    ///
    /// - Parameters:
    ///   - margins: held-out log-odds; rows with NaN are skipped.
    ///   - outcome, weights: one per margin.
    public static func fit(
        margins: [Double], outcome: [Double], weights: [Double]? = nil, seed: UInt64
    ) -> CalibrationFit {
        let known = margins.indices.filter { !margins[$0].isNaN }
        let x = known.map { margins[$0] }
        let y = known.map { outcome[$0] }
        let w = weights.map { weights in known.map { weights[$0] } }
        let positives = y.reduce(0, +)
        let negatives = Double(y.count) - positives
        var kinds = [Kind.identity]
        if min(positives, negatives) >= 10 { kinds.append(.platt) }
        if min(positives, negatives) >= enoughForIsotonic { kinds.append(.isotonic) }
        let folds = Folds.stratified(rows: Array(x.indices), outcome: y, count: 5, seed: seed)
        var crossed = [[Double]](repeating: x, count: kinds.count)
        for split in folds.splits {
            for (index, kind) in kinds.enumerated() where kind != .identity {
                let calibrator = kind.fit(x, y, w, rows: split.training)
                for row in split.held { crossed[index][row] = calibrator(x[row]) }
            }
        }
        let losses = crossed.map { meanLogLoss(margins: $0, outcome: y, weights: w) }
        let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
        var back = [Double](repeating: .nan, count: margins.count)
        for (index, row) in known.enumerated() { back[row] = crossed[best][index] }
        return CalibrationFit(
            calibrator: kinds[best].fit(x, y, w, rows: Array(x.indices)),
            lossBefore: losses[0], lossAfter: losses[best], crossFitted: back
        )
    }

    private enum Kind {
        case identity, platt, isotonic

        func fit(_ x: [Double], _ y: [Double], _ w: [Double]?, rows: [Int]) -> Calibrator {
            switch self {
            case .identity: .identity
            case .platt: .plattFit(x, y, w, rows: rows)
            case .isotonic: .isotonicFit(x, y, w, rows: rows)
            }
        }
    }
}

/// A calibrator with its cross-fitted effect.
public struct CalibrationFit: Sendable {
    public let calibrator: Calibrator
    /// Mean log loss of the scores as they were, and cross-fitted after calibration.
    public let lossBefore: Double
    public let lossAfter: Double
    /// Calibrated log-odds per given row from maps that did not see it; NaN where the margin was.
    public let crossFitted: [Double]
}

extension Calibrator {
    static func isotonicFit(_ x: [Double], _ y: [Double], _ w: [Double]?, rows: [Int]) -> Calibrator {
        let platt = plattFit(x, y, w, rows: rows)
        guard case .platt(let slope, let intercept) = platt else { return platt }
        return .isotonic(
            IsotonicCurve(
                margins: rows.map { x[$0] }, outcome: rows.map { y[$0] }, weights: w.map { w in rows.map { w[$0] } },
                slope: slope, intercept: intercept
            )
        )
    }

    /// Platt's sigmoid by Newton's method with his smoothed targets; the slope is kept positive.
    static func plattFit(_ x: [Double], _ y: [Double], _ w: [Double]?, rows: [Int]) -> Calibrator {
        var (positives, negatives) = (0.0, 0.0)
        for row in rows {
            if y[row] == 1 { positives += 1 } else { negatives += 1 }
        }
        let high = (positives + 1) / (positives + 2)
        let low = 1 / (negatives + 2)
        var (slope, intercept) = (1.0, 0.0)
        for _ in 0..<50 {
            var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
            for row in rows {
                let weight = w?[row] ?? 1
                let p = probability(ofLogOdds: slope * x[row] + intercept)
                let residual = weight * (p - (y[row] == 1 ? high : low))
                let curvature = weight * p * (1 - p)
                ga += residual * x[row]
                gb += residual
                haa += curvature * x[row] * x[row]
                hab += curvature * x[row]
                hbb += curvature
            }
            let determinant = haa * hbb - hab * hab
            guard determinant > 1e-12 else { break }
            let da = (hbb * ga - hab * gb) / determinant
            let db = (haa * gb - hab * ga) / determinant
            let scale = min(1, 2 / max(abs(da), 1e-12))
            slope -= scale * da
            intercept -= scale * db
            if abs(da) + abs(db) < 1e-10 { break }
        }
        guard slope > 0.05, slope.isFinite, intercept.isFinite else { return .identity }
        return .platt(slope: slope, intercept: intercept)
    }
}
