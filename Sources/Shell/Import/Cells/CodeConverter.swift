import Kernel

/// Numbers of records, which spreadsheets like to take for amounts.
struct CodeConverter: CellConverter {
    let field: ImportField
    private var texts: [String] = []

    init(field: ImportField) {
        self.field = field
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        var code = CellText.folded(text)
        if code.contains(" ") { code = code.replacing(" ", with: "") }
        if code.hasPrefix("'") { code.removeFirst() }
        switch ScientificText(code) {
        // `1E5` is a number somebody gave a thing; `1.2E+5` is not.
        case .lost? where code.contains("+") || code.contains("."): throw CellRefusal(CellWords.digitsLost)
        case .whole(let digits)? where code.contains("+"): code = digits
        default: break
        }
        if code.hasSuffix(".0"), code.dropLast(2).utf8.allSatisfy({ 0x30...0x39 ~= $0 }) { code.removeLast(2) }
        if code.utf8.contains(where: { $0 < 0x20 }) { throw CellRefusal(CellWords.code(field.shown(text))) }
        if code.count > 64 { throw CellRefusal(CellWords.tooLong(code.count, 64)) }
        texts.append(code)
    }

    mutating func blank() { texts.append("") }

    mutating func finish() -> ConvertedColumn { ConvertedColumn(column: ImportColumn(.texts(texts))) }
}
