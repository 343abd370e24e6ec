import Foundation

/// Each treated row beside the comparison row with the nearest chance of treatment, one to one, within a caliper of 0.2 standard
/// deviations of the log-odds (Rosenbaum and Rubin 1985; Austin 2011).
public struct MatchedComparison: Sendable, Codable, Equatable {
    public struct Pair: Sendable, Codable, Equatable {
        public var treated: Int
        public var control: Int
    }

    /// Rows of the frame.
    public var pairs: [Pair]
    /// Treated rows without a comparable other.
    public var unmatched: Int
    /// Mean difference within pairs; the effect on the treated that have a match.
    public var estimate: EffectEstimate

    /// - Throws: ``EffectRefusal``.
    public init(_ frame: Frame, rows: [Int], outcome: [Double], treatment: Treatment, seed: UInt64) throws {
        let scores = try AIPW().scores(
            frame, rows: rows, outcome: outcome, treatment: treatment, groups: nil, seed: seed)
        let margins = scores.propensity.map(logOdds(of:))
        let caliper = 0.2 * Moments(margins).variance.squareRoot()
        let isTreated = scores.rows.map { treatment.assignment[$0]! }
        let controls = scores.rows.indices.filter { !isTreated[$0] }.sorted { (margins[$0], $0) < (margins[$1], $1) }
        let treated = scores.rows.indices.filter { isTreated[$0] }.sorted { (margins[$0], $0) > (margins[$1], $1) }
        var free = FreeNeighbours(count: controls.count)
        var found: [(Int, Int)] = []
        for index in treated {
            let position = controls.partitioned { margins[$0] < margins[index] }
            let near = [free.below(position), free.from(position)].compactMap { $0 }
            guard
                let best = near.min(by: {
                    abs(margins[controls[$0]] - margins[index]) < abs(margins[controls[$1]] - margins[index])
                }),
                abs(margins[controls[best]] - margins[index]) <= caliper
            else { continue }
            free.take(best)
            found.append((index, controls[best]))
        }
        pairs = found.map { Pair(treated: scores.rows[$0.0], control: scores.rows[$0.1]) }
        unmatched = treated.count - found.count
        guard found.count >= AIPW.leastRows / 2 else {
            throw EffectRefusal.noOverlap(share: Double(found.count) / Double(max(1, treated.count)))
        }
        let differences = Moments(pairs.map { outcome[$0.treated] - outcome[$0.control] })
        let spread =
            StudentDistribution.quantile(0.975, degrees: differences.count - 1)
            * (differences.variance / differences.count).squareRoot()
        var weights = [Double](repeating: 0, count: scores.rows.count)
        for (one, two) in found { (weights[one], weights[two]) = (1, 1) }
        estimate = EffectEstimate(
            design: .matched, scale: scores.isShare ? .share : .mean,
            effect: IntervalEstimate(
                value: differences.mean, low: differences.mean - spread, high: differences.mean + spread),
            naive: RandomisedEffect.difference(
                treated.map { outcome[scores.rows[$0]] }, controls.map { outcome[scores.rows[$0]] },
                isShare: scores.isShare),
            treatedCount: found.count, controlCount: found.count,
            overlap: Double(found.count) / Double(treated.count), trimmed: unmatched,
            balance: CovariateBalance.table(frame, rows: scores.rows, treated: isTreated, weights: weights))
    }
}

/// Which positions of a line are still free, and the nearest free one on either side (path compression).
private struct FreeNeighbours {
    private var up: [Int]
    private var down: [Int]

    init(count: Int) {
        up = Array(0...count)
        // Shifted by one: 0 stands for "none".
        down = Array(0...count)
    }

    mutating func take(_ position: Int) {
        up[position] = position + 1
        down[position + 1] = position
    }

    /// The first free position at or after this one.
    mutating func from(_ position: Int) -> Int? {
        var end = position
        while up[end] != end { end = up[end] }
        var step = position
        while step != end {
            let next = up[step]
            up[step] = end
            step = next
        }
        return end < up.count - 1 ? end : nil
    }

    /// The last free position before this one.
    mutating func below(_ position: Int) -> Int? {
        var end = position
        while down[end] != end { end = down[end] }
        var step = position
        while step != end {
            let next = down[step]
            down[step] = end
            step = next
        }
        return end > 0 ? end - 1 : nil
    }
}
