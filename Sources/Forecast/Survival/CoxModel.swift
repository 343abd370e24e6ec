/// Boosted proportional hazards: the mean of the boosters of inner folds; higher leaves sooner.
public struct CoxModel: Sendable, Codable {
    struct Member: Sendable, Codable {
        let encoding: TreeEncoding
        let trees: BoostedTrees
    }

    public let schema: FeatureSchema
    let members: [Member]
    public let settings: BoostedSettings
    public let rounds: Int

    /// Log hazard relative to the baseline.
    public func risk(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        var sums = [Double](repeating: 0, count: rows.count)
        for group in groups { group.addMargins(columns, rows: rows, to: &sums) }
        return sums
    }

    /// Exact parts of ``risk(_:rows:)`` per fact.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        var result = Contributions(
            features: schema.names, base: 0, parts: [Double](repeating: 0, count: rows.count * columns.count))
        for group in groups { group.addContributions(columns, rows: rows, to: &result) }
        return result
    }

    private var groups: [WeightedTrees] {
        members.map { WeightedTrees(encoding: $0.encoding, trees: [(1 / Double(members.count), $0.trees)]) }
    }
}
