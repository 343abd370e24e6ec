import Foundation

/// Whether predicted uplift puts first those who gain most, on rows the model had not seen.
///
/// Rows are sorted by predicted uplift, highest first. Over the top share φ:
/// - gain(φ) = φ · (rate of treated in the top − rate of comparison in the top), per head of everyone;
/// - AUUC = ∫ (gain(φ) − φ · gain(1)) dφ;
/// - Qini = ∫ (q(φ) − φ · q(1)) dφ with q(φ) = (Y₁(φ) − Y₀(φ) · N₁(φ) / N₀(φ)) / N₁ (Radcliffe 2007).
///
/// Both are per-head incremental outcomes against treating as many at random: random order gives 0 up to noise.
public struct UpliftReport: Sendable, Codable, Equatable {
    public struct GainPoint: Sendable, Codable, Equatable {
        public var share: Double
        public var gain: Double
        /// Treating as many at random.
        public var random: Double
    }

    public var rowCount: Int
    public var qini: IntervalEstimate
    public var auuc: IntervalEstimate
    /// Every twentieth of the rows.
    public var gain: [GainPoint]

    /// - Parameters:
    ///   - repeats: per repeat a predicted uplift per row of the frame; NaN where not held out.
    ///   - outcome: per row of the frame.
    public init(
        repeats: [[Double]], outcome: [Double], treatment: Treatment, resamples: Int = 500, seed: UInt64
    ) throws {
        let rows = outcome.indices.filter { row in
            treatment.assignment[row] != nil && repeats.contains { !$0[row].isNaN }
        }
        let treated = rows.count { treatment.assignment[$0]! }
        guard min(treated, rows.count - treated) >= RandomisedEffect.leastRows else {
            throw EffectRefusal.tooFewRows(
                treated: treated, control: rows.count - treated, needed: RandomisedEffect.leastRows)
        }
        var units = [Int32](repeating: -1, count: outcome.count)
        for (position, row) in rows.enumerated() { units[row] = Int32(position) }
        let ranked = repeats.map { scores in
            RankedUplift(
                rows: rows.filter { !scores[$0].isNaN }, scores: scores, outcome: outcome, treatment: treatment,
                units: units)
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        let whole = ranked.map { $0.areas(counts: nil) }
        let arms = [true, false].map { arm in
            rows.indices.filter { treatment.assignment[rows[$0]] == arm }.map(Int32.init)
        }
        let bootstrap = Bootstrap(strata: arms, unitCount: rows.count, resamples: resamples, seed: seed)
        let drawn = try bootstrap.map { counts in
            let areas = ranked.map { $0.areas(counts: counts) }
            return SIMD2(
                areas.reduce(0) { $0 + $1.qini } / Double(areas.count),
                areas.reduce(0) { $0 + $1.auuc } / Double(areas.count))
        }
        rowCount = rows.count
        qini = Bootstrap.interval(mean(whole.map(\.qini)), resampled: drawn.map(\.x))
        auuc = Bootstrap.interval(mean(whole.map(\.auuc)), resampled: drawn.map(\.y))
        let curves = ranked.map { $0.gains(points: 20) }
        gain = (0...20).map { point in
            GainPoint(
                share: Double(point) / 20, gain: mean(curves.map { $0[point] }),
                random: mean(curves.map { $0[20] }) * Double(point) / 20)
        }
    }
}

/// Rows sorted once by predicted uplift, highest first.
struct RankedUplift: Sendable {
    private let unit: [Int32]
    private let outcome: [Double]
    private let treated: [Bool]
    /// Whether the next row has another score: only there the curve has a corner.
    private let isCorner: [Bool]

    init(rows: [Int], scores: [Double], outcome: [Double], treatment: Treatment, units: [Int32]) {
        let sorted = rows.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
        unit = sorted.map { units[$0] }
        self.outcome = sorted.map { outcome[$0] }
        treated = sorted.map { treatment.assignment[$0]! }
        isCorner = sorted.indices.map { $0 + 1 == sorted.count || scores[sorted[$0 + 1]] != scores[sorted[$0]] }
    }

    /// Areas between the curves and the straight line to their end.
    func areas(counts: UnsafePointer<Int32>?) -> (qini: Double, auuc: Double) {
        var (qini, auuc) = (0.0, 0.0)
        var last = Sums()
        let end = walk(counts) { sums in
            let width = sums.seen - last.seen
            qini += width * (sums.incremental + last.incremental) / 2
            auuc += width * (sums.gainWeight + last.gainWeight) / 2
            last = sums
        }
        let total = end.seen
        // Divided by rows (the width of φ), and by rows treated or rows (the height).
        return (
            qini / total / end.treated - end.incremental / end.treated / 2,
            auuc / total / total - end.gainWeight / total / 2
        )
    }

    /// gain(φ) at φ = 0, 1/points, …, 1.
    func gains(points: Int) -> [Double] {
        var corners = [(seen: 0.0, gain: 0.0)]
        let end = walk(nil) { corners.append(($0.seen, $0.gainWeight)) }
        return (0...points).map { point in
            let wanted = end.seen * Double(point) / Double(points)
            let next = min(corners.count - 1, max(1, corners.partitioned { $0.seen < wanted }))
            let (a, b) = (corners[next - 1], corners[next])
            let part = b.seen > a.seen ? (wanted - a.seen) / (b.seen - a.seen) : 0
            return (a.gain + part * (b.gain - a.gain)) / end.seen
        }
    }

    private struct Sums {
        var seen = 0.0
        var treated = 0.0
        var treatedOutcome = 0.0
        var controlOutcome = 0.0

        var control: Double { seen - treated }
        /// Y₁ − Y₀ · N₁ / N₀.
        var incremental: Double { control > 0 ? treatedOutcome - controlOutcome * treated / control : 0 }
        /// Rows times the difference of rates.
        var gainWeight: Double {
            control > 0 && treated > 0 ? seen * (treatedOutcome / treated - controlOutcome / control) : 0
        }
    }

    private func walk(_ counts: UnsafePointer<Int32>?, corner: (Sums) -> Void) -> Sums {
        var sums = Sums()
        for index in unit.indices {
            let times = counts.map { Double($0[Int(unit[index])]) } ?? 1
            sums.seen += times
            if treated[index] {
                sums.treated += times
                sums.treatedOutcome += times * outcome[index]
            } else {
                sums.controlOutcome += times * outcome[index]
            }
            if isCorner[index] { corner(sums) }
        }
        return sums
    }
}
