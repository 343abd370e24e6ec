import Foundation

/// A blend of hazard models: risk on the log-hazard scale, its parts per fact, and a curve of staying per row.
public struct SurvivalModel: Sendable, Codable {
    enum Member: Sendable, Codable {
        case hazard(HazardModel)
        case cox(CoxModel)

        func risk(_ frame: Frame, rows: [Int]) throws -> [Double] {
            switch self {
            case .hazard(let model): try model.risk(frame, rows: rows)
            case .cox(let model): try model.risk(frame, rows: rows)
            }
        }

        func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
            switch self {
            case .hazard(let model): try model.contributions(frame, rows: rows)
            case .cox(let model): try model.contributions(frame, rows: rows)
            }
        }
    }

    /// How a member's score enters: (score − mean) / deviation, both from held-out training rows.
    struct Scale: Sendable, Codable, Equatable {
        var mean: Double
        var deviation: Double
    }

    public let features: [String]
    let members: [Member]
    let scales: [Scale]
    /// From the standardised mean score to log hazard, fitted on held-out scores.
    let slope: Double
    /// Baseline cumulative hazard (Breslow) on a grid of event times.
    public let times: [Double]
    let baseline: [Double]

    /// Log hazard relative to the baseline: higher leaves sooner.
    public func risk(_ frame: Frame, rows: [Int]) throws -> [Double] {
        var sums = [Double](repeating: 0, count: rows.count)
        for (member, scale) in zip(members, scales) {
            let weight = slope / (scale.deviation * Double(members.count))
            for (index, risk) in try member.risk(frame, rows: rows).enumerated() {
                sums[index] += weight * (risk - scale.mean)
            }
        }
        return sums
    }

    /// Parts of ``risk(_:rows:)`` per fact; base + Σ parts = risk.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        var result = Contributions(
            features: features, base: 0, parts: [Double](repeating: 0, count: rows.count * features.count))
        for (member, scale) in zip(members, scales) {
            let weight = slope / (scale.deviation * Double(members.count))
            let own = try member.contributions(frame, rows: rows)
            result.base += weight * (own.base - scale.mean)
            for index in own.parts.indices { result.parts[index] += weight * own.parts[index] }
        }
        return result
    }

    /// S(t | x) = exp(−H₀(t) · exp(risk)).
    public func curves(_ frame: Frame, rows: [Int]) throws -> SurvivalCurves {
        let risks = try risk(frame, rows: rows)
        return SurvivalCurves(
            times: times, surviving: risks.flatMap { risk in baseline.map { exp(-$0 * exp(risk)) } })
    }
}
