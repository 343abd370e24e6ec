/// The parts of an XGBoost 1.7 JSON model that scoring and explanation need.
struct XGBoostModel: Decodable {
    var learner: Learner

    struct Learner: Decodable {
        var parameters: Parameters
        var gradientBooster: GradientBooster
        var objective: Objective

        enum CodingKeys: String, CodingKey {
            case parameters = "learner_model_param"
            case gradientBooster = "gradient_booster"
            case objective
        }
    }

    struct Parameters: Decodable {
        var baseScore: String
        var classCount: String
        var featureCount: String

        enum CodingKeys: String, CodingKey {
            case baseScore = "base_score"
            case classCount = "num_class"
            case featureCount = "num_feature"
        }
    }

    struct Objective: Decodable {
        var name: String
    }

    struct GradientBooster: Decodable {
        var name: String
        var model: Trees?
    }

    struct Trees: Decodable {
        var trees: [Tree]
        var treeInfo: [Int]
        var parameters: ForestParameters

        enum CodingKeys: String, CodingKey {
            case trees
            case treeInfo = "tree_info"
            case parameters = "gbtree_model_param"
        }
    }

    struct ForestParameters: Decodable {
        var parallelTrees: String

        enum CodingKeys: String, CodingKey {
            case parallelTrees = "num_parallel_tree"
        }
    }

    /// One tree, an array per property; node 0 is the root and −1 marks "no child".
    struct Tree: Decodable {
        var leftChildren: [Int32]
        var rightChildren: [Int32]
        var features: [Int]
        /// Thresholds of questions and values of leaves.
        var conditions: [Float]
        var defaultLeft: [Flag]
        var covers: [Float]
        /// 1 where the question is about categories.
        var splitTypes: [Int]?
        var categories: [Int32]?
        var categoryNodes: [Int]?
        var categorySegments: [Int]?
        var categorySizes: [Int]?

        enum CodingKeys: String, CodingKey {
            case leftChildren = "left_children"
            case rightChildren = "right_children"
            case features = "split_indices"
            case conditions = "split_conditions"
            case defaultLeft = "default_left"
            case covers = "sum_hessian"
            case splitTypes = "split_type"
            case categories
            case categoryNodes = "categories_nodes"
            case categorySegments = "categories_segments"
            case categorySizes = "categories_sizes"
        }

        /// Per node, the categories that go right; nil where the question is about a number.
        func categorySets() throws -> [Set<Int32>?] {
            var sets = [Set<Int32>?](repeating: nil, count: leftChildren.count)
            guard let categories, let categoryNodes, let categorySegments, let categorySizes else { return sets }
            guard categorySegments.count == categoryNodes.count, categorySizes.count == categoryNodes.count else {
                throw TreeEnsembleRefusal.unreadable
            }
            for (index, node) in categoryNodes.enumerated() {
                let (start, size) = (categorySegments[index], categorySizes[index])
                guard sets.indices.contains(node), start >= 0, size >= 0, start <= categories.count - size else {
                    throw TreeEnsembleRefusal.unreadable
                }
                sets[node] = Set(categories[start..<start + size])
            }
            return sets
        }
    }

    /// Written as `true`/`false` by some releases and as 1/0 by others.
    struct Flag: Decodable {
        var isSet: Bool

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                isSet = number != 0
            } else {
                isSet = try container.decode(Bool.self)
            }
        }
    }
}
