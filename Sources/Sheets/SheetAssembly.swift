import Kernel

/// Builds a ``Table`` from the rows of a worksheet: the first ones are kept until the header is found among them.
struct SheetAssembly {
    private let file: String
    private let sheet: String
    private let shared: [String]
    private let options: ReadOptions
    private var head: [WorksheetScanner.Row] = []
    private var header: Header?
    private var headerLine = 0
    private var columns: [ColumnGathering] = []
    private var rows = 0
    private var lines = LineMap()

    private static let headRows = 60

    init(file: String, sheet: String, shared: [String], options: ReadOptions) {
        self.file = file
        self.sheet = sheet
        self.shared = shared
        self.options = options
    }

    mutating func add(_ row: WorksheetScanner.Row) throws(SheetRefusal) {
        if row.cells.isEmpty { return }
        if header != nil {
            try addData(row)
        } else {
            head.append(row)
            if head.count >= Self.headRows { try findHeader() }
        }
    }

    private mutating func findHeader() throws(SheetRefusal) {
        let found =
            options.headerLine.map { wanted in head.firstIndex { $0.number == wanted } }
            ?? Header.find(in: head.map { $0.texts(shared) }, rules: ReadingRules())
        guard let found else { throw .noHeader(file: file, sheet: sheet) }
        let names = Header(cells: head[found].texts(shared))
        guard !names.names.isEmpty else { throw .noHeader(file: file, sheet: sheet) }
        guard names.names.count <= options.maximumColumns else {
            throw .tooManyColumns(
                file: file, sheet: sheet, count: names.names.count, limit: options.maximumColumns)
        }
        header = names
        headerLine = head[found].number
        columns = names.names.map { _ in ColumnGathering(listed: options.unreadableListed) }
        let data = head[(found + 1)...]
        head = []
        for row in data { try addData(row) }
    }

    private mutating func addData(_ row: WorksheetScanner.Row) throws(SheetRefusal) {
        for (column, value) in row.cells {
            if column < columns.count {
                columns[column].add(value, row: rows, shared: shared)
            } else if !Header.trimmed(WorksheetScanner.Row(number: 0, cells: [(0, value)]).texts(shared)[0]).isEmpty {
                throw .tooManyCells(
                    file: file, sheet: sheet, row: row.number, count: column + 1, headers: columns.count)
            }
        }
        lines.append(row: rows, line: row.number)
        rows += 1
    }

    mutating func finish() throws(SheetRefusal) -> Table {
        if header == nil { try findHeader() }
        guard let header else { throw .noHeader(file: file, sheet: sheet) }
        var finished: [TableColumn] = []
        var guesses: [Bool] = []
        for index in columns.indices {
            let (column, tally) = columns[index].finished(rows: rows).resolved(
                name: header.names[index], rules: ReadingRules(), listed: options.unreadableListed)
            finished.append(column)
            guesses.append(column.kind == .day && Decision.isGuess(tally))
        }
        var table = Table(
            fileName: file, sheet: sheet, sheetNames: [], encoding: nil, delimiter: nil, headerLine: headerLine,
            columns: finished, rowCount: rows, notes: header.notes, lines: lines)
        table.noteGuessedDays(guesses)
        table.tidy(blankNames: header.isBlank)
        guard table.rowCount > 0 else { throw .noRecords(file: file, sheet: sheet) }
        return table
    }
}

extension WorksheetScanner.Row {
    /// The cells as text from the first column on, gaps empty.
    func texts(_ shared: [String]) -> [String] {
        var texts = [String](repeating: "", count: cells.last.map { $0.column + 1 } ?? 0)
        for (column, value) in cells {
            switch value {
            case .text(let text), .error(let text): texts[column] = text
            case .shared(let index): texts[column] = shared.indices.contains(index) ? shared[index] : ""
            case .number(let number, RawColumn.day): texts[column] = CivilDay.text(number)
            case .number(let number, RawColumn.percentage):
                texts[column] = PlainText.number(PlainText.tidy(number * 100)) + "%"
            case .number(let number, _): texts[column] = PlainText.number(number)
            }
        }
        return texts
    }
}
