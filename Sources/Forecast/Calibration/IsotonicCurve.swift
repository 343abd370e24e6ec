import Foundation

/// Isotonic regression (pool adjacent violators) over blocks of about a hundred rows, joined at their centres by
/// straight lines in log-odds, and averaged with Platt's sigmoid.
///
/// The average is strictly rising, so calibration makes no ties and keeps every ranking. Block rates are drawn
/// towards Platt's as if twenty rows of his were added; beyond the outer centres the curve goes on with slope 1.
public struct IsotonicCurve: Sendable, Codable, Equatable {
    /// Mean margin of each block, rising.
    public let centres: [Double]
    /// Calibrated log-odds of each block, never falling.
    public let levels: [Double]
    /// Platt's slope and intercept.
    public let slope: Double
    public let intercept: Double

    init(margins: [Double], outcome: [Double], weights: [Double]?, slope: Double, intercept: Double) {
        let order = margins.indices.sorted { (margins[$0], $0) < (margins[$1], $1) }
        let count = max(5, margins.count / 100)
        var blocks: [Block] = []
        for part in 0..<count {
            let rows = order[order.count * part / count..<order.count * (part + 1) / count]
            guard !rows.isEmpty else { continue }
            var block = Block(weight: 0, positives: 0, margins: 0)
            for row in rows {
                let weight = weights?[row] ?? 1
                block.absorb(Block(weight: weight, positives: weight * outcome[row], margins: weight * margins[row]))
            }
            guard block.weight > 0 else { continue }
            let centre = block.margins / block.weight
            let platt = probability(ofLogOdds: slope * centre + intercept)
            let shrunk = (block.positives + 20 * platt) / (block.weight + 20)
            block.positives = shrunk * block.weight
            blocks.append(block)
        }
        let pooled = Self.pool(blocks)
        centres = pooled.map { $0.margins / $0.weight }
        levels = pooled.map { logOdds(of: min(max($0.mean, 1e-4), 1 - 1e-4)) }
        self.slope = slope
        self.intercept = intercept
    }

    public func callAsFunction(_ margin: Double) -> Double {
        0.5 * (slope * margin + intercept) + 0.5 * stepped(margin)
    }

    private func stepped(_ margin: Double) -> Double {
        guard let first = centres.first, let last = centres.last else { return slope * margin + intercept }
        if margin <= first { return levels[0] + (margin - first) }
        if margin >= last { return levels[levels.count - 1] + (margin - last) }
        var (low, high) = (0, centres.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if centres[middle] <= margin { low = middle } else { high = middle }
        }
        let share = (margin - centres[low]) / (centres[high] - centres[low])
        return levels[low] + share * (levels[high] - levels[low])
    }

    struct Block {
        var weight: Double
        var positives: Double
        /// Weighted sum of margins.
        var margins: Double
        var mean: Double { positives / weight }
    }

    /// Blocks, given in order of margin, joined until their rates rise.
    static func pool(_ blocks: [Block]) -> [Block] {
        var pooled: [Block] = []
        for block in blocks {
            pooled.append(block)
            while pooled.count > 1, pooled[pooled.count - 2].mean >= pooled[pooled.count - 1].mean {
                let last = pooled.removeLast()
                pooled[pooled.count - 1].absorb(last)
            }
        }
        return pooled
    }
}

extension IsotonicCurve.Block {
    mutating func absorb(_ other: Self) {
        weight += other.weight
        positives += other.positives
        margins += other.margins
    }
}
