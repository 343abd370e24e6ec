/// A weighted sum of XGBoost ensembles, each with the encoding of the fold it was trained on.
public struct BoostedModel: Model {
    struct Member: Sendable, Codable {
        /// Position in `encodings`.
        let encoding: Int
        let weight: Double
        let trees: BoostedTrees

        init(encoding: Int, weight: Double, json: String) throws {
            self.encoding = encoding
            self.weight = weight
            trees = try BoostedTrees(json: json)
        }
    }

    public let schema: FeatureSchema
    let encodings: [TreeEncoding]
    let members: [Member]
    let intercept: Double

    public var features: [String] { schema.names }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        var sums = [Double](repeating: intercept, count: rows.count)
        for group in groups { group.addMargins(columns, rows: rows, to: &sums) }
        return sums
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        var result = Contributions(
            features: features, base: intercept, parts: [Double](repeating: 0, count: rows.count * columns.count))
        for group in groups { group.addContributions(columns, rows: rows, to: &result) }
        return result
    }

    private var groups: [WeightedTrees] {
        encodings.enumerated().map { index, encoding in
            WeightedTrees(
                encoding: encoding,
                trees: members.filter { $0.encoding == index }.map { ($0.weight, $0.trees) })
        }
    }
}
