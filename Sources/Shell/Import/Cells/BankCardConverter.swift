import Kernel

struct BankCardConverter: CellConverter {
    let field: ImportField
    private var texts: [String] = []
    private var doubts: [(row: Int, text: String, problem: Phrase)] = []

    init(field: ImportField) {
        self.field = field
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        var number = CellText.folded(text)
        switch ScientificText(number) {
        case .lost?: throw CellRefusal(CellWords.digitsLost)
        case .whole(let digits)?: number = digits
        case nil: break
        }
        do throws(BankCardRefusal) {
            let card = try BankCardNumber(number)
            if card.doubt != nil { doubts.append((texts.count, text, CellWords.cardDoubt(card.masked))) }
            texts.append(card.digits)
        } catch {
            throw CellRefusal(error, hiding: number, as: field.shown(number))
        }
    }

    mutating func blank() { texts.append("") }

    mutating func finish() -> ConvertedColumn {
        ConvertedColumn(column: ImportColumn(.texts(texts)), notes: doubts)
    }
}
