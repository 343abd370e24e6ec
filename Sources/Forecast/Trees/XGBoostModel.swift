import Foundation

/// The parts of an XGBoost 1.7 JSON model that scoring and explanation need.
struct XGBoostModel {
    /// As a prediction, not as a margin.
    var baseScore: Float?
    var featureCount: Int?
    var classCount = 0
    var objective = ""
    /// `gbtree`, `dart` or `gblinear`.
    var booster = ""
    var treesPerRound = 1
    /// Per tree the class it belongs to.
    var classes: [Int] = []
    var trees: [Tree] = []

    /// One tree, an array per property; node 0 is the root and −1 marks "no child".
    struct Tree {
        var leftChildren: [Int32] = []
        var rightChildren: [Int32] = []
        var features: [Int] = []
        /// Thresholds of questions and values of leaves; NaN for questions about categories.
        var conditions: [Float] = []
        /// 1 where missing values go left.
        var defaultLeft: [UInt8] = []
        var covers: [Float] = []
        /// 1 where the question is about categories; may be left out.
        var splitTypes: [UInt8] = []
        var categories: [Int32] = []
        var categoryNodes: [Int] = []
        var categorySegments: [Int] = []
        var categorySizes: [Int] = []
    }

    /// - Throws: ``TreeEnsembleRefusal/unreadable``.
    init(json: Data) throws {
        var terminated = json
        terminated.append(0)
        var model = Self()
        try terminated.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: UInt8.self).baseAddress else { return }
            var cursor = JSONCursor(start, count: json.count)
            try cursor.object { key, cursor in
                if key == "learner" { try model.readLearner(&cursor) } else { try cursor.skip() }
            }
        }
        self = model
    }

    private init() {}

    private mutating func readLearner(_ cursor: inout JSONCursor) throws {
        try cursor.object { key, cursor in
            switch key {
            case "learner_model_param":
                try cursor.object { key, cursor in
                    let text = try cursor.text()
                    switch key {
                    case "base_score": baseScore = Float(text)
                    case "num_class": classCount = Int(text) ?? 0
                    case "num_feature": featureCount = Int(text)
                    default: break
                    }
                }
            case "objective":
                try cursor.object { key, cursor in
                    if key == "name" { objective = try cursor.text() } else { try cursor.skip() }
                }
            case "gradient_booster": try readBooster(&cursor)
            default: try cursor.skip()
            }
        }
    }

    private mutating func readBooster(_ cursor: inout JSONCursor) throws {
        try cursor.object { key, cursor in
            switch key {
            case "name": booster = try cursor.text()
            case "model": try readForest(&cursor)
            default: try cursor.skip()
            }
        }
    }

    private mutating func readForest(_ cursor: inout JSONCursor) throws {
        try cursor.object { key, cursor in
            switch key {
            case "trees": try cursor.array { trees.append(try Tree(&$0)) }
            case "tree_info": classes = try cursor.integers(Int.self)
            case "gbtree_model_param":
                try cursor.object { key, cursor in
                    let text = try cursor.text()
                    if key == "num_parallel_tree" { treesPerRound = max(1, Int(text) ?? 1) }
                }
            default: try cursor.skip()
            }
        }
    }
}

extension XGBoostModel.Tree {
    fileprivate init(_ cursor: inout JSONCursor) throws {
        var tree = Self()
        try cursor.object { key, cursor in
            switch key {
            case "left_children": tree.leftChildren = try cursor.integers(Int32.self)
            case "right_children": tree.rightChildren = try cursor.integers(Int32.self)
            case "split_indices": tree.features = try cursor.integers(Int.self)
            case "split_conditions": tree.conditions = try cursor.floats()
            case "default_left": tree.defaultLeft = try cursor.integers(UInt8.self)
            case "sum_hessian": tree.covers = try cursor.floats()
            case "split_type": tree.splitTypes = try cursor.integers(UInt8.self)
            case "categories": tree.categories = try cursor.integers(Int32.self)
            case "categories_nodes": tree.categoryNodes = try cursor.integers(Int.self)
            case "categories_segments": tree.categorySegments = try cursor.integers(Int.self)
            case "categories_sizes": tree.categorySizes = try cursor.integers(Int.self)
            default: try cursor.skip()
            }
        }
        self = tree
    }

    /// Per node, the categories that go right; nil where the question is about a number.
    func categorySets() throws -> [Set<Int32>?] {
        var sets = [Set<Int32>?](repeating: nil, count: leftChildren.count)
        guard categorySegments.count == categoryNodes.count, categorySizes.count == categoryNodes.count else {
            throw TreeEnsembleRefusal.unreadable
        }
        for (index, node) in categoryNodes.enumerated() {
            let (start, size) = (categorySegments[index], categorySizes[index])
            guard sets.indices.contains(node), start >= 0, size >= 0, start <= categories.count - size,
                categories[start..<start + size].allSatisfy({ (0..<16_777_216).contains($0) })
            else { throw TreeEnsembleRefusal.unreadable }
            sets[node] = Set(categories[start..<start + size])
        }
        return sets
    }
}
