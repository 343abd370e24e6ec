import Dispatch
import Kernel

/// Reads a whole text file into a ``Table``.
///
/// Types are guessed from the first records; cells then go straight into the memory of the guessed type, all blocks in
/// parallel. What a column finally is depends on the tally of all its cells alone: a column guessed numeric that turns
/// out not to be is read a second time as text, a column guessed text becomes numeric through its levels.
struct CSVTable {
    let text: LoadedText
    let file: String
    let options: ReadOptions
    let progress: ((Double) -> Void)?

    func table() throws(SheetRefusal) -> Table {
        let bytes = text.bytes
        let dialect = Dialect(detecting: bytes, delimiter: options.delimiter)
        let start = try CSVStart(bytes, dialect, file: file, options: options)
        let width = start.header.names.count
        progress?(0.05)
        let split = BlockSplit(
            bytes, from: start.offset, line: start.line, dialect: dialect, blockBytes: options.blockBytes)
        if split.endsInsideQuotes { throw .unterminatedQuote(file: file, line: openQuoteLine(dialect)) }
        guard split.rows > 0 else { throw .noRecords(file: file, sheet: nil) }
        progress?(0.15)

        let pass = CSVPass(text: bytes, dialect: dialect, rules: start.rules, split: split, options: options)
        let first = pass.run(start.isNumeric.map { $0 ? .number : .text }, progress: progress)
        if let extra = first.refusal {
            throw .tooManyCells(file: file, sheet: nil, row: extra.line, count: extra.cells, headers: width)
        }
        var columns: [TableColumn?] = []
        var guesses = [Bool](repeating: false, count: width)
        for index in 0..<width {
            let (column, isGuess) = finish(first.columns[index], start.header.names[index], start.rules)
            columns.append(column)
            guesses[index] = isGuess
        }
        let broken = columns.indices.filter { columns[$0] == nil }
        if !broken.isEmpty {
            let plan: [CSVPass.Plan] = columns.map { $0 == nil ? .text : .skip }
            let second = pass.run(plan, progress: nil)
            for index in broken {
                let (column, isGuess) = finish(second.columns[index], start.header.names[index], start.rules)
                columns[index] = column
                guesses[index] = isGuess
            }
        }
        var table = Table(
            fileName: file, sheet: nil, sheetNames: [], encoding: text.encoding,
            delimiter: Character(Unicode.Scalar(dialect.delimiter)), headerLine: start.headerLine,
            columns: columns.compactMap { $0 }, rowCount: split.rows, notes: start.header.notes, lines: first.lines)
        table.noteGuessedDays(guesses)
        table.tidy(blankNames: start.header.isBlank)
        guard table.rowCount > 0 else { throw .noRecords(file: file, sheet: nil) }
        progress?(1)
        return table
    }

    /// Nil: guessed numeric, but is not; or needs its texts to become days.
    private func finish(_ raw: CSVPass.Column, _ name: String, _ rules: ReadingRules) -> (TableColumn?, Bool) {
        switch raw {
        case .skipped: return (nil, false)
        case .text(let column):
            let (resolved, tally) = column.resolved(name: name, rules: rules, listed: options.unreadableListed)
            return (resolved, resolved.kind == .day && Decision.isGuess(tally))
        case .number(var numbers, let finding):
            let decision = Decision(finding.tally, name: name)
            switch decision {
            case .number(let kind):
                return (
                    TableColumn(
                        name: name, kind: kind, values: .number(numbers), unreadable: finding.misfits,
                        unreadableCount: finding.misfitCount), false
                )
            case .day where finding.tally.integers == finding.tally.cells:
                for row in numbers.indices where !numbers[row].isNaN {
                    numbers[row] = decision.value(.number(numbers[row], .integer))
                }
                return (
                    TableColumn(name: name, kind: .day, values: .number(numbers), unreadable: [], unreadableCount: 0),
                    false
                )
            case .day, .text: return (nil, false)
            }
        }
    }

    private func openQuoteLine(_ dialect: Dialect) -> Int {
        var scanner = RecordScanner(text.bytes, dialect)
        while let record = scanner.next() {
            if let line = record.openQuoteLine { return line }
        }
        return 1
    }
}
