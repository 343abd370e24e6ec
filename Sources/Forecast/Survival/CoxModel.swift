import Foundation

/// Boosted proportional hazards: the mean of the boosters of inner folds; higher leaves sooner.
public struct CoxModel: Sendable, Codable {
    public let schema: FeatureSchema
    let members: [BoostedModel.Member]
    public let settings: BoostedSettings
    public let rounds: Int

    /// Log hazard relative to the baseline.
    public func risk(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        var sums = [Double](repeating: 0, count: rows.count)
        for member in members {
            let margins = try member.booster.margins(DMatrix(member.encoding.encode(columns, rows: rows)))
            for index in rows.indices { sums[index] += Double(margins[index]) / Double(members.count) }
        }
        return sums
    }

    /// Exact parts of ``risk(_:rows:)`` per fact.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        let width = columns.count
        let share = 1 / Double(members.count)
        var parts = [Double](repeating: 0, count: rows.count * width)
        var base = 0.0
        for member in members {
            let slots = member.encoding.slots
            let values = try treeContributions(member, member.encoding.encode(columns, rows: rows))
            for index in rows.indices {
                let line = index * (slots.count + 1)
                for (position, slot) in slots.enumerated() {
                    parts[index * width + slot.feature] += share * Double(values[line + position])
                }
            }
            if !rows.isEmpty { base += share * Double(values[slots.count]) }
        }
        return Contributions(features: schema.names, base: base, parts: parts)
    }
}
