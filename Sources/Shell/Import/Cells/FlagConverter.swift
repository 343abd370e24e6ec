import Kernel

struct FlagConverter: CellConverter {
    let field: ImportField
    private var numbers: [Int64] = []

    init(field: ImportField) {
        self.field = field
    }

    private static let yes: Set<String> = [
        "是", "有", "对", "已", "√", "✓", "✔", "y", "yes", "true", "t", "1", "1.0", "on",
    ]
    private static let no: Set<String> = [
        "否", "无", "没有", "不是", "未", "错", "×", "✗", "x", "n", "no", "false", "f", "0", "0.0", "off",
    ]

    mutating func take(_ text: String) throws(CellRefusal) {
        let key = CellText.key(text)
        if Self.yes.contains(key) {
            numbers.append(1)
        } else if Self.no.contains(key) {
            numbers.append(0)
        } else {
            throw CellRefusal(CellWords.flag(field.shown(text)))
        }
    }

    mutating func blank() { numbers.append(ImportColumn.nothing) }

    mutating func finish() -> ConvertedColumn { ConvertedColumn(column: ImportColumn(.numbers(numbers))) }
}
