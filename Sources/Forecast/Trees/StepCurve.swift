/// The exact effect of one feature through all trees that ask about that feature alone: a step function of its value.
///
/// An additive model (trees of depth 1) consists of such curves only, and is explained by looking them up.
public struct StepCurve: Sendable, Equatable {
    public let feature: Int
    /// Where the effect may change, ascending; empty for a categorical feature.
    public let thresholds: [Float]
    /// Of a number: `effects[i]` holds from `thresholds[i - 1]` (inclusive) to `thresholds[i]` (exclusive).
    /// Of a category: `effects[code]`, the last for every code beyond. In units of the margin, mean zero in training.
    public let effects: [Double]
    /// The effect of a missing value.
    public let missing: Double
    public let isCategorical: Bool

    init(feature: Int, roots: [Int32], nodes: [TreeEnsemble.Node], slots: [TreeEnsemble.Slot], centre: Double) {
        var thresholds: Set<Float> = []
        var codes: Int32 = -1
        for root in roots {
            var open = [root]
            while let index = open.popLast() {
                let node = nodes[Int(index)]
                guard node.left != index else { continue }
                if case .categories(_, let right, _) = slots[Int(node.slot)] {
                    codes = max(codes, right.max() ?? 0)
                } else {
                    thresholds.insert(node.threshold)
                }
                open += [node.left, node.right]
            }
        }
        let steps = thresholds.sorted()
        func effect(_ value: Float) -> Double {
            roots.reduce(-centre) { sum, root in
                var index = root
                while nodes[Int(index)].left != index {
                    let node = nodes[Int(index)]
                    index = slots[Int(node.slot)].place(value) < node.threshold ? node.left : node.right
                }
                return sum + Double(nodes[Int(index)].threshold)
            }
        }
        self.feature = feature
        self.isCategorical = codes >= 0
        self.thresholds = codes >= 0 ? [] : steps
        self.effects =
            codes >= 0
            ? (0...codes + 1).map { effect(Float($0)) }
            : [steps.first.map { effect($0.nextDown) } ?? 0] + steps.map(effect)
        self.missing = effect(.nan)
    }

    /// The effect of a value (a category's code); NaN and negative codes are missing.
    public func callAsFunction(_ value: Float) -> Double {
        if value.isNaN { return missing }
        if isCategorical { return value < 0 ? missing : effects[Int(min(value, Float(effects.count - 1)))] }
        // Branch-free upper bound: how many thresholds are at most `value`.
        var (low, length) = (0, thresholds.count)
        return thresholds.withUnsafeBufferPointer { steps in
            while length > 0 {
                let half = (length + 1) / 2
                low += steps[low + half - 1] <= value ? half : 0
                length -= half
            }
            return effects[low]
        }
    }
}

extension TreeEnsemble.Slot {
    /// What stands in this slot for a value of its feature.
    @inline(__always)
    func place(_ value: Float) -> Float {
        switch self {
        case .missingLeft: value.isNaN ? -.infinity : value
        case .missingRight: value.isNaN ? .infinity : value
        case .categories(_, let right, let missingLeft):
            if value.isNaN || value < 0 || value >= 16_777_216 {
                missingLeft ? -1 : 1
            } else {
                right.contains(Int32(value)) ? 1 : -1
            }
        }
    }
}
