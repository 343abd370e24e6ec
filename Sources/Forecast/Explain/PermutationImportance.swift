import Foundation

/// How much a model loses when one fact is shuffled among rows it was not trained on.
public struct PermutationImportance: Sendable, Codable, Equatable {
    /// What is lost.
    public enum Measure: String, Sendable, Codable {
        /// Drop of the area under the ROC curve.
        case area
        /// Rise of the mean log loss.
        case logLoss
    }

    public struct Fact: Sendable, Codable, Equatable {
        /// The facts shuffled together.
        public let features: [String]
        /// Mean loss over the repeats; at most 0 when the fact does not help.
        public let loss: Double
        /// 95 % interval of that mean, over shuffles and rows.
        public let interval: ClosedRange<Double>
    }

    public let measure: Measure
    /// Most important first.
    public let facts: [Fact]

    /// - Parameters:
    ///   - rows: held-out rows; resampled for the interval.
    ///   - groups: facts to shuffle together; nil = each alone.
    ///   - repeats: shuffles per fact.
    ///
    /// Deterministic for a seed. O(facts × repeats) scorings of `rows`.
    public init(
        _ model: any Model, _ frame: Frame, rows: [Int], outcome: [Double], groups: [[String]]? = nil,
        measure: Measure = .area, repeats: Int = 10, seed: UInt64
    ) throws {
        let truth = rows.map { outcome[$0] }
        let held = frame.selecting(model.features).taking(rows)
        let places = Array(rows.indices)
        let before = try model.margins(held, rows: places)
        let random = SeededRandom(seed: seed)
        let sets = groups ?? model.features.map { [$0] }

        let facts = try Parallel.map(sets.count) { index -> Fact in
            var losses: [Double] = []
            for round in 0..<repeats {
                var own = random.stream(UInt64(index * repeats + round))
                let order = places.shuffled(using: &own)
                let after = try model.margins(held.shuffling(Set(sets[index]), order), rows: places)
                // Rows are drawn anew each time, so that the spread covers both shuffling and the choice of rows.
                let drawn = places.map { _ in Int(own.unit() * Double(places.count)) }
                losses.append(
                    Self.loss(measure, drawn.map { after[$0] }, drawn.map { truth[$0] })
                        - Self.loss(measure, drawn.map { before[$0] }, drawn.map { truth[$0] }))
            }
            let known = losses.filter(\.isFinite)
            let mean = known.reduce(0, +) / Double(max(1, known.count))
            let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, known.count - 1))
            // One draw of rows per repeat: their spread is that of a new sample, not of the mean over repeats.
            let half = Self.quantile(freedom: Double(max(1, known.count - 1))) * variance.squareRoot()
            return Fact(features: sets[index], loss: mean, interval: mean - half...mean + half)
        }
        self.measure = measure
        self.facts = facts.enumerated()
            .sorted { ($1.element.loss, $0.offset) < ($0.element.loss, $1.offset) }.map(\.element)
    }

    /// The 97.5 % quantile of Student's t (Cornish–Fisher expansion; Abramowitz and Stegun 26.7.5).
    private static func quantile(freedom: Double) -> Double {
        let z = 1.959_964
        let third = z * z * z
        return z + (third + z) / (4 * freedom) + (5 * third * z * z + 16 * third + 3 * z) / (96 * freedom * freedom)
    }

    private static func loss(_ measure: Measure, _ margins: [Double], _ truth: [Double]) -> Double {
        switch measure {
        case .area: -RankAUC.area(margins, truth)
        case .logLoss:
            zip(margins, truth).reduce(0) { sum, pair in
                let wrong = pair.1 > 0.5 ? -pair.0 : pair.0
                return sum + max(wrong, 0) + log1p(exp(-abs(wrong)))
            } / Double(max(1, truth.count))
        }
    }
}

extension Frame {
    /// The named columns with their rows in another order, all by the same one.
    public func shuffling(_ names: Set<String>, _ order: [Int]) -> Frame {
        Frame(rowCount: rowCount, columns: columns.map { names.contains($0.name) ? $0.taking(order) : $0 })
    }
}
