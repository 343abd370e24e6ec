import Kernel

struct IdentityConverter: CellConverter {
    let field: ImportField
    let today: Day
    private var texts: [String] = []
    private var doubts: [(row: Int, text: String, problem: Phrase)] = []

    init(field: ImportField, today: Day) {
        self.field = field
        self.today = today
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        let number = CellText.folded(text)
        if ScientificText(number) != nil { throw CellRefusal(CellWords.digitsLost) }
        do throws(IdentityNumberRefusal) {
            let identity = try IdentityNumber(number, today: today)
            if identity.text.hasSuffix("000") { doubts.append((texts.count, text, CellWords.roundedIdentity)) }
            texts.append(identity.text)
        } catch {
            throw CellRefusal(error, hiding: number, as: field.shown(number))
        }
    }

    mutating func blank() { texts.append("") }

    mutating func finish() -> ConvertedColumn {
        ConvertedColumn(column: ImportColumn(.texts(texts)), notes: doubts)
    }
}
