/// Sums the Shapley values of trees for a block of rows, eight rows at a time.
///
/// Used by one thread only. See ``ShapleyTree`` for the formula and the meaning of the constants.
final class ShapleyKernel {
    typealias Lane = RowBlock.Lane
    private static let lanes = RowBlock.capacity / Lane.scalarCount

    /// `features × capacity`: contributions summed over trees since the last reset.
    let sums: UnsafeMutablePointer<Float>
    private let featureCount: Int
    private let pointCount: Int
    private let answers: UnsafeMutablePointer<Lane>
    private let products: UnsafeMutablePointer<Lane>
    private let totals: UnsafeMutablePointer<Lane>
    private let lane: UnsafeMutablePointer<Lane>
    private let owned: [UnsafeMutablePointer<Float>]

    /// Room for trees of at most this depth and number of quadrature points.
    init(featureCount: Int, depth: Int, pointCount: Int) {
        self.featureCount = featureCount
        self.pointCount = pointCount
        let perLevel = 2 * (depth + 1) * RowBlock.capacity
        let sizes = [
            featureCount * RowBlock.capacity, perLevel, perLevel * pointCount, perLevel * pointCount,
            4 * RowBlock.capacity,
        ]
        owned = sizes.map { RowBlock.allocate(max($0, RowBlock.capacity)) }
        func lanes(_ index: Int, _ owned: [UnsafeMutablePointer<Float>]) -> UnsafeMutablePointer<Lane> {
            UnsafeMutableRawPointer(owned[index]).assumingMemoryBound(to: Lane.self)
        }
        sums = owned[0]
        answers = lanes(1, owned)
        products = lanes(2, owned)
        totals = lanes(3, owned)
        lane = lanes(4, owned)
    }

    deinit {
        for pointer in owned { UnsafeMutableRawPointer(pointer).deallocate() }
    }

    func reset() {
        sums.update(repeating: 0, count: featureCount * RowBlock.capacity)
    }

    /// Adds one tree's contributions for the rows of a block of which the first `count` are in use.
    func add(_ tree: ShapleyTree, _ values: UnsafeMutablePointer<Float>, count: Int) {
        let used = (count + Lane.scalarCount - 1) / Lane.scalarCount
        tree.questions.withUnsafeBufferPointer { questions in
            tree.constants.withUnsafeBufferPointer { constants in
                guard let questions = questions.baseAddress, let constants = constants.baseAddress else { return }
                let pass = Pass(
                    questions: questions, constants: constants, pointCount: tree.pointCount, used: used,
                    values: UnsafeMutableRawPointer(values).assumingMemoryBound(to: Lane.self),
                    sums: UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Lane.self),
                    answers: answers, products: products, totals: totals, lane: lane,
                    stride: pointCount * Self.lanes)
                // Weighting the empty product once weights every leaf.
                for point in 0..<tree.pointCount {
                    for index in 0..<used {
                        products[point * Self.lanes + index] = Lane(repeating: tree.weights[point])
                    }
                }
                pass.visit(0, level: 0, products: products, totals: totals)
            }
        }
    }

    /// One tree on one block. Buffers of level d: answers, products and totals of its left and right branch.
    private struct Pass {
        let questions: UnsafePointer<ShapleyTree.Question>
        let constants: UnsafePointer<Float>
        let pointCount: Int
        let used: Int
        let values: UnsafeMutablePointer<Lane>
        let sums: UnsafeMutablePointer<Lane>
        let answers: UnsafeMutablePointer<Lane>
        let products: UnsafeMutablePointer<Lane>
        let totals: UnsafeMutablePointer<Lane>
        let lane: UnsafeMutablePointer<Lane>
        /// Lanes of one branch at one level: quadrature points × lanes of a block.
        let stride: Int

        /// - Parameters:
        ///   - path: per quadrature point, the weighted product of the answers above this question.
        ///   - total: receives, per quadrature point, the sum over the leaves below of value × product.
        func visit(
            _ place: Int, level: Int, products path: UnsafeMutablePointer<Lane>,
            totals total: UnsafeMutablePointer<Lane>
        ) {
            let question = questions[place]
            let own = constants + place * pointCount * ShapleyTree.Question.constantsPerPoint
            let left = answers + 2 * level * lanes
            compare(question, into: left)
            if question.earlier >= 0 {
                refine(question, own, level, path, total)
            } else if question.left < 0, question.right < 0 {
                pair(question, own, left, path, total)
            } else {
                first(question, own, level, path, total)
            }
        }

        private var lanes: Int { RowBlock.capacity / Lane.scalarCount }

        /// 1 where the row goes left, 0 where it goes right.
        @inline(__always)
        private func compare(_ question: ShapleyTree.Question, into left: UnsafeMutablePointer<Lane>) {
            let column = values + Int(question.slot) * lanes
            let (threshold, zero) = (Lane(repeating: question.threshold), Lane(repeating: 0))
            for index in 0..<used {
                left[index] = zero.replacing(with: 1, where: column[index] .< threshold)
            }
        }

        /// Two leaves under a question about a feature not asked before: half of all questions of a tree.
        @inline(__always)
        private func pair(
            _ question: ShapleyTree.Question, _ own: UnsafePointer<Float>, _ left: UnsafeMutablePointer<Lane>,
            _ path: UnsafeMutablePointer<Lane>, _ total: UnsafeMutablePointer<Lane>
        ) {
            let difference = question.leftValue - question.rightValue
            let share = question.leftShare
            let mean = share * question.leftValue + (1 - share) * question.rightValue
            let sum = sums + Int(question.feature) * lanes
            for index in 0..<used {
                let answer = left[index]
                let value = answer * difference + question.rightValue
                var product = Lane(repeating: 0)
                for point in 0..<pointCount {
                    let t = own[point * 7 + 5]
                    let above = path[point * lanes + index]
                    product += above
                    total[point * lanes + index] = above * (value * t + (1 - t) * mean)
                }
                sum[index] += product * (answer - share) * difference
            }
        }

        /// A question about a feature not asked before, with at least one question below.
        private func first(
            _ question: ShapleyTree.Question, _ own: UnsafePointer<Float>, _ level: Int,
            _ path: UnsafeMutablePointer<Lane>, _ total: UnsafeMutablePointer<Lane>
        ) {
            let left = answers + 2 * level * lanes
            let right = left + lanes
            let (pathLeft, pathRight) = (products + 2 * (level + 1) * stride, products + (2 * level + 3) * stride)
            let (totalLeft, totalRight) = (totals + 2 * (level + 1) * stride, totals + (2 * level + 3) * stride)
            for index in 0..<used { right[index] = 1 - left[index] }
            for point in 0..<pointCount {
                let c = own + point * 7
                let (shareLeft, shareRight, t) = (c[0], c[1], c[5])
                let offset = point * lanes
                for index in 0..<used {
                    let above = path[offset + index]
                    let held = above * t
                    let kept = held * left[index]
                    pathLeft[offset + index] = above * shareLeft + kept
                    pathRight[offset + index] = above * shareRight + (held - kept)
                }
            }
            descend(question, level)
            let sum = sums + Int(question.feature) * lanes
            let (ifLeft, ifRight) = (lane, lane + lanes)
            for index in 0..<used {
                ifLeft[index] = Lane(repeating: 0)
                ifRight[index] = Lane(repeating: 0)
            }
            for point in 0..<pointCount {
                let c = own + point * 7
                let (gainLeft, gainRight, base) = (c[2], c[3], c[4])
                let offset = point * lanes
                for index in 0..<used {
                    let (l, r) = (totalLeft[offset + index], totalRight[offset + index])
                    let both = l + r
                    total[offset + index] = both
                    let unmet = both * base
                    // One of the two answers holds for every row.
                    ifLeft[index] += unmet + l * gainLeft
                    ifRight[index] += unmet + r * gainRight
                }
            }
            for index in 0..<used {
                sum[index] += ifRight[index] + left[index] * (ifLeft[index] - ifRight[index])
            }
        }

        /// A question about a feature already asked on this path: its answer replaces the earlier one.
        private func refine(
            _ question: ShapleyTree.Question, _ own: UnsafePointer<Float>, _ level: Int,
            _ path: UnsafeMutablePointer<Lane>, _ total: UnsafeMutablePointer<Lane>
        ) {
            let left = answers + 2 * level * lanes
            let right = left + lanes
            let before = answers + Int(question.earlier) * lanes
            let (pathLeft, pathRight) = (products + 2 * (level + 1) * stride, products + (2 * level + 3) * stride)
            let (totalLeft, totalRight) = (totals + 2 * (level + 1) * stride, totals + (2 * level + 3) * stride)
            for index in 0..<used {
                left[index] *= before[index]
                right[index] = before[index] - left[index]
            }
            let share = question.leftShare
            for point in 0..<pointCount {
                let c = own + point * 7
                let offset = point * lanes
                for index in 0..<used {
                    let above = path[offset + index]
                    let held = before[index]
                    pathLeft[offset + index] = above * (held * c[0] + left[index] * c[2] + share)
                    pathRight[offset + index] = above * (held * c[1] + right[index] * c[3] + (1 - share))
                }
            }
            descend(question, level)
            let sum = sums + Int(question.feature) * lanes
            for point in 0..<pointCount {
                let c = own + point * 7
                let offset = point * lanes
                for index in 0..<used {
                    let (l, r) = (totalLeft[offset + index], totalRight[offset + index])
                    let both = l + r
                    total[offset + index] = both
                    sum[index] += left[index] * (l * c[4]) + right[index] * (r * c[5]) - before[index] * (both * c[6])
                }
            }
        }

        @inline(__always)
        private func descend(_ question: ShapleyTree.Question, _ level: Int) {
            let next = 2 * (level + 1)
            branch(question.left, question.leftValue, level + 1, next)
            branch(question.right, question.rightValue, level + 1, next + 1)
        }

        @inline(__always)
        private func branch(_ place: Int32, _ value: Float, _ level: Int, _ side: Int) {
            let (path, total) = (products + side * stride, totals + side * stride)
            if place >= 0 {
                visit(Int(place), level: level, products: path, totals: total)
            } else {
                for point in 0..<pointCount {
                    for index in 0..<used { total[point * lanes + index] = path[point * lanes + index] * value }
                }
            }
        }
    }
}
