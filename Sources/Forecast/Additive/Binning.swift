/// Cuts one fact into at most 255 bins, the last of which is for missing values.
struct Binning: Sendable, Codable, Equatable {
    enum Rule: Sendable, Codable, Equatable {
        /// The bin of a number is how many of these rising cuts are ≤ it.
        case cuts([Double])
        /// The bin of every code.
        case codes([Int])
    }

    let rule: Rule
    /// Bins including the one for missing values, which is the last.
    let count: Int
    var missing: Int { count - 1 }

    /// Cuts with about equally many rows between them; every value has its own bin when there are few values.
    init(_ column: ResolvedColumn, levelCount: Int?, rows: [Int], most: Int) {
        if let levelCount {
            var counts = [Int](repeating: 0, count: levelCount)
            for row in rows {
                let code = column.code(row)
                if code >= 0 { counts[Int(code)] += 1 }
            }
            // The rarest levels share a bin when there are too many; never seen ones count as missing.
            let ranked = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
            let own = min(ranked.count, 253)
            let width = own + (ranked.count > own ? 1 : 0)
            var bins = [Int](repeating: width, count: levelCount)
            for (rank, code) in ranked.enumerated() { bins[code] = min(rank, own) }
            rule = .codes(bins)
            count = width + 1
        } else {
            let values = rows.map { column.number($0) }.filter { !$0.isNaN }.sorted()
            var distinct: [(value: Double, end: Int)] = []
            for (index, value) in values.enumerated() {
                if distinct.last?.value == value {
                    distinct[distinct.count - 1].end = index + 1
                } else {
                    distinct.append((value, index + 1))
                }
            }
            var cuts: [Double] = []
            let share = Double(values.count) / Double(most)
            var last = 0
            for index in distinct.indices.dropLast() {
                guard distinct.count <= most || Double(distinct[index].end - last) >= share else { continue }
                let (low, high) = (distinct[index].value, distinct[index + 1].value)
                let middle = low + (high - low) / 2
                cuts.append(middle > low ? middle : high)
                last = distinct[index].end
            }
            rule = .cuts(cuts)
            count = cuts.count + 2
        }
    }

    func bin(_ column: ResolvedColumn, row: Int) -> Int {
        switch rule {
        case .cuts(let cuts):
            let value = column.number(row)
            if value.isNaN { return missing }
            var (low, high) = (0, cuts.count)
            while low < high {
                let middle = (low + high) / 2
                if cuts[middle] <= value { low = middle + 1 } else { high = middle }
            }
            return low
        case .codes(let bins):
            let code = column.code(row)
            return code < 0 ? missing : bins[Int(code)]
        }
    }
}
