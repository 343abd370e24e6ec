import Foundation

/// How the facts of a frame become the columns of a linear model; learned from the training rows.
struct LinearEncoding: Sendable, Codable, Equatable {
    /// The columns made of one fact.
    enum Term: Sendable, Codable, Equatable {
        /// (value − mean) / deviation, 0 when missing; `flag` = a second column that is 1 when missing;
        /// `levels` = one further column per listed value (whole numbers that may be codes).
        case number(mean: Double, deviation: Double, rooted: Bool, flag: Bool, levels: [Double])
        /// One column per group of levels; `group` maps a code to its column, −1 = none; missing has `missing`.
        case category(group: [Int], missing: Int, width: Int)
        case constant

        var width: Int {
            switch self {
            case .number(_, _, _, let flag, let levels): 1 + (flag ? 1 : 0) + levels.count
            case .category(_, _, let width): width
            case .constant: 0
            }
        }
    }

    let terms: [Term]
    /// First column of each fact.
    let offsets: [Int]
    var columnCount: Int { (offsets.last ?? 0) + (terms.last?.width ?? 0) }

    /// - Parameters:
    ///   - codes: whether whole numbers with few different values also get a column per value.
    init(_ columns: [ResolvedColumn], schema: FeatureSchema, rows: [Int], codes: Bool) {
        // Levels rarer than this share one column.
        let least = max(5, min(30, rows.count / 200))
        let terms = zip(columns, schema.features).map { column, feature in
            switch feature.kind {
            case .numeric: Self.number(column, rows: rows, codes: codes, least: least)
            case .categorical(let levels): Self.category(column, levelCount: levels.count, rows: rows, least: least)
            }
        }
        self.terms = terms
        var offset = 0
        offsets = terms.map { term in
            defer { offset += term.width }
            return offset
        }
    }

    private static func number(_ column: ResolvedColumn, rows: [Int], codes: Bool, least: Int) -> Term {
        var values = rows.map { column.number($0) }.filter { $0.isFinite }
        guard let first = values.first else { return .constant }
        let flag = values.count < rows.count
        let rooted = isSkewed(values)
        let levels = codes ? repeatedWholeNumbers(values, least: least) : []
        if rooted { values = values.map(signedRoot) }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        let deviation = variance.squareRoot()
        guard deviation > 1e-12 * max(1, abs(first)) else {
            return flag ? .number(mean: mean, deviation: 1, rooted: rooted, flag: true, levels: []) : .constant
        }
        return .number(mean: mean, deviation: deviation, rooted: rooted, flag: flag, levels: levels)
    }

    /// Amounts with a long tail, where a few rows would otherwise set the slope.
    private static func isSkewed(_ values: [Double]) -> Bool {
        guard values.count >= 50 else { return false }
        let sorted = values.sorted()
        let (low, middle, high) = (
            sorted[values.count / 100], sorted[values.count / 2], sorted[values.count - 1 - values.count / 100]
        )
        let (left, right) = (middle - low, high - middle)
        return max(left, right) > 5 * max(min(left, right), 1e-12) && Set(sorted.prefix(20_000)).count > 30
    }

    private static func signedRoot(_ value: Double) -> Double { value < 0 ? -log1p(-value) : log1p(value) }

    /// Values of a whole-number fact that are frequent enough for a column of their own.
    private static func repeatedWholeNumbers(_ values: [Double], least: Int) -> [Double] {
        var counts: [Double: Int] = [:]
        for value in values {
            guard value == value.rounded() else { return [] }
            counts[value, default: 0] += 1
            if counts.count > 60 { return [] }
        }
        guard counts.count > 2 else { return [] }
        return counts.filter { $0.value >= least }.keys.sorted()
    }

    private static func category(_ column: ResolvedColumn, levelCount: Int, rows: [Int], least: Int) -> Term {
        var counts = [Int](repeating: 0, count: levelCount)
        var missing = 0
        for row in rows {
            let code = column.code(row)
            if code < 0 { missing += 1 } else { counts[Int(code)] += 1 }
        }
        var width = 0
        var group = [Int](repeating: -1, count: levelCount)
        for code in counts.indices where counts[code] >= least {
            group[code] = width
            width += 1
        }
        if counts.contains(where: { $0 > 0 && $0 < least }) {
            for code in counts.indices where counts[code] > 0 && counts[code] < least { group[code] = width }
            width += 1
        }
        if missing > 0 { width += 1 }
        guard width > 1 else { return .constant }
        return .category(group: group, missing: missing > 0 ? width - 1 : -1, width: width)
    }

    /// Adds the columns of one fact in one row.
    func visit(_ feature: Int, _ column: ResolvedColumn, row: Int, _ body: (Int, Double) -> Void) {
        let offset = offsets[feature]
        switch terms[feature] {
        case .constant: break
        case .number(let mean, let deviation, let rooted, let flag, let levels):
            let value = column.number(row)
            guard value.isFinite else {
                if flag { body(offset + 1, 1) }
                return
            }
            body(offset, ((rooted ? Self.signedRoot(value) : value) - mean) / deviation)
            if let level = levels.binarySearch(value) { body(offset + (flag ? 2 : 1) + level, 1) }
        case .category(let group, let missing, _):
            let code = column.code(row)
            let target = code < 0 ? missing : group[Int(code)]
            if target >= 0 { body(offset + target, 1) }
        }
    }

    func encode(_ columns: [ResolvedColumn], rows: [Int]) -> SparseRows {
        var result = SparseRows(columnCount: columnCount)
        for row in rows {
            for feature in columns.indices {
                visit(feature, columns[feature], row: row) { result.append($0, $1) }
            }
            result.endRow()
        }
        return result
    }
}

extension Array where Element: Comparable {
    /// The position of an element in a rising array.
    func binarySearch(_ element: Element) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == element ? low : nil
    }
}
