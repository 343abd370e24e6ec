import Foundation

/// How the facts of a frame become the columns of a boosted model; learned from the training rows.
///
/// Numbers stay as they are. Categories with few levels get a column per level; others become the smoothed event
/// rate of their level. While training, a row's own fold is left out of that rate (five folds by the written key
/// rule), so the model does not learn from what it is to predict. Whole numbers with few values may be codes: they
/// can have a rate beside the number.
struct TreeEncoding: Sendable, Codable, Equatable {
    enum Slot: Sendable, Codable, Equatable {
        case number(feature: Int)
        case level(feature: Int, code: Int32)
        /// Event rate per code; `missing` for missing and never seen ones.
        case rate(feature: Int, rates: [Float], missing: Float)
        /// Event rate per listed value; `missing` for missing and never seen ones.
        case valueRate(feature: Int, values: [Double], rates: [Float], missing: Float)

        var feature: Int {
            switch self {
            case .number(let feature), .level(let feature, _), .rate(let feature, _, _),
                .valueRate(let feature, _, _, _):
                feature
            }
        }
    }

    let slots: [Slot]

    /// Categories with more levels than this become rates.
    static let mostOneHotLevels = 6
    private static let smoothing = 10.0

    /// Learns the encoding and encodes the training rows, each without its own fold.
    static func fit(
        _ columns: [ResolvedColumn], schema: FeatureSchema, rows: [Int], outcome: [Double], weights: [Double]?,
        codes: Bool, seed: UInt64
    ) -> (encoding: TreeEncoding, matrix: DenseMatrix) {
        var slots: [Slot] = []
        var crossed: [Int: [Float]] = [:]
        let keys = RowKeys(seed: seed, repetition: 1)
        let folds = rows.map { Int(keys[$0] % 5) }
        func rates(_ group: [Int], _ count: Int) -> (rates: [Float], missing: Float) {
            let fitted = Self.rates(group, groupCount: count, folds, rows, outcome, weights)
            crossed[slots.count] = fitted.crossed
            return (Array(fitted.rates.dropLast()), fitted.rates[count])
        }
        for (feature, described) in schema.features.enumerated() {
            let column = columns[feature]
            switch described.kind {
            case .numeric:
                slots.append(.number(feature: feature))
                guard codes, let values = Self.codeValues(column, rows) else { continue }
                let group = rows.map { values.binarySearch(column.number($0)) ?? values.count }
                let fitted = rates(group, values.count)
                slots.append(
                    .valueRate(feature: feature, values: values, rates: fitted.rates, missing: fitted.missing)
                )
            case .categorical(let levels):
                let seen = Set(rows.map { column.code($0) }).subtracting([-1]).sorted()
                if seen.count == 2, !rows.contains(where: { column.code($0) < 0 }) {
                    slots.append(.level(feature: feature, code: seen[1]))
                } else if seen.count <= mostOneHotLevels {
                    for code in seen { slots.append(.level(feature: feature, code: code)) }
                } else {
                    let group = rows.map { row in
                        let code = column.code(row)
                        return code < 0 ? levels.count : Int(code)
                    }
                    let fitted = rates(group, levels.count)
                    slots.append(.rate(feature: feature, rates: fitted.rates, missing: fitted.missing))
                }
            }
        }
        let encoding = TreeEncoding(slots: slots)
        var matrix = encoding.encode(columns, rows: rows)
        for (slot, values) in crossed {
            for index in rows.indices { matrix.values[index * slots.count + slot] = values[index] }
        }
        return (encoding, matrix)
    }

    func encode(_ columns: [ResolvedColumn], rows: [Int]) -> DenseMatrix {
        let width = slots.count
        let values = [Float](unsafeUninitializedCapacity: rows.count * width) { buffer, count in
            for (position, slot) in slots.enumerated() {
                let column = columns[slot.feature]
                for (index, row) in rows.enumerated() {
                    buffer.initializeElement(at: index * width + position, to: Self.value(slot, column, row))
                }
            }
            count = rows.count * width
        }
        return DenseMatrix(rowCount: rows.count, columnCount: width, values: values)
    }

    private static func value(_ slot: Slot, _ column: ResolvedColumn, _ row: Int) -> Float {
        switch slot {
        case .number: return Float(column.number(row))
        case .level(_, let wanted):
            let code = column.code(row)
            return code < 0 ? .nan : code == wanted ? 1 : 0
        case .rate(_, let rates, let missing):
            let code = column.code(row)
            return code < 0 ? missing : rates[Int(code)]
        case .valueRate(_, let values, let rates, let missing):
            return values.binarySearch(column.number(row)).map { rates[$0] } ?? missing
        }
    }

    /// The values of a whole-number fact with 5 to 100 different ones, nil for other facts.
    private static func codeValues(_ column: ResolvedColumn, _ rows: [Int]) -> [Double]? {
        var values = Set<Double>()
        for row in rows {
            let value = column.number(row)
            if value.isNaN { continue }
            guard value == value.rounded() else { return nil }
            values.insert(value)
            if values.count > 100 { return nil }
        }
        return values.count >= 5 ? values.sorted() : nil
    }

    /// Smoothed event rates per group, from all rows, and per row without its fold. The last group is "missing".
    private static func rates(
        _ group: [Int], groupCount: Int, _ folds: [Int], _ rows: [Int], _ outcome: [Double], _ weights: [Double]?
    ) -> (rates: [Float], crossed: [Float]) {
        var sums = [SIMD2<Double>](repeating: .zero, count: (groupCount + 1) * 5)
        var total = SIMD2<Double>.zero
        for (index, row) in rows.enumerated() {
            let weight = weights?[row] ?? 1
            let entry = SIMD2(weight * outcome[row], weight)
            sums[group[index] * 5 + folds[index]] += entry
            total += entry
        }
        let prior = total.y > 0 ? total.x / total.y : 0.5
        func rate(_ sum: SIMD2<Double>) -> Float { Float((sum.x + smoothing * prior) / (sum.y + smoothing)) }
        let whole = (0...groupCount).map { group in (0..<5).reduce(SIMD2.zero) { $0 + sums[group * 5 + $1] } }
        return (
            whole.map(rate),
            rows.indices.map { rate(whole[group[$0]] - sums[group[$0] * 5 + folds[$0]]) }
        )
    }
}
