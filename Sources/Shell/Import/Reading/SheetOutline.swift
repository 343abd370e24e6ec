import Kernel
import Sheets

/// What a file looks like before it is read as a whole: its sheets, its first rows, and a guess at the mapping.
struct SheetOutline: Sendable {
    var sheets: [String]
    var mapping: ImportMapping
    /// The first rows of the sheet.
    var head: [Record]
    /// Up to three different values of each column below the header.
    var samples: [[String]]

    private static let headRows = 60

    /// - Parameter wanted: what someone chose: sheet, encoding, header row. Nil: everything is guessed.
    init(at path: String, for kind: any ImportKind, wanted: ImportMapping? = nil) throws {
        sheets = try SheetReader.sheetNames(at: path)
        let guess = HeaderGuess(match: HeadingMatch(kind.fields))
        var best: (records: [Record], found: HeaderGuess.Found, sheet: String?)?
        // Without a choice, the sheet with the most known headings.
        let candidates: [String?] = wanted?.sheet.map { [$0] } ?? (sheets.isEmpty ? [nil] : sheets.map { $0 })
        for sheet in candidates {
            let records = try Self.head(at: path, sheet: sheet, encoding: wanted?.encoding)
            let cells = records.map(\.cells)
            let found =
                if let wanted, wanted.headerRow > 0 {
                    records.firstIndex { $0.line == wanted.headerRow }.flatMap {
                        guess.at($0, rows: wanted.headerRows, in: cells)
                    }
                } else {
                    guess.find(in: cells)
                }
            guard let found else { continue }
            if best == nil || found.columns.count > best?.found.columns.count ?? 0 { best = (records, found, sheet) }
        }
        guard let best else { throw ImportRefusal.noHeader }
        head = best.records
        mapping = ImportMapping(
            sheet: best.sheet, encoding: wanted?.encoding, headerRow: best.records[best.found.index].line,
            headerRows: best.found.rows, headings: best.found.headings, columns: best.found.columns)
        samples = Self.samples(best.records[(best.found.index + 1)...], width: best.found.headings.count)
    }

    private static func head(at path: String, sheet: String?, encoding: TextEncoding?) throws -> [Record] {
        var records: [Record] = []
        try SheetRows.each(at: path, sheet: sheet, encoding: encoding) { record in
            if record.cells.contains(where: { !CellText.trimmed($0).isEmpty }) { records.append(record) }
            return records.count < headRows
        }
        return records
    }

    private static func samples(_ records: ArraySlice<Record>, width: Int) -> [[String]] {
        (0..<width).map { column in
            var found: [String] = []
            for record in records where column < record.cells.count && found.count < 3 {
                let text = CellText.line(record.cells[column])
                if !text.isEmpty, !found.contains(text) { found.append(text) }
            }
            return found
        }
    }
}
