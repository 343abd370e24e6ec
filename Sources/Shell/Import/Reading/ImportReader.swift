import Kernel
import Sheets

/// A file after reading: converted rows, and what is wrong with its cells.
struct ImportReading: Sendable {
    var rows: ImportRows
    var problems: [ImportProblem]
    /// Rows of the spreadsheet with a cell that cannot be used.
    var refused: Set<Int32>
    var headings: [String: String]
    /// The file cannot be taken at all.
    var isFileRefused: Bool
}

/// Reads a file in one pass: no cell is kept as text once it is converted.
struct ImportReader {
    let kind: any ImportKind
    let mapping: ImportMapping
    let today: Day

    private struct Column {
        let field: ImportField
        let place: Int
        let heading: String
        var converter: any CellConverter
    }

    func read(at path: String, progress: (Double) -> Void = { _ in }) throws -> ImportReading {
        var columns = kind.fields.compactMap { field in
            mapping.columns[field.name].map {
                Column(
                    field: field, place: $0, heading: mapping.heading($0), converter: field.converter(today: today))
            }
        }
        var problems = missingColumns()
        let isFileRefused = !problems.isEmpty
        var lines: [Int32] = []
        var refused: Set<Int32> = []
        let sorter = RowSorter(headings: mapping.headings)
        let width = mapping.headings.count
        try SheetRows.each(at: path, sheet: mapping.sheet, encoding: mapping.encoding) { record in
            guard record.line > mapping.headerRow else { return true }
            let sort = sorter.kind(of: record.cells)
            guard sort == .record else {
                if let word = RowSorter.word(sort) { problems.append(Self.note(record.line, word)) }
                return true
            }
            let row = lines.count
            lines.append(Int32(record.line))
            if record.cells.count > width, record.cells[width...].contains(where: { !CellText.trimmed($0).isEmpty }) {
                refused.insert(Int32(record.line))
                problems.append(Self.tooManyCells(record, width))
            }
            for index in columns.indices {
                let place = columns[index].place
                let raw = place < record.cells.count ? record.cells[place] : ""
                if let problem = Self.take(raw, &columns[index]) {
                    refused.insert(Int32(record.line))
                    problems.append(
                        ImportProblem(
                            weight: .refused, row: record.line, column: columns[index].heading,
                            value: raw.isEmpty ? nil : columns[index].field.shown(CellText.line(raw)),
                            problem: problem))
                }
            }
            if row & 0x3FFF == 0x3FFF { progress(min(0.9, Double(row) / 200_000)) }
            return true
        }
        var converted: [String: ImportColumn] = [:]
        for index in columns.indices {
            let (field, heading) = (columns[index].field, columns[index].heading)
            let finished = columns[index].converter.finish()
            converted[field.name] = finished.column
            for (found, weight) in [(finished.late, ImportProblem.Weight.refused), (finished.notes, .note)] {
                for cell in found {
                    if weight == .refused { refused.insert(lines[cell.row]) }
                    problems.append(
                        ImportProblem(
                            weight: weight, row: Int(lines[cell.row]), column: heading,
                            value: field.shown(CellText.line(cell.text)), problem: cell.problem))
                }
            }
        }
        if lines.isEmpty { throw ImportRefusal.noRows }
        return ImportReading(
            rows: ImportRows(lines: lines, columns: converted), problems: problems, refused: refused,
            headings: Dictionary(columns.map { ($0.field.name, $0.heading) }) { first, _ in first },
            isFileRefused: isFileRefused)
    }

    /// Hands one cell to its converter. - Returns: what is wrong with it.
    private static func take(_ raw: String, _ column: inout Column) -> Phrase? {
        let text = CellText.trimmed(raw)
        if CellText.isBlank(text) {
            column.converter.blank()
            return column.field.isRequired ? CellWords.required : nil
        }
        if CellText.isFormulaError(text) {
            column.converter.blank()
            return CellWords.formula(text)
        }
        do throws(CellRefusal) {
            try column.converter.take(text)
            return nil
        } catch {
            column.converter.blank()
            return error.problem
        }
    }

    private func missingColumns() -> [ImportProblem] {
        kind.fields.filter { $0.isRequired && mapping.columns[$0.name] == nil }.map { field in
            ImportProblem(
                weight: .refused, row: 0, column: nil, value: nil,
                problem: Phrase(
                    zh: "没有“\(field.label.zh)”列。请在“对应列”一步指定，或在表格中加上这一列。",
                    en: "There is no column “\(field.label.en)”. Choose it among the columns, or add it to the file."))
        }
    }

    private static func note(_ row: Int, _ word: Phrase) -> ImportProblem {
        ImportProblem(weight: .note, row: row, column: nil, value: nil, problem: word)
    }

    private static func tooManyCells(_ record: Record, _ width: Int) -> ImportProblem {
        ImportProblem(
            weight: .refused, row: record.line, column: nil, value: nil,
            problem: Phrase(
                zh: "有 \(record.cells.count) 个单元格，表头只有 \(width) 列。请检查是否多了分隔符，或表头缺了列名。",
                en:
                    "has \(record.cells.count) cells where the header has \(width). Look for an extra delimiter or a missing heading."
            ))
    }
}
