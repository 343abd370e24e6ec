import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A text cut into blocks at line ends, with the number of records that begin in each: what lets every block be parsed
/// on its own, straight to its place in the columns.
///
/// Whether a line end lies inside quotes depends on everything before it. All blocks are therefore scanned at once as if
/// they began outside; then, walking them in order, the few that turn out to begin inside a quoted cell are scanned
/// again as such. The result is that of a sequential scan.
struct BlockSplit {
    struct Block {
        /// Where the first record that begins in the block begins.
        var start: Int
        var firstRow: Int
        var records: Int
        /// Line of `start`, 1-based.
        var line: Int
    }

    private struct Scan {
        var start = 0
        var startLines = 0
        var records = 0
        var endsInside = false
        /// Line ends, those inside quotes included: the same from either beginning.
        var lines = 0
        var hasQuote = false
    }

    var blocks: [Block] = []
    var rows = 0
    var endsInsideQuotes = false

    init(_ text: UnsafeBufferPointer<UInt8>, from offset: Int, line: Int, dialect: Dialect, blockBytes: Int) {
        guard offset < text.count, let base = text.baseAddress else { return }
        var cuts = [offset]
        while let last = cuts.last, last < text.count {
            let probe = last + blockBytes
            guard probe < text.count else {
                cuts.append(text.count)
                break
            }
            let found = memchr(base + probe, Int32(dialect.terminator), text.count - probe)
            cuts.append(found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) + 1 } ?? text.count)
        }
        let count = cuts.count - 1
        let scans = UnsafeMutablePointer<Scan>.allocate(capacity: count)
        defer { scans.deallocate() }
        nonisolated(unsafe) let results = scans
        nonisolated(unsafe) let bytes = base
        let limits = cuts
        DispatchQueue.concurrentPerform(iterations: count) { block in
            results[block] = Self.scan(bytes, limits[block], limits[block + 1], dialect)
        }
        var isInside = false
        var currentLine = line
        for block in 0..<count {
            var scan = scans[block]
            if isInside {
                scan =
                    scan.hasQuote
                    ? Self.quoted(base, cuts[block], cuts[block + 1], dialect, startsInside: true)
                    : Scan(start: cuts[block + 1], endsInside: true, lines: scan.lines)
            }
            blocks.append(
                Block(start: scan.start, firstRow: rows, records: scan.records, line: currentLine + scan.startLines))
            rows += scan.records
            currentLine += scan.lines
            isInside = scan.endsInside
        }
        endsInsideQuotes = isInside
    }

    private static func scan(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ dialect: Dialect) -> Scan {
        if memchr(bytes + from, 0x22, to - from) != nil {
            return quoted(bytes, from, to, dialect, startsInside: false)
        }
        let (records, lines) = plain(bytes, from, to, dialect.terminator)
        return Scan(start: from, records: records, lines: lines)
    }

    /// Records and lines of a block without quotes.
    private static func plain(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ terminator: UInt8
    ) -> (records: Int, lines: Int) {
        var records = 0
        var lines = 0
        var start = from
        while start < to {
            let found = memchr(bytes + start, Int32(terminator), to - start)
            let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(bytes) } ?? to
            if !isBlank(bytes, start, end, terminator) { records += 1 }
            if found != nil { lines += 1 }
            start = end + 1
        }
        return (records, lines)
    }

    @inline(__always)
    private static func isBlank(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ terminator: UInt8) -> Bool {
        end == start || terminator == 0x0A && end == start + 1 && bytes[start] == 0x0D
    }

    private static func quoted(
        _ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ dialect: Dialect, startsInside: Bool
    ) -> Scan {
        var scan = Scan(start: startsInside ? to : from, hasQuote: true)
        var isInside = startsInside
        var atCell = !startsInside
        var recordStart = startsInside ? -1 : from
        var index = from
        while index < to {
            let byte = bytes[index]
            if isInside {
                if byte == 0x22 {
                    if index + 1 < to, bytes[index + 1] == 0x22 { index += 1 } else { isInside = false }
                } else if byte == dialect.terminator {
                    scan.lines += 1
                }
            } else if byte == 0x22, atCell {
                isInside = true
                atCell = false
            } else if byte == dialect.terminator {
                scan.lines += 1
                if recordStart >= 0 {
                    if !isBlank(bytes, recordStart, index, dialect.terminator) { scan.records += 1 }
                } else {
                    scan.start = index + 1
                    scan.startLines = scan.lines
                }
                recordStart = index + 1
                atCell = true
            } else {
                atCell = byte == dialect.delimiter
            }
            index += 1
        }
        // The record the block ends in began here, unless the block ended right at a record's end.
        if recordStart >= 0, recordStart < to, isInside || !isBlank(bytes, recordStart, to, dialect.terminator) {
            scan.records += 1
        }
        scan.endsInside = isInside
        return scan
    }
}
