import Kernel

/// A whole sheet in memory, typed by column. Row `i` of every column belongs to the same record.
public struct Table: Sendable {
    /// Last component of the path.
    public var fileName: String
    /// The sheet that was read; nil for text files.
    public var sheet: String?
    /// All sheets of the workbook, in order; empty for text files.
    public var sheetNames: [String]
    /// Text files only.
    public var encoding: TextEncoding?
    /// Text files only.
    public var delimiter: Character?
    /// 1-based line (CSV) or row (XLSX) of the header.
    public var headerLine: Int
    public var columns: [TableColumn]
    public var rowCount: Int
    /// What was made right on the way in: blank or repeated headers, ambiguous dates.
    public var notes: [Phrase]
    var lines: LineMap

    /// 1-based line (CSV) or row (XLSX) on which row `row` (0-based) begins; embedded and blank lines are counted.
    public func sourceLine(ofRow row: Int) -> Int { lines.line(ofRow: row) }

    public subscript(name: String) -> TableColumn? { columns.first { $0.name == name } }
}

/// Row number → line number, stored only where the line does not simply go up by one. O(log breaks) per look-up.
struct LineMap: Sendable, Equatable {
    private(set) var rows: [Int] = []
    private(set) var starts: [Int] = []

    /// Rows must come in order.
    mutating func append(row: Int, line: Int) {
        if let last = rows.last, starts[starts.count - 1] + row - last == line { return }
        rows.append(row)
        starts.append(line)
    }

    func line(ofRow row: Int) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] <= row { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? row + 1 : starts[low - 1] + row - rows[low - 1]
    }
}
