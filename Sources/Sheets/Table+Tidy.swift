import Kernel

extension Table {
    /// Drops columns without name and content, and rows without content at the end (both are left behind by Excel).
    mutating func tidy(blankNames: [Bool]) {
        var kept: [TableColumn] = []
        for (index, column) in columns.enumerated() {
            if !blankNames[index] {
                kept.append(column)
            } else if column.filledRows > 0 {
                notes.append(
                    Phrase(
                        zh: "第 \(index + 1) 列没有列名，称为「\(column.name)」。",
                        en: "Column \(index + 1) has no name; it is called “\(column.name)” here."))
                kept.append(column)
            }
        }
        columns = kept
        let filled = columns.map(\.filledRows).max() ?? 0
        guard filled < rowCount else { return }
        rowCount = filled
        for index in columns.indices { columns[index].keepFirst(filled) }
    }

    mutating func noteGuessedDays(_ isGuess: [Bool]) {
        for (column, guessed) in zip(columns, isGuess) where guessed {
            notes.append(
                Phrase(
                    zh: "列「\(column.name)」的日期分不清日和月的先后，按数据中更可能的一种读取；请用 2024-01-05 的写法消除歧义。",
                    en: "Dates in “\(column.name)” do not tell day from month; one order was assumed. "
                        + "Write 2024-01-05 to be certain."))
        }
    }
}

extension TableColumn {
    /// Rows up to and including the last one that holds anything, unreadable cells included.
    fileprivate var filledRows: Int {
        let last =
            switch values {
            case .number(let numbers): numbers.lastIndex { !$0.isNaN } ?? -1
            case .text(let codes, _): codes.lastIndex { $0 >= 0 } ?? -1
            }
        // Unreadable cells beyond the list cannot be placed; nothing is cut then.
        if unreadableCount > unreadable.count { return count }
        return max(last, unreadable.last?.row ?? -1) + 1
    }

    fileprivate mutating func keepFirst(_ rows: Int) {
        switch values {
        case .number(let numbers): values = .number(Array(numbers.prefix(rows)))
        case .text(let codes, let levels): values = .text(codes: Array(codes.prefix(rows)), levels: levels)
        }
    }
}
