import Foundation

/// How the facts of a frame become the columns of a boosted model; learned from the training rows.
///
/// Numbers stay as they are. Categories get a column per level (up to eight levels), the smoothed event rate of
/// their level (from three levels on), and their reading as a number where most levels are written as one. While
/// training, a row's own fold is left out of the rate (five folds by the written key rule), so the model does not
/// learn from what it is to predict.
struct TreeEncoding: Sendable, Codable, Equatable {
    enum Slot: Sendable, Codable, Equatable {
        case number(feature: Int)
        case level(feature: Int, code: Int32)
        /// 1 when missing.
        case missing(feature: Int)
        /// A number per code, NaN = none.
        case reading(feature: Int, numbers: [Float?])
        /// Event rate per code; `missing` for missing and never seen ones.
        case rate(feature: Int, rates: [Float], missing: Float)

        var feature: Int {
            switch self {
            case .number(let feature), .level(let feature, _), .missing(let feature), .reading(let feature, _),
                .rate(let feature, _, _):
                feature
            }
        }
    }

    let slots: [Slot]

    /// Categories with more levels than this have no columns of single levels.
    static let mostOneHotLevels = 8
    private static let smoothing = 10.0

    /// Learns the encoding and encodes the training rows, each without its own fold.
    static func fit(
        _ columns: [ResolvedColumn], schema: FeatureSchema, rows: [Int], outcome: [Double], weights: [Double]?,
        seed: UInt64
    ) -> (encoding: TreeEncoding, matrix: DenseMatrix) {
        var slots: [Slot] = []
        var crossed: [(slot: Int, values: [Float])] = []
        let keys = RowKeys(seed: seed, repetition: 1)
        let folds = rows.map { Int(keys[$0] % 5) }
        for (feature, described) in schema.features.enumerated() {
            guard case .categorical(let levels) = described.kind else {
                slots.append(.number(feature: feature))
                continue
            }
            let codes = rows.map { columns[feature].code($0) }
            let seen = Set(codes).subtracting([-1]).sorted()
            let hasMissing = codes.contains(-1)
            if seen.count == 2, !hasMissing {
                slots.append(.level(feature: feature, code: seen[1]))
                continue
            }
            if seen.count <= mostOneHotLevels {
                for code in seen { slots.append(.level(feature: feature, code: code)) }
                if hasMissing { slots.append(.missing(feature: feature)) }
            }
            if let numbers = LevelReading.numbers(levels) {
                slots.append(.reading(feature: feature, numbers: numbers.map { $0.map { Float($0) } }))
            }
            if seen.count + (hasMissing ? 1 : 0) >= 3 {
                let group = codes.map { $0 < 0 ? levels.count : Int($0) }
                let fitted = rates(group, groupCount: levels.count, folds, rows, outcome, weights)
                crossed.append((slots.count, fitted.crossed))
                slots.append(
                    .rate(feature: feature, rates: Array(fitted.rates.dropLast()), missing: fitted.rates[levels.count])
                )
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
                Self.fill(slot, columns[slot.feature], rows, buffer.baseAddress! + position, stride: width)
            }
            count = rows.count * width
        }
        return DenseMatrix(rowCount: rows.count, columnCount: width, values: values)
    }

    private static func fill(
        _ slot: Slot, _ column: ResolvedColumn, _ rows: [Int], _ target: UnsafeMutablePointer<Float>, stride: Int
    ) {
        func each(_ value: (Int) -> Float) {
            for (index, row) in rows.enumerated() { (target + index * stride).initialize(to: value(row)) }
        }
        switch slot {
        case .number:
            guard case .numbers(let numbers) = column else { return each { _ in .nan } }
            each { Float(numbers[$0]) }
        case .level(_, let wanted):
            each { row in
                let code = column.code(row)
                return code < 0 ? .nan : code == wanted ? 1 : 0
            }
        case .missing: each { column.code($0) < 0 ? 1 : 0 }
        case .reading(_, let numbers):
            let known = numbers.map { $0 ?? .nan }
            each { row in
                let code = column.code(row)
                return code < 0 ? .nan : known[Int(code)]
            }
        case .rate(_, let rates, let missing):
            each { row in
                let code = column.code(row)
                return code < 0 ? missing : rates[Int(code)]
            }
        }
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
