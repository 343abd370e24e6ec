import Forecast

/// Corrects predictions by how earlier ones came true.
///
/// Inside a training part people are judged by models of other people in the same months. What was peculiar to those months
/// does not come again, so such scores turn out too extreme later on. The predictions of earlier tests, made forward in
/// time, tell by how much (recalibration in time; Cox 1958).
struct ForwardCalibration: Sendable {
    /// For each part of the back-test, from the parts whose outcomes were known before it.
    let parts: [Calibrator]
    /// From all parts, for the model that is used from now on.
    let whole: Calibrator

    init(_ crossed: CrossValidated, _ rows: TrainingRows, scheme: TrainingFolds.Scheme) {
        guard scheme == .timeOrdered else {
            (parts, whole) = (crossed.parts.map { _ in .identity }, .identity)
            return
        }
        let judged = crossed.parts.flatMap { part in
            zip(part.split.held, part.margins).map { row, margin in Judged(row: row, margin: margin) }
        }
        parts = crossed.parts.map { part in
            let first = part.split.held.map { rows.days[$0] }.min() ?? 0
            return Self.fit(judged.filter { rows.days[$0.row] + rows.horizon <= first }, rows)
        }
        whole = Self.fit(judged, rows)
    }

    private struct Judged {
        let row: Int
        let margin: Double
    }

    /// How far slope and level are expected to be off before anything was judged, as standard deviations.
    private static let doubt = 0.3

    /// The likeliest line under that expectation: with few leavers it hardly changes anything. Rows of one leaver together
    /// count as one.
    private static func fit(_ judged: [Judged], _ rows: TrainingRows) -> Calibrator {
        let events = judged.filter { rows.outcome[$0.row] == 1 }
        let leavers = Set(events.map { rows.subjects[$0.row] }).count
        guard leavers >= RiskTraining.leastLeavers, leavers < judged.count else { return .identity }
        let weight = Double(leavers) / Double(events.count)
        let mean = judged.reduce(0) { $0 + $1.margin } / Double(judged.count)
        let precision = 1 / (doubt * doubt)
        var (level, slope) = (0.0, 1.0)
        for _ in 0..<50 {
            var (g0, g1) = (-level * precision, -(slope - 1) * precision)
            var (h00, h01, h11) = (precision, 0.0, precision)
            for one in judged {
                let x = one.margin - mean
                let p = probability(ofLogOdds: mean + level + slope * x)
                let residual = weight * (rows.outcome[one.row] - p)
                let curvature = weight * p * (1 - p)
                g0 += residual
                g1 += residual * x
                h00 += curvature
                h01 += curvature * x
                h11 += curvature * x * x
            }
            let determinant = h00 * h11 - h01 * h01
            let (a, b) = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant)
            level += max(-1, min(1, a))
            slope = max(0.05, slope + max(-1, min(1, b)))
            if abs(a) + abs(b) < 1e-10 { break }
        }
        return .platt(slope: slope, intercept: mean + level - slope * mean)
    }
}

extension Calibrator {
    /// This map followed by a line; a map of steps stays as it is, for it was learned from a thousand leavers and more.
    func followed(by line: Calibrator) -> Calibrator {
        switch (self, line) {
        case (.identity, _): line
        case (.platt(let slope, let intercept), .platt(let second, let shift)):
            .platt(slope: second * slope, intercept: second * intercept + shift)
        default: self
        }
    }
}
