import Foundation

/// Gradient-boosted trees read from an XGBoost model, kept in compact arrays for fast scoring and exact explanation.
///
/// Scores are XGBoost's own: values are compared as `Float` (`x < threshold` goes left), missing values and categories
/// follow XGBoost 1.7, and margins are summed in `Float` in tree order. Explanations are the path-dependent Shapley
/// values XGBoost calls `pred_contribs`.
///
///     let trees = try TreeEnsemble(json: modelBytes)
///     let margins = trees.margins([.doubles(age), .codes(branch)], rowCount: 1_000_000)
public struct TreeEnsemble: Sendable {
    /// How many columns a row has.
    public let featureCount: Int
    /// XGBoost's name of the objective, e.g. `binary:logistic`.
    public let objective: String
    /// Where every margin starts: the base score on the scale of the margin.
    public let baseMargin: Float
    /// The margin of a row about which nothing is known: base margin plus the cover-weighted mean of every tree.
    public let expectedMargin: Double
    public var treeCount: Int { trees.count }

    let slots: [Slot]
    let nodes: [Node]
    let trees: [Tree]
    /// Trees that ask about one feature only, summed into one step function per feature.
    let curves: [Int: StepCurve]
    /// The remaining trees, prepared for explanation.
    let shapley: [ShapleyTree]

    /// One question or leaf. A leaf points at itself, so that a walk may simply take `depth` steps.
    struct Node {
        var slot: Int32
        /// Of a question: smaller goes left. Of a leaf: its value.
        var threshold: Float
        var left: Int32
        var right: Int32
    }

    struct Tree {
        var root: Int32
        var depth: Int32
    }

    /// One prepared input of the questions: a column with missing values placed so that a plain `<` sends them
    /// the right way, or a set of categories turned into −1 (left) and +1 (right).
    enum Slot: Hashable {
        case missingLeft(feature: Int)
        case missingRight(feature: Int)
        case categories(feature: Int, right: Set<Int32>, missingLeft: Bool)

        var feature: Int {
            switch self {
            case .missingLeft(let feature), .missingRight(let feature), .categories(let feature, _, _): feature
            }
        }
    }

    /// - Parameter rounds: how many of the first trees to use; nil for all.
    /// - Throws: ``TreeEnsembleRefusal`` when the bytes are not a tree model this library can score.
    public init(json: Data, rounds: Int? = nil) throws {
        let stored = try XGBoostModel(json: json)
        guard stored.booster == "gbtree" else { throw TreeEnsembleRefusal.unsupported(stored.booster) }
        guard stored.classCount <= 1, stored.classes.allSatisfy({ $0 == 0 }) else {
            throw TreeEnsembleRefusal.unsupported("num_class")
        }
        guard let featureCount = stored.featureCount, featureCount >= 0, let baseScore = stored.baseScore else {
            throw TreeEnsembleRefusal.unreadable
        }
        var builder = TreeEnsembleBuilder(featureCount: featureCount)
        for tree in stored.trees.prefix(rounds.map { $0 * stored.treesPerRound } ?? .max) { try builder.add(tree) }

        self.featureCount = featureCount
        self.objective = stored.objective
        self.baseMargin = try Self.margin(ofBaseScore: baseScore, objective: stored.objective)
        self.slots = builder.slots
        self.nodes = builder.nodes
        self.trees = builder.trees
        let explained = builder.explained()
        self.curves = explained.curves
        self.shapley = explained.trees
        self.expectedMargin = Double(baseMargin) + explained.mean
    }

    /// XGBoost stores the base score as a prediction; each objective has its own way back to the margin.
    private static func margin(ofBaseScore score: Float, objective: String) throws -> Float {
        switch objective {
        case "binary:logistic", "reg:logistic": -log(1 / score - 1)
        case "survival:cox", "count:poisson", "reg:gamma", "reg:tweedie", "survival:aft": log(score)
        case "binary:logitraw", "reg:squarederror", "reg:pseudohubererror", "reg:absoluteerror": score
        default: throw TreeEnsembleRefusal.unsupported(objective)
        }
    }
}
