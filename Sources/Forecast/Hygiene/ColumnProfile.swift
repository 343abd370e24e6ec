/// The measures of one column that its check and the search for copies share.
struct ColumnProfile: Sendable {
    let rowCount: Int
    /// Over all rows.
    let missingCount: Int
    /// Per sampled row: the number of its value in order of first appearance, −1 when missing.
    let pattern: [Int32]
    /// Different values in the sample.
    let distinct: Int
    /// Sampled rows with a value.
    let present: Int
    /// Lowest and highest number in the sample.
    let range: ClosedRange<Double>?
    let isWhole: Bool

    var missingShare: Double { rowCount == 0 ? 0 : Double(missingCount) / Double(rowCount) }
    var distinctShare: Double { present == 0 ? 0 : Double(distinct) / Double(present) }

    init(_ column: Column, sample: HygieneSample) {
        rowCount = column.count
        isWhole = sample.isWhole
        var pattern = [Int32](repeating: -1, count: sample.rows.count)
        var present = 0
        var next: Int32 = 0
        switch column.values {
        case .numeric(let numbers):
            missingCount = numbers.withUnsafeBufferPointer { values in
                var missing = 0
                for value in values where value.isNaN { missing += 1 }
                return missing
            }
            var seen: [UInt64: Int32] = [:]
            var (low, high) = (Double.infinity, -Double.infinity)
            for (place, row) in sample.rows.enumerated() where !numbers[row].isNaN {
                let value = numbers[row] == 0 ? 0 : numbers[row]
                present += 1
                low = min(low, value)
                high = max(high, value)
                if let known = seen[value.bitPattern] {
                    pattern[place] = known
                } else {
                    seen[value.bitPattern] = next
                    pattern[place] = next
                    next += 1
                }
            }
            range = low <= high ? low...high : nil
        case .categorical(let codes, let levels):
            missingCount = codes.withUnsafeBufferPointer { values in
                var missing = 0
                for value in values where value < 0 { missing += 1 }
                return missing
            }
            var seen = [Int32](repeating: -1, count: levels.count)
            for (place, row) in sample.rows.enumerated() where codes[row] >= 0 {
                let code = Int(codes[row])
                present += 1
                if seen[code] < 0 {
                    seen[code] = next
                    next += 1
                }
                pattern[place] = seen[code]
            }
            range = nil
        }
        self.pattern = pattern
        self.distinct = Int(next)
        self.present = present
    }
}
