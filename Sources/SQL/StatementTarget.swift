/// Which table a statement changes, told from its first words.
enum StatementTarget {
    /// - Returns: the name, empty for other statements.
    static func table(of query: Query) -> String {
        var words = query.pieces[0].utf8.prefix(200).split(whereSeparator: isGap).prefix(6).map { String($0) ?? "" }[
            ...]
        guard let verb = words.popFirst()?.lowercased() else { return "" }
        switch verb {
        case "update": break
        case "insert", "delete", "replace":
            while let word = words.first?.lowercased(), word != "into", word != "from" { words.removeFirst() }
            words = words.dropFirst()
        default: return ""
        }
        return words.first ?? ""
    }

    private static func isGap(_ byte: UInt8) -> Bool { byte <= 32 || byte == UInt8(ascii: "(") }
}
