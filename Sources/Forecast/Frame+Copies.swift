extension Frame {
    /// For every row that repeats an earlier one of `rows` in all facts and the outcome, that earlier row.
    ///
    /// Empty when more than half of the rows repeat: then the facts are merely coarse, and equal rows are
    /// different people.
    func copies(_ rows: [Int], _ outcome: [Double]) -> [Int: Int] {
        var hashes = rows.map { outcome[$0].bitPattern }
        for column in columns {
            switch column.values {
            case .numeric(let numbers):
                for (index, row) in rows.enumerated() { mix(&hashes[index], numbers[row].bitPattern) }
            case .categorical(let codes, _):
                for (index, row) in rows.enumerated() { mix(&hashes[index], UInt64(UInt32(bitPattern: codes[row]))) }
            }
        }
        var first: [UInt64: Int] = [:]
        first.reserveCapacity(rows.count)
        var copies: [Int: Int] = [:]
        for (index, row) in rows.enumerated() {
            if let earlier = first[hashes[index]] { copies[row] = earlier } else { first[hashes[index]] = row }
        }
        return 2 * copies.count > rows.count ? [:] : copies
    }

    private func mix(_ hash: inout UInt64, _ value: UInt64) {
        hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
    }
}
