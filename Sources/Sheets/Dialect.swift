#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a text file separates cells and records.
struct Dialect: Sendable, Equatable {
    var delimiter: UInt8
    /// LF (a CR before it is dropped), or CR in files that have no LF.
    var terminator: UInt8

    static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    /// The candidate that cuts the first records into the most equal numbers of cells.
    init(detecting text: UnsafeBufferPointer<UInt8>, delimiter given: Character?) {
        let hasLineFeed = text.baseAddress.map { memchr($0, 0x0A, text.count) != nil } ?? false
        terminator = !hasLineFeed && text.contains(0x0D) ? 0x0D : 0x0A
        delimiter = 0x2C
        if let given, let byte = given.asciiValue {
            delimiter = byte
            return
        }
        var best = 0.0
        for candidate in Self.candidates {
            let score = score(candidate, text)
            if score > best {
                best = score
                delimiter = candidate
            }
        }
    }

    init(delimiter: UInt8, terminator: UInt8) {
        self.delimiter = delimiter
        self.terminator = terminator
    }

    /// The share of records that have the commonest number of cells, a little more for many cells; 0 for one cell.
    private func score(_ candidate: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> Double {
        var scanner = RecordScanner(text, Dialect(delimiter: candidate, terminator: terminator))
        var counts: [Int: Int] = [:]
        var records = 0
        while records < 60, let record = scanner.next() {
            counts[record.cells.count, default: 0] += 1
            records += 1
        }
        let several = counts.filter { $0.key > 1 }
        guard
            let (cells, times) = several.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), records > 0
        else { return 0 }
        return Double(times) / Double(records) + Double(min(cells, 50)) / 200
    }
}
