/// A node of a readable tree.
public indirect enum TreeNode: Sendable, Codable, Equatable {
    case leaf(TreeLeaf)
    /// Rows meeting the condition go to `yes`.
    case branch(TreeLeaf, condition: TreeCondition, yes: TreeNode, no: TreeNode)

    /// What is known at this node, branch or leaf.
    public var facts: TreeLeaf {
        switch self {
        case .leaf(let facts): facts
        case .branch(let facts, _, _, _): facts
        }
    }

    public var leaves: [TreeLeaf] {
        switch self {
        case .leaf(let facts): [facts]
        case .branch(_, _, let yes, let no): yes.leaves + no.leaves
        }
    }

    public var depth: Int {
        switch self {
        case .leaf: 0
        case .branch(_, _, let yes, let no): 1 + max(yes.depth, no.depth)
        }
    }
}

/// The training rows of a node.
public struct TreeLeaf: Sendable, Codable, Equatable {
    /// Number of training rows.
    public let count: Int
    /// Share of positives among them (weighted).
    public let rate: Double
    /// Share drawn towards the overall rate, as if two average rows were added.
    public let probability: Double

    public var logOdds: Double { Forecast.logOdds(of: probability) }
}

/// The question at a branch.
public struct TreeCondition: Sendable, Codable, Equatable {
    public enum Test: Sendable, Codable, Equatable {
        /// value < threshold.
        case below(Double)
        /// The code is one of these, rising.
        case among([Int32])
    }

    /// Position in the schema.
    public let feature: Int
    public let test: Test
    /// Whether a missing value counts as yes.
    public let missingIsYes: Bool

    func holds(_ column: ResolvedColumn, row: Int) -> Bool {
        switch test {
        case .below(let threshold):
            let value = column.number(row)
            return value.isNaN ? missingIsYes : value < threshold
        case .among(let codes):
            let code = column.code(row)
            return code < 0 ? missingIsYes : codes.binarySearch(code) != nil
        }
    }
}
