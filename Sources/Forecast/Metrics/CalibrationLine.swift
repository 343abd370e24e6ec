import Foundation

/// Logistic recalibration of held-out log-odds (Cox 1958): perfect is slope 1 and intercept 0.
public struct CalibrationLine: Sendable, Codable, Equatable {
    /// Below 1: predictions too extreme (overfitting); above 1: too timid.
    public var slope: IntervalEstimate
    /// Calibration in the large: the constant to be added to all log-odds when the slope is kept at 1.
    public var intercept: IntervalEstimate

    /// - Parameters: as for ``MetricReport/init(repeats:outcome:weights:groups:resamples:seed:)``; intervals are Wald's,
    ///   averaged over repeats; with groups from the variance between them (Liang and Zeger 1986).
    public init(repeats: [[Double]], outcome: [Double], weights: [Double]? = nil, groups: [Int]? = nil) {
        var (slopes, intercepts) = ([(Double, Double)](), [(Double, Double)]())
        for probabilities in repeats {
            let rows = probabilities.indices.filter { !probabilities[$0].isNaN }
            guard !rows.isEmpty else { continue }
            let points = rows.map { row in
                let kept = min(1 - 1e-12, max(1e-12, probabilities[row]))
                return Point(
                    margin: logOdds(of: kept), outcome: outcome[row], weight: weights?[row] ?? 1, group: groups?[row])
            }
            let line = Self.fit(points, freeSlope: true)
            slopes.append((line.slope, line.slopeError))
            let shift = Self.fit(points, freeSlope: false)
            intercepts.append((shift.intercept, shift.interceptError))
        }
        slope = Self.average(slopes)
        intercept = Self.average(intercepts)
    }

    private struct Point {
        var margin: Double
        var outcome: Double
        var weight: Double
        var group: Int?
    }

    private struct Line {
        var intercept = 0.0
        var slope = 1.0
        var interceptError = Double.nan
        var slopeError = Double.nan
    }

    /// Newton's method on the two-parameter logistic likelihood.
    private static func fit(_ points: [Point], freeSlope: Bool) -> Line {
        var line = Line()
        for _ in 0..<50 {
            var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-12, 0.0, 1e-12)
            for point in points {
                let p = probability(ofLogOdds: line.intercept + line.slope * point.margin)
                let residual = point.weight * (point.outcome - p)
                let curvature = point.weight * p * (1 - p)
                g0 += residual
                g1 += residual * point.margin
                h00 += curvature
                h01 += curvature * point.margin
                h11 += curvature * point.margin * point.margin
            }
            let determinant = h00 * h11 - h01 * h01
            let flat = !freeSlope || determinant <= 1e-12 * h00 * h11
            let step = flat ? (g0 / h00, 0) : ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant)
            line.intercept += max(-2, min(2, step.0))
            line.slope += max(-1, min(1, step.1))
            line.interceptError = (flat ? 1 / h00 : h11 / determinant).squareRoot()
            line.slopeError = flat ? .nan : (h00 / determinant).squareRoot()
            if let meat = Scores(points, line) {
                // The inverse of the curvature on both sides of the variance of the groups' scores.
                let (a, b, c) = flat ? (1 / h00, 0, 0) : (h11 / determinant, -h01 / determinant, h00 / determinant)
                line.interceptError = meat.spread(a, b)
                line.slopeError = flat ? .nan : meat.spread(b, c)
            }
            if abs(step.0) < 1e-10, abs(step.1) < 1e-10 { break }
        }
        return line
    }

    /// Sums over groups of the products of their scores.
    private struct Scores {
        private var (m00, m01, m11) = (0.0, 0.0, 0.0)

        /// - Returns: nil without groups.
        init?(_ points: [Point], _ line: Line) {
            guard points.first?.group != nil else { return nil }
            var sums: [Int: (Double, Double)] = [:]
            for point in points {
                let p = probability(ofLogOdds: line.intercept + line.slope * point.margin)
                let residual = point.weight * (point.outcome - p)
                let before = sums[point.group ?? 0] ?? (0, 0)
                sums[point.group ?? 0] = (before.0 + residual, before.1 + residual * point.margin)
            }
            guard sums.count > 1 else { return nil }
            let correction = Double(sums.count) / Double(sums.count - 1)
            for (_, sum) in sums.sorted(by: { $0.key < $1.key }) {
                m00 += correction * sum.0 * sum.0
                m01 += correction * sum.0 * sum.1
                m11 += correction * sum.1 * sum.1
            }
        }

        func spread(_ a: Double, _ b: Double) -> Double {
            max(0, a * a * m00 + 2 * a * b * m01 + b * b * m11).squareRoot()
        }
    }

    private static func average(_ values: [(Double, Double)]) -> IntervalEstimate {
        let count = Double(values.count)
        let value = values.reduce(0) { $0 + $1.0 } / count
        let error = values.reduce(0) { $0 + $1.1 } / count
        let spread = NormalDistribution.z95 * error
        return IntervalEstimate(value: value, low: value - spread, high: value + spread)
    }
}
