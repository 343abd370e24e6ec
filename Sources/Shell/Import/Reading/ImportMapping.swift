import Sheets

/// How a file is to be read: which sheet, where its header is, which column is which field.
package struct ImportMapping: Sendable, Codable, Hashable {
    /// Nil for text files.
    package var sheet: String?
    /// Nil: as found. Text files only.
    package var encoding: TextEncoding?
    /// Row of the header as the spreadsheet shows it; its last one when it has two.
    package var headerRow: Int
    /// 1, or 2 when the header spreads over two rows.
    package var headerRows: Int
    /// The headings in the order of the columns, "" for columns without one.
    package var headings: [String]
    /// Column, from 0, by field.
    package var columns: [String: Int]

    /// Headings that are not brought in.
    var unused: [String] {
        let used = Set(columns.values)
        return headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty }.map { headings[$0] }
    }

    func heading(_ column: Int) -> String {
        headings.indices.contains(column) && !headings[column].isEmpty ? headings[column] : Self.letters(column)
    }

    /// The name a spreadsheet gives a column: A, B, …, AA.
    static func letters(_ column: Int) -> String {
        var (rest, name) = (column + 1, "")
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            name = String(UnicodeScalar(UInt8(65 + remainder))) + name
            rest = quotient
        }
        return name
    }
}
