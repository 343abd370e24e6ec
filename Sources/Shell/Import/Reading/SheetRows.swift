import Sheets

/// The rows of a sheet with the numbers a spreadsheet program shows beside them.
enum SheetRows {
    /// Hands out the rows from the top until the body answers false. `Record.line` is the row a spreadsheet shows: in a text
    /// file a cell of several lines is one row there.
    static func each(
        at path: String, sheet: String?, encoding: TextEncoding?, _ body: (Record) throws -> Bool
    ) throws {
        var options = ReadOptions()
        options.encoding = encoding
        guard sheet == nil else { return try SheetReader.records(at: path, sheet: sheet, options: options, body) }
        var extra = 0
        try SheetReader.records(at: path, options: options) { record in
            var record = record
            let line = record.line
            record.line = line - extra
            for cell in record.cells where cell.utf8.contains(0x0A) { extra += cell.utf8.count { $0 == 0x0A } }
            return try body(record)
        }
    }
}
