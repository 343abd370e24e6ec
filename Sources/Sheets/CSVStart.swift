/// What the first records of a text file tell: header, number format, a guess at each column's type.
struct CSVStart {
    var header: Header
    /// 1-based.
    var headerLine: Int
    /// Where the first record after the header begins.
    var offset: Int
    /// Line of `offset`.
    var line: Int
    var rules = ReadingRules()
    var isNumeric: [Bool]

    private static let headRecords = 60
    private static let sampleRecords = 1000

    init(
        _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, file: String, options: ReadOptions
    ) throws(SheetRefusal) {
        var scanner = RecordScanner(text, dialect)
        var records: [RecordScanner.RawRecord] = []
        var ends: [(offset: Int, line: Int)] = []
        while records.count < Self.headRecords + Self.sampleRecords, let record = scanner.next() {
            if let open = record.openQuoteLine { throw .unterminatedQuote(file: file, line: open) }
            if record.cells.count > options.maximumColumns {
                throw .tooManyColumns(
                    file: file, sheet: nil, count: record.cells.count, limit: options.maximumColumns)
            }
            records.append(record)
            ends.append((scanner.offset, scanner.line))
        }
        guard !records.isEmpty else { throw .emptyFile(file: file) }
        if dialect.delimiter != 0x2C || options.delimiter == ";" {
            rules.decimalComma = Self.usesDecimalComma(records)
        }
        let found =
            options.headerLine.map { wanted in records.firstIndex { $0.line == wanted } }
            ?? Header.find(in: records.prefix(Self.headRecords).map(\.cells), rules: rules)
        guard let found else { throw .noHeader(file: file, sheet: nil) }
        header = Header(cells: records[found].cells)
        guard !header.names.isEmpty else { throw .noHeader(file: file, sheet: nil) }
        headerLine = records[found].line
        (offset, line) = ends[found]
        isNumeric = Self.guess(records[(found + 1)...].prefix(Self.sampleRecords), header.names.count, rules)
    }

    /// Whether numbers are written 1.234,5: more cells say so than say 1,234.5.
    private static func usesDecimalComma(_ records: [RecordScanner.RawRecord]) -> Bool {
        var comma = 0
        var point = 0
        for cell in records.lazy.flatMap(\.cells) {
            guard cell.utf8.count <= 24, cell.utf8.contains(0x2C) || cell.utf8.contains(0x2E) else { continue }
            if case .number = CellReader.read(cell, ReadingRules(decimalComma: false)) {
                point += 1
            } else if case .number = CellReader.read(cell, ReadingRules(decimalComma: true)) {
                comma += 1
            }
        }
        return comma > point
    }

    private static func guess(
        _ records: ArraySlice<RecordScanner.RawRecord>, _ width: Int, _ rules: ReadingRules
    ) -> [Bool] {
        (0..<width).map { column in
            var tally = Tally()
            for record in records where column < record.cells.count {
                tally.add(CellReader.read(Header.trimmed(record.cells[column]), rules))
            }
            return tally.cells > 0 && tally.numbers * 10 >= tally.cells * 9
        }
    }
}
