/// One row, or one heading, of a database written as text: values between tabs, one row a line, in UTF-8.
///
/// `~` is null, `5` an integer, `=0.1` a real, `"…` a text, `x00ff` a blob; a text's tabs, line breaks and
/// backslashes are `\t \n \r \\`.
enum ContentLine {
    /// Appends the row with its line feed.
    static func append(_ values: some Sequence<SQLValue>, to bytes: inout [UInt8]) {
        var isFirst = true
        for value in values {
            if !isFirst { bytes.append(UInt8(ascii: "\t")) }
            isFirst = false
            append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(UInt8(ascii: "~"))
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .real(let number):
            bytes.append(UInt8(ascii: "="))
            bytes.append(contentsOf: number.description.utf8)
        case .text(var text):
            bytes.append(UInt8(ascii: "\""))
            text.withUTF8 { EscapedText.append($0, to: &bytes) }
        case .blob(let blob):
            bytes.append(UInt8(ascii: "x"))
            EscapedText.append(hex: blob, to: &bytes)
        }
    }

    /// - Parameter line: without its line feed.
    /// - Returns: nil when the line was not written by ``append(_:to:)``.
    static func values(_ line: ArraySlice<UInt8>) -> [SQLValue]? {
        var values: [SQLValue] = []
        for cell in line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
            guard let value = value(cell) else { return nil }
            values.append(value)
        }
        return values
    }

    private static func value(_ cell: ArraySlice<UInt8>) -> SQLValue? {
        let rest = cell.dropFirst()
        switch cell.first {
        case nil: return nil
        case UInt8(ascii: "~"): return rest.isEmpty ? .null : nil
        case UInt8(ascii: "="): return Double(String(decoding: rest, as: UTF8.self)).map(SQLValue.real)
        case UInt8(ascii: "\""): return EscapedText.text(rest).map(SQLValue.text)
        case UInt8(ascii: "x"): return EscapedText.blob(rest).map(SQLValue.blob)
        default: return Int64(String(decoding: cell, as: UTF8.self)).map(SQLValue.integer)
        }
    }
}
