import Foundation

/// How the average prediction changes with one fact, everything else as it is (Friedman 2001), with the spread over
/// single rows (individual conditional expectation, Goldstein et al. 2015).
public struct PartialDependence: Sendable, Codable, Equatable {
    public struct Point: Sendable, Codable, Equatable {
        /// The value of a numeric fact; nil for a category.
        public let number: Double?
        /// The level of a category; nil for a number.
        public let level: String?
        /// Mean probability.
        public let mean: Double
        /// The middle 80 % of single rows.
        public let band: ClosedRange<Double>
        /// Share of rows at (a category) or nearest to (a number) this point: where it is small, the curve is a guess.
        public let share: Double
    }

    public let feature: String
    /// Numbers ascending, at quantiles of the data; levels commonest first.
    public let points: [Point]

    /// - Parameters:
    ///   - rows: rows to average over; beyond `sample` they are taken evenly.
    ///   - points: at most so many values.
    /// - Returns: nil when the frame has no such column or no values in it.
    public init?(
        _ model: any Model, _ frame: Frame, rows: [Int], feature: String, points: Int = 20, sample: Int = 1000
    ) throws {
        guard let column = frame[feature], !rows.isEmpty else { return nil }
        let count = min(rows.count, sample)
        let chosen = (0..<count).map { rows[$0 * rows.count / count] }
        let base = frame.selecting(model.features).taking(chosen)
        let places = Array(chosen.indices)
        let settings = Self.settings(column, rows: rows, points: points)
        guard !settings.isEmpty else { return nil }
        self.feature = feature
        self.points = try Parallel.map(settings.count) { index in
            let setting = settings[index]
            let margins = try model.margins(base.setting(feature, to: setting.values(count)), rows: places)
            let sorted = margins.map(probability(ofLogOdds:)).sorted()
            let mean = sorted.reduce(0, +) / Double(count)
            let (low, high) = (
                sorted[Int(0.1 * Double(count - 1))], sorted[Int((0.9 * Double(count - 1)).rounded(.up))]
            )
            return Point(
                number: setting.number, level: setting.level, mean: mean, band: low...high, share: setting.share)
        }
    }

    private struct Setting: Sendable {
        var number: Double?
        var level: String?
        var share: Double

        func values(_ count: Int) -> Column.Values {
            if let level {
                .categorical(codes: [Int32](repeating: 0, count: count), levels: [level])
            } else {
                .numeric([Double](repeating: number ?? .nan, count: count))
            }
        }
    }

    private static func settings(_ column: Column, rows: [Int], points: Int) -> [Setting] {
        switch column.values {
        case .numeric(let numbers):
            let sorted = rows.map { numbers[$0] }.filter { !$0.isNaN }.sorted()
            guard let last = sorted.last else { return [] }
            var values: [Double] = []
            for index in 0..<points {
                let value = sorted[index * (sorted.count - 1) / max(1, points - 1)]
                if value != values.last { values.append(value) }
            }
            if values.last != last { values.append(last) }
            var counts = [Int](repeating: 0, count: values.count)
            var nearest = 0
            for number in sorted {
                while nearest + 1 < values.count, abs(values[nearest + 1] - number) <= abs(values[nearest] - number) {
                    nearest += 1
                }
                counts[nearest] += 1
            }
            return zip(values, counts).map {
                Setting(number: $0, level: nil, share: Double($1) / Double(sorted.count))
            }
        case .categorical(let codes, let levels):
            var counts = [Int](repeating: 0, count: levels.count)
            for row in rows where codes[row] >= 0 { counts[Int(codes[row])] += 1 }
            let total = Double(max(1, counts.reduce(0, +)))
            return counts.indices.filter { counts[$0] > 0 }
                .sorted { (counts[$1], $0) < (counts[$0], $1) }
                .prefix(points)
                .map { Setting(number: nil, level: levels[$0], share: Double(counts[$0]) / total) }
        }
    }
}

extension Frame {
    /// The same rows with one column replaced.
    func setting(_ name: String, to values: Column.Values) -> Frame {
        Frame(
            rowCount: rowCount,
            columns: columns.map { column in
                guard column.name == name else { return column }
                var copy = column
                copy.values = values
                return copy
            })
    }
}
