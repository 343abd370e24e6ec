import Foundation

/// Discrete-time hazards with a logistic link: logit h(i | x) = αᵢ + x·β, averaged over the models of inner folds.
public struct HazardModel: Sendable, Codable {
    struct Part: Sendable, Codable {
        let encoding: LinearEncoding
        /// Of the facts only.
        let coefficients: [Double]
        /// Log-odds of leaving in each interval at the encoding's zero.
        let periods: [Double]
        /// Means of the design columns, from which contributions are measured.
        let means: [Double]
    }

    public let schema: FeatureSchema
    public let grid: TimeGrid
    let parts: [Part]
    /// The strength chosen by inner folds.
    public let penalty: Double

    /// x·β per row, measured from the training mean: higher leaves sooner.
    public func risk(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let split = try contributions(frame, rows: rows)
        let width = split.features.count
        return rows.indices.map { row in
            split.base + (0..<width).reduce(0) { $0 + split.parts[row * width + $1] }
        }
    }

    /// Parts of ``risk(_:rows:)`` per fact.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        let width = columns.count
        var values = [Double](repeating: 0, count: rows.count * width)
        let share = 1 / Double(parts.count)
        for part in parts {
            for feature in columns.indices {
                let offset = part.encoding.offsets[feature]
                let span = offset..<offset + part.encoding.terms[feature].width
                let centre = span.reduce(0) { $0 + part.coefficients[$1] * part.means[$1] }
                for (index, row) in rows.enumerated() {
                    var sum = -centre
                    part.encoding.visit(feature, columns[feature], row: row) { sum += part.coefficients[$0] * $1 }
                    values[index * width + feature] += share * sum
                }
            }
        }
        return Contributions(features: schema.names, base: 0, parts: values)
    }

    /// S at the end of each interval: Π (1 − h).
    public func curves(_ frame: Frame, rows: [Int]) throws -> SurvivalCurves {
        let risks = try risk(frame, rows: rows)
        let share = 1 / Double(parts.count)
        let starts = grid.ends.indices.map { interval in
            parts.reduce(0) { sum, part in
                sum + share
                    * (part.periods[interval] + zip(part.coefficients, part.means).reduce(0) { $0 + $1.0 * $1.1 })
            }
        }
        var surviving: [Double] = []
        surviving.reserveCapacity(rows.count * grid.count)
        for risk in risks {
            var staying = 1.0
            for start in starts {
                staying *= 1 - probability(ofLogOdds: start + risk)
                surviving.append(staying)
            }
        }
        return SurvivalCurves(times: grid.ends, surviving: surviving)
    }
}
