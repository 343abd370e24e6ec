/// A linear model of log-odds with its encoding.
public struct LogisticModel: Model {
    public let schema: FeatureSchema
    let encoding: LinearEncoding
    let regression: LogisticRegression
    /// Mean of every design column over the training rows; contributions are measured from here.
    let means: [Double]
    /// The strength chosen by inner folds.
    public let penalty: Double

    public var features: [String] { schema.names }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        return rows.map { row in
            var margin = regression.intercept
            for feature in columns.indices {
                encoding.visit(feature, columns[feature], row: row) { margin += regression.coefficients[$0] * $1 }
            }
            return margin
        }
    }

    /// Per fact: coefficient × (value − training mean), summed over its design columns.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        let centres = columns.indices.map { feature in
            (encoding.offsets[feature]..<encoding.offsets[feature] + encoding.terms[feature].width)
                .reduce(0) { $0 + regression.coefficients[$1] * means[$1] }
        }
        var parts = [Double](repeating: 0, count: rows.count * columns.count)
        for (index, row) in rows.enumerated() {
            for feature in columns.indices {
                var part = -centres[feature]
                encoding.visit(feature, columns[feature], row: row) { part += regression.coefficients[$0] * $1 }
                parts[index * columns.count + feature] = part
            }
        }
        return Contributions(features: features, base: regression.intercept + centres.reduce(0, +), parts: parts)
    }
}
