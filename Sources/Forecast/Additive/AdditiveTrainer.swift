import Foundation

/// Boosts one fact at a time, round and round, with tiny trees of at most three leaves (Lou, Caruana, Gehrke 2012):
/// every fact gets a curve that explains what the other curves do not.
struct AdditiveTrainer {
    struct Settings: Sendable {
        var rate: Float = 0.06
        var maximumCycles = 1000
        var patience = 20
        var ridge = 1.0
        var leastRows = 5
        /// Cycles to run without watching held-out rows.
        var fixedCycles: Int?
    }

    /// A score per bin of every fact, and the starting log-odds.
    struct Tables: Sendable {
        var intercept: Double
        var scores: [[Float]]
        var cycles: Int
        var loss: Double
    }

    let binCounts: [Int]
    /// Whether the bins of a fact have an order (numbers) or not (categories).
    let ordered: [Bool]
    let settings: Settings

    /// - Parameters:
    ///   - training, held: bins per fact and row, outcomes and weights of the rows.
    func train(_ training: BinnedRows, held: BinnedRows?) -> Tables {
        let rows = training.rowCount
        let total = training.weights.reduce(0) { $0 + Double($1) }
        let events = zip(training.weights, training.outcome).reduce(0) { $0 + Double($1.0 * $1.1) }
        let start = Float(logOdds(of: min(max(events / total, 1e-4), 1 - 1e-4)))
        var margins = [Float](repeating: start, count: training.paddedCount)
        var heldMargins = [Float](repeating: start, count: held?.paddedCount ?? 0)
        var scores = binCounts.map { [Float](repeating: 0, count: $0) }
        var best = Tables(intercept: Double(start), scores: scores, cycles: 0, loss: .infinity)
        if let held { best.loss = held.loss(heldMargins) }
        let counts = training.counts(binCounts)
        var pending: (feature: Int, step: [Float])?
        let cycles = settings.fixedCycles ?? settings.maximumCycles
        var leaves = LeafSearch(ridge: settings.ridge, leastRows: settings.leastRows)
        for cycle in 1...max(cycles, 1) {
            var steps: [(feature: Int, step: [Float])] = []
            for feature in binCounts.indices where binCounts[feature] > 2 {
                let sums = training.sums(feature, bins: binCounts[feature], margins: &margins, applying: pending)
                pending = nil
                guard
                    let step = leaves.step(
                        sums, counts: counts[feature], ordered: ordered[feature], rate: settings.rate)
                else { continue }
                for bin in step.indices { scores[feature][bin] += step[bin] }
                pending = (feature, step)
                steps.append((feature, step))
            }
            guard let held else {
                best = Tables(intercept: Double(start), scores: scores, cycles: cycle, loss: .nan)
                continue
            }
            held.apply(steps, to: &heldMargins)
            let loss = held.loss(heldMargins)
            if loss < best.loss { best = Tables(intercept: Double(start), scores: scores, cycles: cycle, loss: loss) }
            if cycle - best.cycles >= settings.patience || steps.isEmpty { break }
        }
        precondition(rows > 0)
        return best
    }
}

/// Finds the step of one fact from the derivatives summed per bin.
private struct LeafSearch {
    let ridge: Double
    let leastRows: Int
    private var order: [Int] = []
    private var gradient: [Double] = []
    private var hessian: [Double] = []
    private var rows: [Int] = []

    init(ridge: Double, leastRows: Int) {
        self.ridge = ridge
        self.leastRows = leastRows
    }

    /// Scores to add per bin, or nil when no split gains anything. The last bin (missing) is a leaf of its own.
    mutating func step(_ sums: [SIMD2<Double>], counts: [Int], ordered: Bool, rate: Float) -> [Float]? {
        let missing = sums.count - 1
        order.removeAll(keepingCapacity: true)
        for bin in 0..<missing where counts[bin] > 0 { order.append(bin) }
        if !ordered {
            // Categories in the order of their own steps, rare ones drawn towards zero.
            let keys = sums.map { $0.x / ($0.y + 5) }
            order.sort { (keys[$0], $0) < (keys[$1], $1) }
        }
        prefix(sums, counts)
        let end = order.count
        var cuts: [Int] = []
        if let first = split(0, end) {
            cuts = [first.cut]
            let candidates = [split(0, first.cut), split(first.cut, end)].compactMap { $0 }
            if let second = candidates.max(by: { $0.gain < $1.gain }) { cuts.append(second.cut) }
            cuts.sort()
        }
        let lonely = counts[missing] >= leastRows
        guard !cuts.isEmpty || lonely else { return nil }
        var step = [Float](repeating: 0, count: sums.count)
        if end > 0 {
            var bounds = [0] + cuts + [end]
            bounds.append(end)
            for part in 0..<bounds.count - 1 where bounds[part] < bounds[part + 1] {
                let value = leaf(bounds[part], bounds[part + 1]) * rate
                for index in bounds[part]..<bounds[part + 1] { step[order[index]] = value }
            }
        }
        if lonely { step[missing] = -rate * Float(sums[missing].x / (sums[missing].y + ridge)) }
        return step
    }

    private mutating func prefix(_ sums: [SIMD2<Double>], _ counts: [Int]) {
        gradient = [0]
        hessian = [0]
        rows = [0]
        for bin in order {
            gradient.append(gradient[gradient.count - 1] + sums[bin].x)
            hessian.append(hessian[hessian.count - 1] + sums[bin].y)
            rows.append(rows[rows.count - 1] + counts[bin])
        }
    }

    private func score(_ low: Int, _ high: Int) -> Double {
        let g = gradient[high] - gradient[low]
        return g * g / (hessian[high] - hessian[low] + ridge)
    }

    private func leaf(_ low: Int, _ high: Int) -> Float {
        -Float((gradient[high] - gradient[low]) / (hessian[high] - hessian[low] + ridge))
    }

    private func split(_ low: Int, _ high: Int) -> (cut: Int, gain: Double)? {
        guard high - low > 1 else { return nil }
        let whole = score(low, high)
        var best: (cut: Int, gain: Double)?
        for cut in low + 1..<high
        where rows[cut] - rows[low] >= leastRows && rows[high] - rows[cut] >= leastRows {
            let gain = score(low, cut) + score(cut, high) - whole
            if gain > (best?.gain ?? 1e-9) { best = (cut, gain) }
        }
        return best
    }
}
