import Kernel

/// A sum of curves, one per fact: scoring and contributions are exact table look-ups.
public struct AdditiveModel: Model {
    public let schema: FeatureSchema
    let binnings: [Binning]
    /// Score of a row whose every part is average.
    public let base: Double
    /// Centred score per bin of every fact.
    let scores: [[Double]]
    /// Standard deviation of the score over the bagged models.
    let deviations: [[Double]]
    /// Training rows per bin.
    let counts: [[Int]]

    public var features: [String] { schema.names }

    public func margins(_ frame: Frame, rows: [Int]) throws -> [Double] {
        let columns = try schema.resolve(frame)
        var margins = [Double](repeating: base, count: rows.count)
        for feature in columns.indices where scores[feature].count > 1 {
            for (index, row) in rows.enumerated() {
                margins[index] += scores[feature][binnings[feature].bin(columns[feature], row: row)]
            }
        }
        return margins
    }

    public func contributions(_ frame: Frame, rows: [Int]) throws -> Contributions {
        let columns = try schema.resolve(frame)
        var parts = [Double](repeating: 0, count: rows.count * columns.count)
        for feature in columns.indices {
            for (index, row) in rows.enumerated() {
                parts[index * columns.count + feature] =
                    scores[feature][binnings[feature].bin(columns[feature], row: row)]
            }
        }
        return Contributions(features: features, base: base, parts: parts)
    }
}

/// What one fact adds to the score, along its values.
public struct ShapeCurve: Sendable, Equatable {
    public struct Piece: Sendable, Equatable {
        public enum Place: Sendable, Equatable {
            /// From (inclusive) to (exclusive); nil = without bound.
            case interval(from: Double?, to: Double?)
            case levels([String])
            case missing
        }

        public let place: Place
        /// Log-odds, relative to the average row.
        public let score: Double
        /// 95 % interval over the bagged models.
        public let low: Double
        public let high: Double
        /// Training rows.
        public let count: Int
    }

    public let feature: FeatureSchema.Feature
    public let pieces: [Piece]
}

extension AdditiveModel {
    /// The curve of every fact, in the order of the schema; bins without training rows are left out.
    public var curves: [ShapeCurve] {
        schema.features.indices.map { feature in
            let pieces = scores[feature].indices.filter { counts[feature][$0] > 0 }.map { bin in
                let (score, spread) = (scores[feature][bin], 1.96 * deviations[feature][bin])
                return ShapeCurve.Piece(
                    place: place(feature, bin), score: score, low: score - spread, high: score + spread,
                    count: counts[feature][bin]
                )
            }
            return ShapeCurve(feature: schema.features[feature], pieces: pieces)
        }
    }

    private func place(_ feature: Int, _ bin: Int) -> ShapeCurve.Piece.Place {
        let binning = binnings[feature]
        if bin == binning.missing { return .missing }
        switch (binning.rule, schema.features[feature].kind) {
        case (.codes(let bins), .categorical(let levels)):
            return .levels(levels.indices.filter { bins[$0] == bin }.map { levels[$0] })
        case (.cuts(let cuts), _):
            return .interval(from: bin > 0 ? cuts[bin - 1] : nil, to: bin < cuts.count ? cuts[bin] : nil)
        case (.codes, .numeric): return .missing
        }
    }
}
