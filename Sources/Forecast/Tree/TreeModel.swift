/// One readable decision tree.
public struct TreeModel: Model {
    public let schema: FeatureSchema
    public let root: TreeNode
    /// Pruning strength chosen by inner folds: impurity per additional leaf, in shares of the training rows.
    public let alpha: Double
    /// Per fact, whether any training row lacked it; only then is a missing value worth a word.
    public let hasMissing: [Bool]

    public var features: [String] { schema.names }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        return rows.map { row in
            var node = root
            while case .branch(_, let condition, let yes, let no) = node {
                node = condition.holds(columns[condition.feature], row: row) ? yes : no
            }
            return node.facts.logOdds
        }
    }

    /// The steps of log-odds along the row's path, each given to the fact that was asked.
    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        var parts = [Double](repeating: 0, count: rows.count * columns.count)
        for (index, row) in rows.enumerated() {
            var node = root
            while case .branch(let facts, let condition, let yes, let no) = node {
                node = condition.holds(columns[condition.feature], row: row) ? yes : no
                parts[index * columns.count + condition.feature] += node.facts.logOdds - facts.logOdds
            }
        }
        return Contributions(features: features, base: root.facts.logOdds, parts: parts)
    }
}
