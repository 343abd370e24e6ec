import Kernel

struct MailConverter: CellConverter {
    let field: ImportField
    private var texts: [String] = []

    init(field: ImportField) {
        self.field = field
    }

    mutating func take(_ text: String) throws(CellRefusal) {
        var mail = CellText.folded(text).lowercased()
        if mail.hasPrefix("mailto:") { mail.removeFirst(7) }
        guard Self.isAddress(mail) else { throw CellRefusal(CellWords.mail(field.shown(text))) }
        texts.append(mail)
    }

    /// One @ with something before it and a name with a dot behind it (RFC 5321 in its everyday part).
    private static func isAddress(_ mail: String) -> Bool {
        guard (6...254).contains(mail.utf8.count), mail.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x2C })
        else {
            return false
        }
        let halves = mail.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return false }
        let names = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return names.count > 1 && names.allSatisfy { !$0.isEmpty }
    }

    mutating func blank() { texts.append("") }

    mutating func finish() -> ConvertedColumn { ConvertedColumn(column: ImportColumn(.texts(texts))) }
}
