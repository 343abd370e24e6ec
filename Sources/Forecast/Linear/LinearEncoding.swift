import Foundation

/// How the facts of a frame become the columns of a linear model; learned from the training rows.
struct LinearEncoding: Sendable, Codable, Equatable {
    /// How much a number may bend.
    enum View: Int, Sendable, Codable, CaseIterable {
        /// A straight line, and a column per value where a whole number has at most twelve.
        case straight
        /// Also bends at the quartiles.
        case bent
        /// Also a column per value where a whole number has at most sixty: it may be a code.
        case coded

        var mostCodeValues: Int { self == .coded ? 60 : 12 }
    }

    /// The columns made of one fact.
    enum Term: Sendable, Codable, Equatable {
        case constant
        case number(NumberTerm)
        /// One column per group of levels; `group` maps a code to its column, −1 = none; missing has `missing`.
        /// A reading of the levels as a number, if there is one, comes first.
        case category(group: [Int], missing: Int, width: Int, reading: LevelNumbers?)

        var width: Int {
            switch self {
            case .constant: 0
            case .number(let term): term.width
            case .category(_, _, let width, let reading): width + (reading?.term.width ?? 0)
            }
        }
    }

    /// Numbers written in the names of levels.
    struct LevelNumbers: Sendable, Codable, Equatable {
        let numbers: [Double?]
        let term: NumberTerm

        func number(_ code: Int32) -> Double { code < 0 ? .nan : numbers[Int(code)] ?? .nan }
    }

    let terms: [Term]
    /// First column of each fact.
    let offsets: [Int]
    var columnCount: Int { (offsets.last ?? 0) + (terms.last?.width ?? 0) }

    init(_ columns: [ResolvedColumn], schema: FeatureSchema, rows: [Int], view: View) {
        // Levels rarer than this share one column.
        let least = max(5, min(30, rows.count / 200))
        let terms = zip(columns, schema.features).map { column, feature in
            switch feature.kind {
            case .numeric:
                NumberTerm(rows.map { column.number($0) }, view: view, least: least).map(Term.number) ?? .constant
            case .categorical(let levels):
                Self.category(column, levels: levels, rows: rows, view: view, least: least)
            }
        }
        self.terms = terms
        var offset = 0
        offsets = terms.map { term in
            defer { offset += term.width }
            return offset
        }
    }

    private static func category(
        _ column: ResolvedColumn, levels: [String], rows: [Int], view: View, least: Int
    ) -> Term {
        var counts = [Int](repeating: 0, count: levels.count)
        var missing = 0
        for row in rows {
            let code = column.code(row)
            if code < 0 { missing += 1 } else { counts[Int(code)] += 1 }
        }
        var width = 0
        var group = [Int](repeating: -1, count: levels.count)
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
        let reading = LevelReading.numbers(levels).flatMap { numbers in
            let values = rows.map { row in
                let code = column.code(row)
                return code < 0 ? .nan : numbers[Int(code)] ?? .nan
            }
            return NumberTerm(values, view: min(view, .bent), least: .max, flags: false)
                .map { LevelNumbers(numbers: numbers, term: $0) }
        }
        return .category(group: group, missing: missing > 0 ? width - 1 : -1, width: width, reading: reading)
    }

    /// Visits the columns of one fact that are not zero in a row, in rising order.
    @inline(__always)
    func visit(_ feature: Int, _ column: ResolvedColumn, row: Int, _ body: (Int, Double) -> Void) {
        let offset = offsets[feature]
        switch terms[feature] {
        case .constant: break
        case .number(let term): term.visit(column.number(row), offset: offset, body)
        case .category(let group, let missing, _, let reading):
            let code = column.code(row)
            var start = offset
            if let reading {
                reading.term.visit(reading.number(code), offset: offset, body)
                start += reading.term.width
            }
            let target = code < 0 ? missing : group[Int(code)]
            if target >= 0 { body(start + target, 1) }
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

extension LinearEncoding.View: Comparable {
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
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
