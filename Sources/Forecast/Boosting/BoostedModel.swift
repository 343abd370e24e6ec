import Foundation

/// Averaged XGBoost ensembles, one per inner fold, each with its own encoding.
public struct BoostedModel: Model {
    struct Member: Sendable {
        let encoding: TreeEncoding
        /// XGBoost's JSON, as trained: any XGBoost can load it.
        let json: String
        let trees: TreeEnsemble

        init(encoding: TreeEncoding, json: String) throws {
            self.encoding = encoding
            self.json = json
            trees = try TreeEnsemble(json: Data(json.utf8))
        }
    }

    public let schema: FeatureSchema
    let members: [Member]
    /// What the search chose.
    public let settings: BoostedSettings

    public var features: [String] { schema.names }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        members.margins(try schema.resolve(frame), rows: rows)
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        members.contributions(try schema.resolve(frame), features: features, rows: rows)
    }
}

extension [BoostedModel.Member] {
    /// The mean score of the members.
    func margins(_ columns: [ResolvedColumn], rows: [Int]) -> [Double] {
        var sums = [Double](repeating: 0, count: rows.count)
        for member in self {
            let margins = member.trees.margins(member.encoding.inputs(columns), rows: .listed(rows))
            for index in sums.indices { sums[index] += margins[index] / Double(count) }
        }
        return sums
    }

    /// The mean of the members' exact parts, per fact.
    func contributions(_ columns: [ResolvedColumn], features: [String], rows: [Int]) -> Contributions {
        let share = 1 / Double(count)
        var result = Contributions(
            features: features, base: 0, parts: [Double](repeating: 0, count: rows.count * columns.count))
        for member in self {
            member.trees.addContributions(
                member.encoding.inputs(columns), rows: .listed(rows), to: &result.parts, width: columns.count,
                places: member.encoding.slots.map(\.feature), scale: share
            )
            result.base += share * member.trees.expectedMargin
        }
        return result
    }
}

extension BoostedModel.Member: Codable {
    private enum CodingKeys: CodingKey { case encoding, json }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            encoding: container.decode(TreeEncoding.self, forKey: .encoding),
            json: container.decode(String.self, forKey: .json)
        )
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(json, forKey: .json)
    }
}
