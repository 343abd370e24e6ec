import Kernel
import Sheets

extension AnalysisWorkbook {
    /// Writes the workbook to a file.
    ///
    /// - Throws: `SheetRefusal` when the file cannot be written.
    public static func write(_ document: AnalysisDocument, in language: Language? = nil, to path: String) throws {
        var writer = try XLSXWriter(path: path)
        for sheet in AnalysisWorkbook(document, language: language).sheets {
            try writer.beginSheet(sheet.name, columns: sheet.columns.map { .init($0, width: sheet.width(of: $0)) })
            for row in sheet.rows { try writer.row(row.map(\.written)) }
        }
        try writer.close()
    }
}

extension WorkbookSheet {
    /// Wide enough for the first rows, within reason; Chinese characters take two places.
    fileprivate func width(of column: String) -> Double {
        guard let index = columns.firstIndex(of: column) else { return 12 }
        let texts =
            [column]
            + rows.prefix(100).compactMap { row in
                if index < row.count, case .text(let text) = row[index] { text } else { nil }
            }
        let widest = texts.map { text in text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) } }.max() ?? 0
        return Double(min(60, max(10, widest + 2)))
    }
}

extension WorkbookSheet.Cell {
    fileprivate var written: XLSXWriter.Cell {
        switch self {
        case .text(let text): .text(text)
        case .count(let count): .number(Double(count))
        case .number(let number): .number(number)
        case .percent(let share): .percentage(share)
        case .blank: .missing
        }
    }
}
