import Kernel

struct PhoneConverter: CellConverter {
    let field: ImportField
    private var texts: [String] = []

    init(field: ImportField) {
        self.field = field
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        if Self.isMobile(text) {
            texts.append(text)
            return
        }
        var number = CellText.folded(text)
        switch ScientificText(number) {
        case .lost?: throw CellRefusal(CellWords.digitsLost)
        case .whole(let digits)?: number = digits
        case nil: break
        }
        do throws(PhoneRefusal) {
            texts.append(try PhoneNumber(number).text)
        } catch {
            throw CellRefusal(error, hiding: number, as: field.shown(number))
        }
    }

    /// Eleven digits beginning with 13 to 19: as most of them are written.
    private static func isMobile(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count == 11, bytes.first == 0x31 else { return false }
        return bytes.allSatisfy { 0x30...0x39 ~= $0 } && bytes.dropFirst().first.map { $0 >= 0x33 } == true
    }

    mutating func blank() { texts.append("") }

    mutating func finish() -> ConvertedColumn { ConvertedColumn(column: ImportColumn(.texts(texts))) }
}
