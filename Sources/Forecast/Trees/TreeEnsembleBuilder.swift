/// Turns XGBoost's trees into the arrays of a ``TreeEnsemble``.
struct TreeEnsembleBuilder {
    let featureCount: Int
    private(set) var slots: [TreeEnsemble.Slot] = []
    private(set) var nodes: [TreeEnsemble.Node] = []
    private(set) var trees: [TreeEnsemble.Tree] = []
    /// Training weight (sum of hessians) that reached each node.
    private var covers: [Float] = []
    private var slotNumbers: [TreeEnsemble.Slot: Int32] = [:]

    /// Deeper trees are not learned from data; the limit keeps damaged files from exhausting the stack.
    private static let deepest: Int32 = 1000

    init(featureCount: Int) { self.featureCount = featureCount }

    /// - Throws: ``TreeEnsembleRefusal/unreadable`` when the arrays do not describe a tree.
    mutating func add(_ tree: XGBoostModel.Tree) throws {
        let count = tree.leftChildren.count
        guard count > 0, tree.rightChildren.count == count, tree.features.count == count,
            tree.conditions.count == count, tree.defaultLeft.count == count, tree.covers.count == count
        else { throw TreeEnsembleRefusal.unreadable }
        let categories = try tree.categorySets()
        let root = Int32(nodes.count)
        var depth: Int32 = 0

        /// Appends the subtree of `index` in depth-first order and returns its place.
        func append(_ index: Int, _ level: Int32) throws -> Int32 {
            let place = Int32(nodes.count)
            guard place - root < count, level < Self.deepest else { throw TreeEnsembleRefusal.unreadable }
            depth = max(depth, level)
            covers.append(tree.covers[index])
            let (left, right) = (tree.leftChildren[index], tree.rightChildren[index])
            guard left >= 0 else {
                nodes.append(.init(slot: 0, threshold: tree.conditions[index], left: place, right: place))
                return place
            }
            guard left < count, right >= 0, right < count, (0..<featureCount).contains(tree.features[index]) else {
                throw TreeEnsembleRefusal.unreadable
            }
            nodes.append(question(tree, index, categories[index]))
            nodes[Int(place)].left = try append(Int(left), level + 1)
            nodes[Int(place)].right = try append(Int(right), level + 1)
            return place
        }
        _ = try append(0, 0)
        if slots.isEmpty, featureCount > 0 { _ = slot(.missingLeft(feature: 0)) }
        trees.append(.init(root: root, depth: depth))
    }

    private mutating func question(
        _ tree: XGBoostModel.Tree, _ index: Int, _ categories: Set<Int32>?
    ) -> TreeEnsemble.Node {
        let (feature, missingLeft) = (tree.features[index], tree.defaultLeft[index] == 1)
        if tree.splitTypes.indices.contains(index) && tree.splitTypes[index] == 1 {
            let number = slot(.categories(feature: feature, right: categories ?? [], missingLeft: missingLeft))
            return .init(slot: number, threshold: 0, left: 0, right: 0)
        }
        let number = slot(missingLeft ? .missingLeft(feature: feature) : .missingRight(feature: feature))
        // Missing values that go left are scored as −∞, which must stay below every threshold.
        let threshold = max(tree.conditions[index], -Float.greatestFiniteMagnitude)
        return .init(slot: number, threshold: threshold, left: 0, right: 0)
    }

    private mutating func slot(_ slot: TreeEnsemble.Slot) -> Int32 {
        if let known = slotNumbers[slot] { return known }
        let number = Int32(slots.count)
        slots.append(slot)
        slotNumbers[slot] = number
        return number
    }

    /// The trees prepared for explanation, and the mean of their sum under the training weights.
    func explained() -> (curves: [Int: StepCurve], trees: [ShapleyTree], mean: Double) {
        var mean = 0.0
        var lone: [Int: [Int32]] = [:]
        var others: [ShapleyTree] = []
        for (index, tree) in trees.enumerated() {
            mean += self.mean(tree.root)
            let end = index + 1 < trees.count ? trees[index + 1].root : Int32(nodes.count)
            let asked = Set(
                nodes[Int(tree.root)..<Int(end)].enumerated()
                    .filter { !isLeaf(tree.root + Int32($0.offset)) }.map { slots[Int($0.element.slot)].feature })
            if asked.count == 1, let feature = asked.first {
                lone[feature, default: []].append(Int32(index))
            } else if !asked.isEmpty {
                others.append(ShapleyTree(root: tree.root, nodes: nodes, covers: covers, slots: slots))
            }
        }
        let curves = Dictionary(
            uniqueKeysWithValues: lone.map { feature, indices in
                let roots = indices.map { trees[Int($0)].root }
                let centre = roots.reduce(0) { $0 + self.mean($1) }
                return (feature, StepCurve(feature: feature, roots: roots, nodes: nodes, slots: slots, centre: centre))
            })
        return (curves, others, mean)
    }

    private func isLeaf(_ node: Int32) -> Bool { nodes[Int(node)].left == node }

    /// The cover-weighted mean value below a node.
    private func mean(_ index: Int32) -> Double {
        let node = nodes[Int(index)]
        if node.left == index { return Double(node.threshold) }
        let (left, right) = (Double(covers[Int(node.left)]), Double(covers[Int(node.right)]))
        guard left + right > 0 else { return (mean(node.left) + mean(node.right)) / 2 }
        return (mean(node.left) * left + mean(node.right) * right) / (left + right)
    }
}
