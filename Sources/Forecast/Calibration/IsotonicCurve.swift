import Foundation

/// Isotonic regression (pool adjacent violators) as a strictly rising curve through the centres of its blocks.
///
/// Block levels rise from block to block, so joining their centres by straight lines in log-odds keeps the order of
/// different scores: calibration does not make ties. Beyond the outer centres the curve goes on with slope 1.
public struct IsotonicCurve: Sendable, Codable, Equatable {
    /// Mean margin of each block, rising.
    public let centres: [Double]
    /// Calibrated log-odds of each block, rising.
    public let levels: [Double]

    public init(margins: [Double], outcome: [Double], weights: [Double]? = nil) {
        let blocks = Self.pool(margins: margins, outcome: outcome, weights: weights)
        let total = blocks.reduce(0) { $0 + $1.weight }
        let merged = Self.merging(blocks, atLeast: max(20, total / 200))
        var centres: [Double] = []
        var levels: [Double] = []
        for block in merged {
            // Half an event on either side keeps the outer blocks finite.
            let level = log((block.positives + 0.5) / (block.weight - block.positives + 0.5))
            let centre = block.margins / block.weight
            if let last = levels.last, level <= last || centre <= centres.last! { continue }
            centres.append(centre)
            levels.append(level)
        }
        self.centres = centres
        self.levels = levels
    }

    public func callAsFunction(_ margin: Double) -> Double {
        guard let first = centres.first, let last = centres.last else { return margin }
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

    /// The classical solution: blocks of rows, in order of margin, with rising share of positives.
    static func pool(margins: [Double], outcome: [Double], weights: [Double]?) -> [Block] {
        var blocks: [Block] = []
        var previous = Double.nan
        for row in margins.indices.sorted(by: { (margins[$0], $0) < (margins[$1], $1) }) {
            let weight = weights?[row] ?? 1
            let single = Block(weight: weight, positives: weight * outcome[row], margins: weight * margins[row])
            if margins[row] == previous, var last = blocks.popLast() {
                last.absorb(single)
                blocks.append(last)
            } else {
                blocks.append(single)
            }
            previous = margins[row]
            while blocks.count > 1, blocks[blocks.count - 2].mean >= blocks[blocks.count - 1].mean {
                let last = blocks.removeLast()
                blocks[blocks.count - 1].absorb(last)
            }
        }
        return blocks
    }

    /// Neighbouring blocks joined until each carries `least` weight.
    private static func merging(_ blocks: [Block], atLeast least: Double) -> [Block] {
        var merged: [Block] = []
        for block in blocks {
            if let last = merged.last, last.weight < least {
                merged[merged.count - 1].absorb(block)
            } else {
                merged.append(block)
            }
        }
        if merged.count > 1, merged[merged.count - 1].weight < least {
            let last = merged.removeLast()
            merged[merged.count - 1].absorb(last)
        }
        return merged
    }
}

extension IsotonicCurve.Block {
    mutating func absorb(_ other: Self) {
        weight += other.weight
        positives += other.positives
        margins += other.margins
    }
}
