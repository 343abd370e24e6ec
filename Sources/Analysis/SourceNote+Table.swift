import Sheets

extension SourceNote {
    init(_ table: Table, fileName: String) {
        self.init(
            file: fileName, sheet: table.sheet, encoding: table.encoding?.rawValue,
            delimiter: table.delimiter.map(String.init), headerLine: table.headerLine, rows: table.rowCount,
            columns: table.columns.count,
            unreadable: table.columns.filter { $0.unreadableCount > 0 }.map { column in
                UnreadableNote(
                    column: column.name, count: column.unreadableCount,
                    examples: column.unreadable.prefix(5).map {
                        .init(line: table.sourceLine(ofRow: $0.row), text: $0.text)
                    })
            })
    }
}
