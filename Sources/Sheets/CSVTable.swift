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
        var finished = finish(first.columns, start)
        if finished.contains(where: { $0.column == nil }) {
            let second = pass.run(finished.map { $0.column == nil ? .text : .skip }, progress: nil)
            for (index, again) in finish(second.columns, start).enumerated() where again.column != nil {
                finished[index] = again
            }
        }
        var table = Table(
            fileName: file, sheet: nil, sheetNames: [], encoding: text.encoding,
            delimiter: Character(Unicode.Scalar(dialect.delimiter)), headerLine: start.headerLine,
            columns: finished.compactMap(\.column), rowCount: split.rows, notes: start.header.notes, lines: first.lines)
        table.noteGuessedDays(finished.map(\.isGuess))
        table.tidy(blankNames: start.header.isBlank)
        guard table.rowCount > 0 else { throw .noRecords(file: file, sheet: nil) }
        progress?(1)
        return table
    }

    private struct Finished {
        /// Nil: guessed numeric, but is not; or needs its texts to become days.
        var column: TableColumn?
        /// The order of day and month was guessed.
        var isGuess = false
    }

    /// All columns, side by side.
    private func finish(_ raw: [CSVPass.Column], _ start: CSVStart) -> [Finished] {
        let slots = UnsafeMutablePointer<Finished>.allocate(capacity: raw.count)
        slots.initialize(repeating: Finished(), count: raw.count)
        defer {
            slots.deinitialize(count: raw.count)
            slots.deallocate()
        }
        nonisolated(unsafe) let results = slots
        nonisolated(unsafe) let table = self
        let columns = raw
        let (names, rules) = (start.header.names, start.rules)
        DispatchQueue.concurrentPerform(iterations: raw.count) { index in
            results[index] = table.finish(columns[index], names[index], rules)
        }
        return (0..<raw.count).map { slots[$0] }
    }

    private func finish(_ raw: CSVPass.Column, _ name: String, _ rules: ReadingRules) -> Finished {
        switch raw {
        case .skipped: return Finished()
        case .text(let column):
            let (resolved, tally) = column.resolved(name: name, rules: rules, listed: options.unreadableListed)
            return Finished(column: resolved, isGuess: resolved.kind == .day && Decision.isGuess(tally))
        case .number(var numbers, let finding):
            let decision = Decision(finding.tally, name: name)
            switch decision {
            case .number(let kind):
                return Finished(
                    column: TableColumn(
                        name: name, kind: kind, values: .number(numbers), unreadable: finding.misfits,
                        unreadableCount: finding.misfitCount))
            case .day where finding.tally.integers == finding.tally.cells:
                for row in numbers.indices where !numbers[row].isNaN {
                    numbers[row] = decision.value(.number(numbers[row], .integer))
                }
                return Finished(
                    column: TableColumn(
                        name: name, kind: .day, values: .number(numbers), unreadable: [], unreadableCount: 0))
            case .day, .text: return Finished()
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
