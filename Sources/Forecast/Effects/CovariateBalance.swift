/// How far treated and comparison differ in one fact, in standard deviations; under 0.1 counts as balanced (Austin 2009).
public struct CovariateBalance: Sendable, Codable, Equatable {
    public var column: String
    public var before: Double
    public var after: Double

    /// - Parameters:
    ///   - treated: per row of the frame.
    ///   - weights: per entry of `rows`, what each counts for after weighting or matching (0 = left out).
    static func table(_ frame: Frame, rows: [Int], treated: [Bool], weights: [Double]) -> [CovariateBalance] {
        let equal = [Double](repeating: 1, count: rows.count)
        return frame.columns.map { column in
            switch column.values {
            case .numeric(let numbers):
                let values = rows.map { numbers[$0] }
                return CovariateBalance(
                    column: column.name, before: difference(values, treated, equal, deviations: values),
                    after: difference(values, treated, weights, deviations: values))
            case .categorical(let codes, let levels):
                // The level that differs most stands for the column.
                var result = CovariateBalance(column: column.name, before: 0, after: 0)
                for code in levels.indices {
                    let values = rows.map { codes[$0] == Int32(code) ? 1.0 : 0 }
                    let before = difference(values, treated, equal, deviations: values)
                    let after = difference(values, treated, weights, deviations: values)
                    if abs(before) > abs(result.before) { result.before = before }
                    if abs(after) > abs(result.after) { result.after = after }
                }
                return result
            }
        }
    }

    /// (mean of treated − mean of comparison) / √((s₁² + s₀²) / 2), deviations always those before weighting.
    private static func difference(
        _ values: [Double], _ treated: [Bool], _ weights: [Double], deviations: [Double]
    ) -> Double {
        var sums = [SIMD2<Double>](repeating: .zero, count: 2)
        var groups: [[Double]] = [[], []]
        for index in values.indices where !values[index].isNaN {
            let group = treated[index] ? 1 : 0
            sums[group] += SIMD2(weights[index] * values[index], weights[index])
            groups[group].append(values[index])
        }
        let variance = (Moments(groups[1]).variance + Moments(groups[0]).variance) / 2
        guard variance > 0, sums[0].y > 0, sums[1].y > 0 else { return 0 }
        return (sums[1].x / sums[1].y - sums[0].x / sums[0].y) / variance.squareRoot()
    }
}
