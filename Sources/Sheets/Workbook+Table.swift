import Kernel

extension Workbook {
    /// One sheet, typed; without a name the first visible sheet that has a header and rows.
    func table(
        sheet name: String?, options: ReadOptions, progress: ((Double) -> Void)?
    ) throws(SheetRefusal) -> Table {
        var refusal: SheetRefusal?
        for sheet in try candidates(name) {
            do throws(SheetRefusal) {
                return try table(sheet, options, progress)
            } catch {
                switch error {
                case .noHeader, .noRecords: refusal = refusal ?? error
                default: throw error
                }
            }
        }
        throw refusal ?? .noHeader(file: file, sheet: name)
    }

    private func table(
        _ sheet: Sheet, _ options: ReadOptions, _ progress: ((Double) -> Void)?
    ) throws(SheetRefusal) -> Table {
        let shared = try sharedStrings(sheet)
        progress?(0.2)
        var assembly = SheetAssembly(file: file, sheet: sheet.name, shared: shared, options: options)
        do {
            try rows(of: sheet) { row in
                try assembly.add(row)
                return true
            }
        } catch let refusal as SheetRefusal {
            throw refusal
        } catch {
            throw .malformed(file: file, part: sheet.part)
        }
        progress?(0.8)
        var table = try assembly.finish()
        table.sheetNames = sheets.map(\.name)
        progress?(1)
        return table
    }

    func records(sheet name: String?, options: ReadOptions, _ body: (Record) throws -> Bool) throws {
        guard let sheet = try candidates(name).first else { return }
        let shared = try sharedStrings(sheet)
        try rows(of: sheet) { row in
            try body(Record(line: row.number, cells: row.texts(shared)))
        }
    }

    private func sharedStrings(_ sheet: Sheet) throws(SheetRefusal) -> [String] {
        let part = shared("sharedStrings.xml", of: sheet)
        guard let bytes = try archive.part(part) else { return [] }
        return try scan(part, bytes) { scanner throws(XMLScanner.Problem) in try SharedStrings.read(&scanner) }
    }

    private func formats(_ sheet: Sheet) throws(SheetRefusal) -> NumberFormats {
        let part = shared("styles.xml", of: sheet)
        guard let bytes = try archive.part(part) else { return NumberFormats() }
        return try scan(part, bytes) { scanner throws(XMLScanner.Problem) in try NumberFormats(scanner) }
    }

    /// Hands out the rows until the body answers false.
    private func rows(of sheet: Sheet, _ body: (WorksheetScanner.Row) throws -> Bool) throws {
        guard let bytes = try archive.part(sheet.part) else {
            throw SheetRefusal.malformed(file: file, part: sheet.part)
        }
        var worksheet = WorksheetScanner(formats: try formats(sheet), since1904: since1904)
        var scanner = XMLScanner(bytes.bytes)
        while true {
            let hasRow: Bool
            do throws(XMLScanner.Problem) {
                hasRow = try worksheet.next(&scanner)
            } catch {
                switch error {
                case .documentType: throw SheetRefusal.documentType(file: file, part: sheet.part)
                case .malformed: throw SheetRefusal.malformed(file: file, part: sheet.part)
                }
            }
            guard hasRow, try body(worksheet.row) else { return }
        }
    }
}
