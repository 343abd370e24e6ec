import Foundation

/// Columns for boosted survival models: numbers as they are, a column per level of a category; categories with very many levels
/// become log((events + 5) / (expected events + 5)), for training rows without their own fold.
enum SurvivalEncoding {
    static let mostOneHotLevels = 40
    private static let smoothing = 5.0

    static func fit(
        _ columns: [ResolvedColumn], schema: FeatureSchema, rows: [Int], outcome: SurvivalOutcome, seed: UInt64
    ) -> (encoding: TreeEncoding, matrix: DenseMatrix) {
        var slots: [TreeEncoding.Slot] = []
        var crossed: [Int: [Float]] = [:]
        lazy var expected = NelsonAalen(outcome.taking(rows))
        let keys = RowKeys(seed: seed, repetition: 2)
        for (feature, described) in schema.features.enumerated() {
            let column = columns[feature]
            guard case .categorical(let levels) = described.kind else {
                slots.append(.number(feature: feature))
                continue
            }
            let seen = Set(rows.map { column.code($0) }).subtracting([-1]).sorted()
            if seen.count == 2, !rows.contains(where: { column.code($0) < 0 }) {
                slots.append(.level(feature: feature, code: seen[1]))
            } else if seen.count <= mostOneHotLevels {
                for code in seen { slots.append(.level(feature: feature, code: code)) }
            } else {
                var sums = [SIMD2<Double>](repeating: .zero, count: (levels.count + 1) * 5)
                let places = rows.map { row in
                    (column.code(row) < 0 ? levels.count : Int(column.code(row))) * 5 + Int(keys[row] % 5)
                }
                for (index, row) in rows.enumerated() {
                    sums[places[index]] += SIMD2(outcome.events[row] ? 1 : 0, expected.hazard(at: outcome.times[row]))
                }
                let whole = (0...levels.count).map { level in (0..<5).reduce(SIMD2.zero) { $0 + sums[level * 5 + $1] } }
                crossed[slots.count] = places.map { ratio(whole[$0 / 5] - sums[$0]) }
                let rates = whole.map(ratio)
                slots.append(.rate(feature: feature, rates: Array(rates.dropLast()), missing: rates[levels.count]))
            }
        }
        let encoding = TreeEncoding(slots: slots)
        var matrix = encoding.encode(columns, rows: rows)
        for (slot, values) in crossed {
            for index in rows.indices { matrix.values[index * slots.count + slot] = values[index] }
        }
        return (encoding, matrix)
    }

    private static func ratio(_ sum: SIMD2<Double>) -> Float { Float(log((sum.x + smoothing) / (sum.y + smoothing))) }
}

/// The cumulative hazard Σ dᵢ/nᵢ (Nelson 1972, Aalen 1978).
struct NelsonAalen {
    private let steps: [(time: Double, hazard: Double)]

    init(_ outcome: SurvivalOutcome) {
        steps = PartialLikelihood(outcome).baseline([Double](repeating: 0, count: outcome.count))
    }

    func hazard(at time: Double) -> Double {
        let index = steps.partitioned { $0.time <= time }
        return index == 0 ? 0 : steps[index - 1].hazard
    }
}
