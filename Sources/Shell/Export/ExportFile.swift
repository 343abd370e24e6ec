import Kernel
import SQL
import Sheets

/// Writes an export to a file, a page of rows at a time.
enum ExportFile {
    /// - Returns: how many rows were written.
    static func write<Record>(
        _ export: Export<Record>, as form: ExportForm, to path: String, in language: Language, _ tx: Transaction
    ) throws -> Int {
        switch form {
        case .csv, .csvWithBOM: try csv(export, hasMark: form == .csvWithBOM, path, language, tx)
        case .xlsx: try xlsx(export, path, language, tx)
        }
    }

    /// Text that a spreadsheet would run as a formula gets an apostrophe before it, by the writer.
    private static func csv<Record>(
        _ export: Export<Record>, hasMark: Bool, _ path: String, _ language: Language, _ tx: Transaction
    ) throws -> Int {
        var options = CSVWriter.Options()
        options.byteOrderMark = hasMark
        options.lineEnd = "\r\n"
        var writer = try CSVWriter(path: path, options: options)
        try writer.record(export.columns.map { $0.title[language] })
        let columns = export.columns
        var (cursor, count): (Int64?, Int) = (nil, 0)
        repeat {
            let page = try export.page(cursor, tx)
            for record in page.rows {
                for column in columns {
                    switch column.value(record, language) {
                    case .nothing: writer.missing()
                    case .text(let text): writer.field(text)
                    case .integer(let number): writer.field(number)
                    case .day(let day): writer.field(day.iso)
                    case .money(let money): writer.field(number: money.plain)
                    case .rate(let rate): writer.field(number: rate.percentText)
                    }
                }
                try writer.endRecord()
            }
            count += page.rows.count
            cursor = page.next
        } while cursor != nil
        try writer.close()
        return count
    }

    /// Strings are written as strings: nothing becomes a formula.
    private static func xlsx<Record>(
        _ export: Export<Record>, _ path: String, _ language: Language, _ tx: Transaction
    ) throws -> Int {
        var writer = try XLSXWriter(path: path)
        try writer.beginSheet(
            export.title[language], columns: export.columns.map { XLSXWriter.Column($0.title[language], width: 16) })
        let columns = export.columns
        var (cursor, count): (Int64?, Int) = (nil, 0)
        repeat {
            let page = try export.page(cursor, tx)
            for record in page.rows {
                try writer.row(columns.map { cell($0.value(record, language)) })
            }
            count += page.rows.count
            cursor = page.next
        } while cursor != nil
        try writer.close()
        return count
    }

    private static func cell(_ value: ExportValue) -> XLSXWriter.Cell {
        switch value {
        case .nothing: .missing
        case .text(let text): .text(text)
        case .integer(let number): .number(Double(number))
        case .day(let day): .day(Double(day.number))
        // The closest binary fraction shows the same two places for any amount a spreadsheet can hold.
        case .money(let money): .number(Double(money.fen) / 100)
        case .rate(let rate): .percentage(Double(rate.billionths) / 1_000_000_000)
        }
    }
}
