import Kernel

/// An XLSX file: its sheets, strings and number formats.
struct Workbook {
    struct Sheet: Equatable {
        var name: String
        var part: String
    }
    var sheets: [Sheet]

    init(_ raw: FileBytes, file: String, options: ReadOptions) throws(SheetRefusal) {
        throw .notASpreadsheet(file: file, found: .zip)
    }
    func table(sheet: String?, options: ReadOptions, progress: ((Double) -> Void)?) throws(SheetRefusal) -> Table {
        throw .notASpreadsheet(file: "", found: .zip)
    }
    func records(sheet: String?, options: ReadOptions, _ body: (Record) throws -> Bool) throws {}
}
