import Kernel

struct TextConverter: CellConverter {
    enum Form { case line, lines, name }

    let field: ImportField
    let maximum: Int
    let form: Form
    private var texts: [String] = []

    init(field: ImportField, maximum: Int, form: Form) {
        self.field = field
        self.maximum = maximum
        self.form = form
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        let tidy =
            switch form {
            case .line: CellText.line(text)
            case .lines: text
            case .name: PersonName(text).text
            }
        if tidy.utf8.contains(0) { throw CellRefusal(CellWords.nul) }
        if tidy.utf8.count > maximum, tidy.count > maximum { throw CellRefusal(CellWords.tooLong(tidy.count, maximum)) }
        texts.append(tidy)
    }

    mutating func blank() { texts.append("") }

    mutating func finish() -> ConvertedColumn { ConvertedColumn(column: ImportColumn(.texts(texts))) }
}
