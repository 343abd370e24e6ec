/// Boosted proportional hazards: the mean of the boosters of inner folds; higher leaves sooner.
public struct CoxModel: Sendable, Codable {
    public let schema: FeatureSchema
    let members: [BoostedModel.Member]
    public let settings: BoostedSettings
    public let rounds: Int

    /// Log hazard relative to the baseline.
    public func risk(_ frame: Frame, rows: [Int]) throws -> [Double] {
        members.margins(try schema.resolve(frame), rows: rows)
    }

    /// Exact parts of ``risk(_:rows:)`` per fact.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        members.contributions(try schema.resolve(frame), features: schema.names, rows: rows)
    }
}
