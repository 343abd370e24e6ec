import Kernel

extension Hygiene {
    /// Turns calendar days into days before the snapshot, and flags days that lie after it.
    mutating func countDaysBack(_ options: Options) {
        let days = frame.columns.filter { kinds[$0.name] == .day && $0.isNumeric }
        guard !days.isEmpty else { return }
        var newest = -Double.infinity
        for case .numeric(let numbers) in days.map(\.values) {
            for number in numbers where number > newest && number <= options.today ?? .infinity { newest = number }
        }
        guard let snapshot = options.snapshot ?? (newest.isFinite ? newest : options.today) else { return }
        self.snapshot = snapshot
        let converted = frame.columns.map { column -> Column in
            guard kinds[column.name] == .day, case .numeric(let numbers) = column.values else { return column }
            let later = numbers.reduce(0) { $0 + ($1 > snapshot ? 1 : 0) }
            let day = FactFormat.day(snapshot)
            findings.append(
                HygieneFinding(
                    column: column.name, action: .converted, cause: .day,
                    reason: Phrase(zh: "日期换算为距 \(day) 的天数", en: "Dates are counted as days before \(day)")))
            if later > 0 {
                findings.append(
                    HygieneFinding(
                        column: column.name, action: .flagged, cause: .afterSnapshot,
                        reason: Phrase(
                            zh: "\(later) 行的日期晚于 \(day)，请确认当时是否已经知道",
                            en: "\(later) rows have a date after \(day); check that it was known by then")))
            }
            var copy = column
            copy.values = .numeric(numbers.map { snapshot - $0 })
            return copy
        }
        frame = Frame(rowCount: frame.rowCount, columns: converted)
    }

    /// Repeated rows are counted, not removed: two people may well be alike in every recorded fact.
    ///
    /// - Parameter frame: all columns as given: people who differ in their number are two.
    mutating func countRepeatedRows(of frame: Frame, _ outcome: [Double]?) {
        guard frame.columns.count > 1, frame.rowCount > 1 else { return }
        var hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: frame.rowCount)
        let columns = frame.columns
        hashes.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let hashes = buffer
            Parallel.blocks(hashes.count, size: 16_384) { range in
                for column in columns {
                    switch column.values {
                    case .numeric(let numbers):
                        numbers.withUnsafeBufferPointer { numbers in
                            for row in range {
                                Self.mix(&hashes[row], numbers[row].isNaN ? 1 : numbers[row].bitPattern)
                            }
                        }
                    case .categorical(let codes, _):
                        codes.withUnsafeBufferPointer { codes in
                            for row in range { Self.mix(&hashes[row], UInt64(truncatingIfNeeded: codes[row])) }
                        }
                    }
                }
                if let outcome { for row in range { Self.mix(&hashes[row], outcome[row].bitPattern) } }
            }
        }
        let repeated = Self.repeats(hashes)
        guard repeated > 0 else { return }
        let share = FactFormat.share(Double(repeated) / Double(frame.rowCount))
        findings.append(
            HygieneFinding(
                column: nil, action: .flagged, cause: .duplicateRows,
                reason: Phrase(
                    zh: "\(repeated) 行（\(share)）与前面的某一行完全相同，已保留；若是重复导出请删除",
                    en:
                        "\(repeated) rows (\(share)) equal an earlier row in every column; kept, but remove them if they were exported twice"
                )))
    }

    @inline(__always)
    private static func mix(_ hash: inout UInt64, _ value: UInt64) {
        hash = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
    }

    /// How many hashes occurred before: an open-addressed table, since a `Set` of a million takes too long.
    private static func repeats(_ hashes: [UInt64]) -> Int {
        var size = 16
        while size < hashes.count * 2 { size *= 2 }
        var table = [UInt64](repeating: 0, count: size)
        let mask = UInt64(size - 1)
        var repeated = 0
        table.withUnsafeMutableBufferPointer { table in
            for hash in hashes {
                let key = hash == 0 ? 1 : hash
                var place = key & mask
                while table[Int(place)] != 0, table[Int(place)] != key { place = (place + 1) & mask }
                if table[Int(place)] == key { repeated += 1 } else { table[Int(place)] = key }
            }
        }
        return repeated
    }
}
