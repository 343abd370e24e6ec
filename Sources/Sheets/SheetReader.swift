import Kernel

/// Reads CSV (plain or gzip) and XLSX files. What a file is, is told by its bytes, never by its name.
public enum SheetReader {
    /// Reads one sheet into memory and types its columns.
    ///
    /// - Parameters:
    ///   - sheet: name of a sheet of a workbook; nil: the first one that holds anything. Ignored for text files.
    ///   - progress: told a share of 0…1 from the calling thread.
    /// - Complexity: one pass over the bytes (two for columns whose first thousand cells mislead), on all cores.
    ///   The result does not depend on the number of cores.
    public static func table(
        at path: String, sheet: String? = nil, options: ReadOptions = .init(), progress: ((Double) -> Void)? = nil
    ) throws(SheetRefusal) -> Table {
        try SheetSource.open(path, options).table(options, sheet: sheet, progress: progress)
    }

    /// Hands out the records from the top of the file, title rows and header included, until `body` answers false.
    /// Text files are mapped, not loaded; only compressed or re-encoded text is held in memory.
    public static func records(
        at path: String, sheet: String? = nil, options: ReadOptions = .init(), _ body: (Record) throws -> Bool
    ) throws {
        switch try SheetSource.open(path, options) {
        case .text(let text, let file):
            let dialect = Dialect(detecting: text.bytes, delimiter: options.delimiter)
            var scanner = RecordScanner(text.bytes, dialect)
            while let record = scanner.next() {
                if let line = record.openQuoteLine { throw SheetRefusal.unterminatedQuote(file: file, line: line) }
                if try !body(Record(line: record.line, cells: record.cells)) { return }
            }
        case .workbook(let workbook):
            try workbook.records(sheet: sheet, options: options, body)
        }
    }

    /// The sheets of a workbook in order; empty for text files.
    public static func sheetNames(at path: String) throws(SheetRefusal) -> [String] {
        switch try SheetSource.open(path, ReadOptions()) {
        case .text: []
        case .workbook(let workbook): workbook.sheets.map(\.name)
        }
    }
}
