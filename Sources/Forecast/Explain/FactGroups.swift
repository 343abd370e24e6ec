/// Which columns belong together: strongly correlated numbers, and 0/1 columns spread out from one category.
struct FactGroups {
    /// Beyond this, two numbers tell people the same thing.
    static let strong = 0.95
    private static let sampleSize = 10_000

    /// Per column, the place of the first column of its group.
    private(set) var numbers: [Int]

    init(_ frame: Frame, rows: [Int]) {
        numbers = Array(frame.columns.indices)
        let count = min(rows.count, Self.sampleSize)
        let sample = (0..<count).map { rows[$0 * rows.count / max(1, count)] }
        joinSpreadCategories(frame, sample)
        joinCorrelated(frame, sample)
    }

    private mutating func join(_ first: Int, _ second: Int) {
        let (low, high) = (min(numbers[first], numbers[second]), max(numbers[first], numbers[second]))
        guard low != high else { return }
        for index in numbers.indices where numbers[index] == high { numbers[index] = low }
    }

    /// `部门_销售`, `部门_研发`: 0/1 columns with one beginning, of which a row has at most one.
    private mutating func joinSpreadCategories(_ frame: Frame, _ sample: [Int]) {
        var families: [String: [Int]] = [:]
        for (index, column) in frame.columns.enumerated() {
            guard let cut = column.name.lastIndex(where: { "_=:.".contains($0) }), cut != column.name.startIndex,
                case .numeric(let values) = column.values,
                sample.allSatisfy({ values[$0] == 0 || values[$0] == 1 })
            else { continue }
            families[String(column.name[..<cut]), default: []].append(index)
        }
        for members in families.values where members.count >= 2 {
            var sums = [Double](repeating: 0, count: sample.count)
            for member in members {
                guard case .numeric(let values) = frame.columns[member].values else { continue }
                for (place, row) in sample.enumerated() { sums[place] += values[row] }
            }
            guard sums.allSatisfy({ $0 <= 1 }) else { continue }
            for member in members.dropFirst() { join(members[0], member) }
        }
    }

    private mutating func joinCorrelated(_ frame: Frame, _ sample: [Int]) {
        // Centred and scaled once, so that a correlation is one product per row.
        let scaled: [[Double]?] = Parallel.columns(frame.columns.count) { index in
            guard case .numeric(let values) = frame.columns[index].values else { return nil }
            return Self.standardised(sample.map { values[$0] })
        }
        for first in scaled.indices {
            guard let x = scaled[first] else { continue }
            for second in scaled.indices.dropFirst(first + 1) {
                guard let y = scaled[second] else { continue }
                var product = 0.0
                for row in x.indices { product += x[row] * y[row] }
                if abs(product) > Self.strong { join(first, second) }
            }
        }
    }

    /// Mean zero and length one, missing values at the mean; nil when nothing varies or much is missing.
    private static func standardised(_ values: [Double]) -> [Double]? {
        let present = values.filter { !$0.isNaN }
        guard Double(present.count) > 0.5 * Double(values.count), present.count > 2 else { return nil }
        let mean = present.reduce(0, +) / Double(present.count)
        let centred = values.map { $0.isNaN ? 0 : $0 - mean }
        let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? centred.map { $0 / length } : nil
    }
}
