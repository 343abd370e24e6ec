import Foundation

/// Averaged XGBoost ensembles, one per inner fold, each with its own encoding.
public struct BoostedModel: Model {
    struct Member: Sendable {
        let encoding: TreeEncoding
        let booster: Booster
        /// XGBoost's JSON, as trained.
        let json: String

        init(encoding: TreeEncoding, json: String) throws {
            self.encoding = encoding
            self.json = json
            booster = try Booster(json: Data(json.utf8))
        }
    }

    public let schema: FeatureSchema
    let members: [Member]
    /// What the search chose.
    public let settings: BoostedSettings

    public var features: [String] { schema.names }

    /// Rows encoded at a time.
    private static let blockSize = 65_536

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        var sums = [Double](repeating: 0, count: rows.count)
        for start in stride(from: 0, to: rows.count, by: Self.blockSize) {
            let block = Array(rows[start..<min(start + Self.blockSize, rows.count)])
            for member in members {
                let margins = try member.booster.margins(DMatrix(member.encoding.encode(columns, rows: block)))
                for index in block.indices { sums[start + index] += Double(margins[index]) }
            }
        }
        return sums.map { $0 / Double(members.count) }
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        let width = columns.count
        var parts = [Double](repeating: 0, count: rows.count * width)
        var base = 0.0
        let share = 1 / Double(members.count)
        for start in stride(from: 0, to: rows.count, by: Self.blockSize) {
            let block = Array(rows[start..<min(start + Self.blockSize, rows.count)])
            for member in members {
                let slots = member.encoding.slots
                let values = try treeContributions(member, member.encoding.encode(columns, rows: block))
                for index in block.indices {
                    let line = index * (slots.count + 1)
                    for (position, slot) in slots.enumerated() {
                        parts[(start + index) * width + slot.feature] += share * Double(values[line + position])
                    }
                }
                if start == 0, !block.isEmpty { base += share * Double(values[slots.count]) }
            }
        }
        return Contributions(features: features, base: base, parts: parts)
    }
}

/// Exact Shapley values of one ensemble: row-major, columns plus the base.
func treeContributions(_ member: BoostedModel.Member, _ matrix: DenseMatrix) throws -> [Float] {
    try member.booster.contributions(DMatrix(matrix))
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
