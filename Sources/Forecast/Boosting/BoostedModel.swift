import Foundation

/// A weighted sum of XGBoost ensembles, each with the encoding of the fold it was trained on.
public struct BoostedModel: Model {
    struct Member: Sendable {
        /// Position in `encodings`.
        let encoding: Int
        let weight: Double
        let booster: Booster
        /// XGBoost's JSON, as trained.
        let json: String
    }

    public let schema: FeatureSchema
    let encodings: [TreeEncoding]
    let members: [Member]
    let intercept: Double

    public var features: [String] { schema.names }

    /// Rows encoded at a time.
    private static let blockSize = 65_536

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        var sums = [Double](repeating: intercept, count: rows.count)
        try eachMember(frame, rows) { member, matrix, start in
            let margins = try member.booster.margins(matrix)
            for index in margins.indices { sums[start + index] += member.weight * Double(margins[index]) }
        }
        return sums
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let width = schema.features.count
        var parts = [Double](repeating: 0, count: rows.count * width)
        var base = intercept
        try eachMember(frame, rows) { member, matrix, start in
            let slots = encodings[member.encoding].slots
            let values = try treeContributions(member.booster, matrix)
            for index in 0..<matrix.rowCount {
                let line = index * (slots.count + 1)
                for (position, slot) in slots.enumerated() {
                    parts[(start + index) * width + slot.feature] += member.weight * Double(values[line + position])
                }
            }
            if start == 0 { base += member.weight * Double(values[slots.count]) }
        }
        return Contributions(features: features, base: base, parts: parts)
    }

    /// Encodes the rows once per encoding and block, and hands them to every member that uses the encoding.
    private func eachMember(
        _ frame: Frame, _ rows: [Int], _ body: (Member, DMatrix, _ start: Int) throws -> Void
    ) throws {
        let columns = try schema.resolve(frame)
        for start in stride(from: 0, to: rows.count, by: Self.blockSize) {
            let block = Array(rows[start..<min(start + Self.blockSize, rows.count)])
            for (index, encoding) in encodings.enumerated() {
                let matrix = try DMatrix(encoding.encode(columns, rows: block))
                for member in members where member.encoding == index { try body(member, matrix, start) }
            }
        }
    }
}

/// Exact Shapley values of one ensemble: row-major, columns plus the base.
func treeContributions(_ booster: Booster, _ matrix: DMatrix) throws -> [Float] {
    try booster.contributions(matrix)
}

extension BoostedModel.Member: Codable {
    private enum CodingKeys: CodingKey { case encoding, weight, json }

    init(encoding: Int, weight: Double, json: String) throws {
        self.init(encoding: encoding, weight: weight, booster: try Booster(json: Data(json.utf8)), json: json)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            encoding: container.decode(Int.self, forKey: .encoding),
            weight: container.decode(Double.self, forKey: .weight),
            json: container.decode(String.self, forKey: .json)
        )
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(encoding, forKey: .encoding)
        try container.encode(weight, forKey: .weight)
        try container.encode(json, forKey: .json)
    }
}
