import Kernel

/// The rows of a file after its cells were converted, column by column. Rows count from 0.
package struct ImportRows: Sendable {
    /// The row each one is in the spreadsheet, 1-based.
    package let lines: [Int32]
    let columns: [String: ImportColumn]

    package var count: Int { lines.count }
    package var indices: Range<Int> { 0..<lines.count }

    /// The row number a spreadsheet shows.
    package func line(_ row: Int) -> Int { Int(lines[row]) }

    /// Whether the file has the column; a column it does not have reads as blank everywhere.
    package func has(_ field: String) -> Bool { columns[field] != nil }

    /// Look a column up once, outside the loop over the rows.
    package subscript(field: String) -> ImportColumn { columns[field] ?? ImportColumn(.absent) }

    /// The same rows without some of them, named by their row in the spreadsheet.
    func without(_ left: Set<Int32>) -> ImportRows {
        let kept = indices.filter { !left.contains(lines[$0]) }
        return ImportRows(lines: kept.map { lines[$0] }, columns: columns.mapValues { $0.picking(kept) })
    }
}
