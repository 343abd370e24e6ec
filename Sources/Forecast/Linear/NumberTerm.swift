import Foundation

/// The columns of a linear model made of one number: standardised value, bends, columns per value, missing flag.
struct NumberTerm: Sendable, Codable, Equatable {
    /// Values beyond these count as these, so that single rows do not set the slope.
    let low: Double
    let high: Double
    /// Whether the scale is logarithmic (long tails).
    let logarithmic: Bool
    let mean: Double
    let deviation: Double
    /// On the standardised scale; each adds max(0, value − knot) / its deviation.
    let knots: [Knot]
    /// Values with a column of their own.
    let levels: [Double]
    let flag: Bool

    struct Knot: Sendable, Codable, Equatable {
        let place: Double
        let deviation: Double
    }

    var width: Int { 1 + knots.count + levels.count + (flag ? 1 : 0) }

    /// - Parameters:
    ///   - least: rows a value needs for a column of its own.
    ///   - flags: whether missing values get a column.
    /// - Returns: nil when the values tell nothing apart.
    init?(_ values: [Double], view: LinearEncoding.View, least: Int, flags: Bool = true) {
        var known = values.filter { $0.isFinite }
        guard !known.isEmpty else { return nil }
        flag = flags && known.count < values.count
        let levels = Self.repeatedWholeNumbers(known, least: least, most: view.mostCodeValues)
        known.sort()
        let edge = known.count / 200
        let (low, high) = (known[edge], known[known.count - 1 - edge])
        let logarithmic = Self.hasLongTail(known)
        (self.low, self.high, self.logarithmic) = (low, high, logarithmic)
        let scaled = known.map { Self.scale(min(max($0, low), high), logarithmic) }
        let mean = scaled.reduce(0, +) / Double(scaled.count)
        let variance = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scaled.count)
        let deviation = variance.squareRoot()
        guard deviation > 1e-9 * max(1, abs(mean)) else {
            guard flag else { return nil }
            (self.mean, self.deviation, knots, self.levels) = (mean, 1, [], [])
            return
        }
        (self.mean, self.deviation, self.levels) = (mean, deviation, levels)
        var different = 1
        for index in scaled.indices.dropFirst() where scaled[index] != scaled[index - 1] { different += 1 }
        knots =
            view == .straight || different < 6
            ? [] : Self.knots(scaled.map { ($0 - mean) / deviation })
    }

    func visit(_ value: Double, offset: Int, _ body: (Int, Double) -> Void) {
        guard value.isFinite else {
            if flag { body(offset + width - 1, 1) }
            return
        }
        let x = (Self.scale(min(max(value, low), high), logarithmic) - mean) / deviation
        body(offset, x)
        for (index, knot) in knots.enumerated() where x > knot.place {
            body(offset + 1 + index, (x - knot.place) / knot.deviation)
        }
        if let level = levels.binarySearch(value) { body(offset + 1 + knots.count + level, 1) }
    }

    private static func scale(_ value: Double, _ logarithmic: Bool) -> Double {
        logarithmic ? (value < 0 ? -log1p(-value) : log1p(value)) : value
    }

    /// Amounts whose one tail is more than five times as long as the other.
    private static func hasLongTail(_ sorted: [Double]) -> Bool {
        guard sorted.count >= 50 else { return false }
        let edge = sorted.count / 100
        let middle = sorted[sorted.count / 2]
        let (left, right) = (middle - sorted[edge], sorted[sorted.count - 1 - edge] - middle)
        return max(left, right) > max(5 * min(left, right), 50)
    }

    private static func knots(_ sorted: [Double]) -> [Knot] {
        var places: [Double] = []
        for quarter in 1...3 {
            let place = sorted[sorted.count * quarter / 4]
            if place > (places.last ?? sorted[0]), place < sorted[sorted.count - 1] { places.append(place) }
        }
        return places.map { place in
            let raised = sorted.map { max(0, $0 - place) }
            let mean = raised.reduce(0, +) / Double(raised.count)
            let variance = raised.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(raised.count)
            return Knot(place: place, deviation: max(variance.squareRoot(), 1e-3))
        }
    }

    /// Values of a whole-number fact that are frequent enough for a column of their own.
    private static func repeatedWholeNumbers(_ values: [Double], least: Int, most: Int) -> [Double] {
        var counts: [Double: Int] = [:]
        for value in values {
            guard value == value.rounded() else { return [] }
            counts[value, default: 0] += 1
            if counts.count > most { return [] }
        }
        guard counts.count > 2 else { return [] }
        return counts.filter { $0.value >= least }.keys.sorted()
    }
}
