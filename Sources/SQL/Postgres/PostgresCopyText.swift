/// Rows in the text form of `copy`: tabs between values, a line feed after a row, `\N` for null.
struct PostgresCopyText {
    private let rows: InsertedRows
    private var place = 0

    init(_ rows: InsertedRows) {
        self.rows = rows
    }

    /// The next rows, about a quarter of a megabyte; nil at the end.
    mutating func next() -> [UInt8]? {
        guard place < rows.values.count else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(300_000)
        while place < rows.values.count, bytes.count < 262_144 {
            for column in 0..<rows.columns.count {
                if column > 0 { bytes.append(UInt8(ascii: "\t")) }
                append(rows.values[place + column], to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
            place += rows.columns.count
        }
        return bytes
    }

    private func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "\\N".utf8)
        case .real(let number) where number.isNaN: bytes.append(contentsOf: "\\N".utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .real(let number): bytes.append(contentsOf: number.description.utf8)
        case .text(var text): text.withUTF8 { EscapedText.append($0, to: &bytes) }
        case .blob(let blob):
            bytes.append(contentsOf: "\\\\x".utf8)
            EscapedText.append(hex: blob, to: &bytes)
        }
    }
}
