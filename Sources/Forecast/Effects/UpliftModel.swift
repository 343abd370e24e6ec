import Foundation

/// How much a treatment would change each row's outcome: the mean of a two-model and a doubly robust linear prediction.
public struct UpliftModel: Sendable, Codable {
    public let schema: FeatureSchema
    let isShare: Bool
    let treated: [CrossFitting.Linear]
    let control: [CrossFitting.Linear]
    let direct: [CrossFitting.Linear]

    /// Treated minus untreated outcome per row: a fraction for shares, otherwise in the outcome's unit.
    public func uplift(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        let with = Self.mean(treated, columns, rows)
        let without = Self.mean(control, columns, rows)
        let direct = Self.mean(direct, columns, rows)
        return rows.indices.map { Self.blend(with[$0], without[$0], direct[$0], isShare: isShare) }
    }

    static func blend(_ with: Double, _ without: Double, _ direct: Double, isShare: Bool) -> Double {
        let difference = isShare ? probability(ofLogOdds: with) - probability(ofLogOdds: without) : with - without
        return (difference + direct) / 2
    }

    private static func mean(_ models: [CrossFitting.Linear], _ columns: [ResolvedColumn], _ rows: [Int]) -> [Double] {
        var sums = [Double](repeating: 0, count: rows.count)
        for model in models {
            for (index, value) in model.predict(columns, rows: rows).enumerated() { sums[index] += value }
        }
        return sums.map { $0 / Double(models.count) }
    }
}
