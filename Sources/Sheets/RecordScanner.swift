/// Records one after the other, each cell unescaped. For streams, samples and headers; whole tables go through blocks.
///
/// RFC 4180 with the mercy of common programs: a quote opens a quoted cell only where the cell begins, anything after
/// the closing quote belongs to the cell, lines without a byte are skipped.
struct RecordScanner {
    struct RawRecord {
        var line: Int
        var start: Int
        var end: Int
        var cells: [String]
        /// The file ends inside a quoted cell that began on this line.
        var openQuoteLine: Int?
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let dialect: Dialect
    private(set) var offset = 0
    /// Line of `offset`, 1-based.
    private(set) var line = 1

    init(_ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) {
        self.text = text
        self.dialect = dialect
    }

    mutating func next() -> RawRecord? {
        while offset < text.count, let blank = blankLength() {
            offset += blank
            line += 1
        }
        guard offset < text.count else { return nil }
        var record = RawRecord(line: line, start: offset, end: offset, cells: [], openQuoteLine: nil)
        while true {
            let cell = nextCell(&record)
            record.cells.append(cell)
            guard offset < text.count, text[offset] == dialect.delimiter else { break }
            offset += 1
        }
        if offset < text.count {
            offset += 1
            line += 1
        }
        record.end = offset
        return record
    }

    /// Bytes of an empty line, its end included.
    private func blankLength() -> Int? {
        if text[offset] == dialect.terminator { return 1 }
        if text[offset] == 0x0D, dialect.terminator == 0x0A {
            if offset + 1 == text.count { return 1 }
            if text[offset + 1] == 0x0A { return 2 }
        }
        return nil
    }

    private mutating func nextCell(_ record: inout RawRecord) -> String {
        var bytes: [UInt8] = []
        if offset < text.count, text[offset] == 0x22 {
            let openLine = line
            offset += 1
            var closed = false
            while offset < text.count {
                let byte = text[offset]
                offset += 1
                if byte == 0x22 {
                    if offset < text.count, text[offset] == 0x22 {
                        offset += 1
                    } else {
                        closed = true
                        break
                    }
                }
                if byte == dialect.terminator { line += 1 }
                bytes.append(byte)
            }
            if !closed { record.openQuoteLine = openLine }
        }
        let start = offset
        while offset < text.count, text[offset] != dialect.delimiter, text[offset] != dialect.terminator { offset += 1 }
        var end = offset
        let endsRecord = offset == text.count || text[offset] == dialect.terminator
        if endsRecord, end > start, text[end - 1] == 0x0D { end -= 1 }
        bytes.append(contentsOf: text[start..<end])
        return String(decoding: bytes, as: UTF8.self)
    }
}
