/// One tree prepared for exact path-dependent Shapley values of many rows at once.
///
/// For a leaf of value v whose path asks about the features P, with o_j ∈ {0, 1} telling whether the row satisfies
/// every question about j, and z_j the share of training weight that does, the Shapley value of i is
///
///     v (o_i − z_i) ∫₀¹ ∏_{j ∈ P, j ≠ i} (t o_j + (1 − t) z_j) dt
///
/// because the weight of a coalition of size s is ∫ tˢ (1 − t)^(|P| − 1 − s) dt. The integrand is a polynomial of
/// degree |P| − 1, so ⌈|P| / 2⌉ Gauss–Legendre points integrate it exactly, and products along the path are shared
/// by all leaves below: the sum over the tree is linear in its size (the idea of Linear TreeSHAP, Yu et al. 2022,
/// with quadrature in place of polynomial interpolation). There are no tables to build and no limit on depth.
struct ShapleyTree {
    /// Quadrature points of this tree.
    let pointCount: Int
    let points: [Float]
    let weights: [Float]
    /// Longest chain of questions.
    let depth: Int
    /// Questions in depth-first order; the root is the first.
    let questions: [Question]
    /// Per question and quadrature point ``Question/constantsPerPoint`` numbers.
    let constants: [Float]

    struct Question {
        var slot: Int32
        var feature: Int32
        var threshold: Float
        /// Places of the questions below, or −1 for a leaf of `leftValue` / `rightValue`.
        var left: Int32
        var right: Int32
        var leftValue: Float
        var rightValue: Float
        /// Share of the training weight that goes left.
        var leftShare: Float
        /// Which earlier answer about the same feature this one refines: `2 · level + side`; −1 when there is none.
        var earlier: Int32

        static let constantsPerPoint = 7
    }

    init(root: Int32, nodes: [TreeEnsemble.Node], covers: [Float], slots: [TreeEnsemble.Slot]) {
        var walk = Walk(nodes: nodes, covers: covers, slots: slots)
        walk.measure(root, seen: [])
        let quadrature = GaussLegendre(count: max(1, (walk.longestPath + 1) / 2))
        walk.points = quadrature.points
        _ = walk.visit(root, level: 0, answers: [:])
        self.pointCount = quadrature.points.count
        self.points = quadrature.points.map(Float.init)
        self.weights = quadrature.weights.map(Float.init)
        self.depth = walk.depth
        self.questions = walk.questions
        self.constants = walk.constants
    }

    /// The one pass that numbers questions and computes their constants.
    private struct Walk {
        let nodes: [TreeEnsemble.Node]
        let covers: [Float]
        let slots: [TreeEnsemble.Slot]
        var points: [Double] = []
        var longestPath = 0
        var depth = 0
        var questions: [Question] = []
        var constants: [Float] = []

        struct Answer {
            var place: Int32
            /// Product of the shares of all answers about this feature so far.
            var share: Double
        }

        /// The largest number of different features on a path.
        mutating func measure(_ index: Int32, seen: Set<Int>) {
            let node = nodes[Int(index)]
            guard node.left != index else {
                longestPath = max(longestPath, seen.count)
                return
            }
            let next = seen.union([slots[Int(node.slot)].feature])
            measure(node.left, seen: next)
            measure(node.right, seen: next)
        }

        mutating func visit(_ index: Int32, level: Int, answers: [Int: Answer]) -> Int32 {
            let node = nodes[Int(index)]
            guard node.left != index else { return -1 }
            depth = max(depth, level + 1)
            let place = Int32(questions.count)
            let feature = slots[Int(node.slot)].feature
            let share = leftShare(node)
            let earlier = answers[feature]
            questions.append(
                Question(
                    slot: node.slot, feature: Int32(feature), threshold: node.threshold, left: -1, right: -1,
                    leftValue: nodes[Int(node.left)].threshold, rightValue: nodes[Int(node.right)].threshold,
                    leftShare: Float(share), earlier: earlier?.place ?? -1))
            for point in points { constants += Self.constants(point, share, earlier?.share) }

            var below = answers
            let before = earlier?.share ?? 1
            below[feature] = Answer(place: Int32(2 * level), share: before * share)
            questions[Int(place)].left = visit(node.left, level: level + 1, answers: below)
            below[feature] = Answer(place: Int32(2 * level + 1), share: before * max(1 - share, .leastShare))
            questions[Int(place)].right = visit(node.right, level: level + 1, answers: below)
            return place
        }

        /// Zero weights are possible (no minimum child weight); a tiny share keeps every quotient defined.
        private func leftShare(_ node: TreeEnsemble.Node) -> Double {
            let (left, right) = (Double(covers[Int(node.left)]), Double(covers[Int(node.right)]))
            guard left + right > 0 else { return 0.5 }
            return min(max(left / (left + right), .leastShare), 1 - .leastShare)
        }

        /// What the kernel needs at quadrature point t for a question with share z to the left, after an earlier
        /// answer about the same feature with share `before`.
        private static func constants(_ t: Double, _ share: Double, _ before: Double?) -> [Float] {
            let u = 1 - t
            /// (1 − z) / (t + u z) + 1 / u: how much more a satisfied answer of share z counts than an unsatisfied.
            func gain(_ z: Double) -> Double { (1 - z) / (t + u * z) + 1 / u }
            guard let before else {
                return [u * share, u * (1 - share), gain(share), gain(1 - share), -1 / u, t, 0].map(Float.init)
            }
            // The factor of the path changes from u·before + t·o to u·after + t·o′; linear in (o, o′).
            func ratios(_ z: Double) -> (Double, Double, Double) {
                let (after, held) = (before * z, u * before + t)
                return (z, u * after / held - z, t / held)
            }
            let (left, right) = (ratios(share), ratios(max(1 - share, .leastShare)))
            return [
                left.1, right.1, left.2, right.2,
                gain(before * share), gain(before * max(1 - share, .leastShare)), gain(before),
            ].map(Float.init)
        }
    }
}

extension Double {
    fileprivate static var leastShare: Double { 1e-10 }
}
