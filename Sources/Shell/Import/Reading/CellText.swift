import Kernel

/// How texts of cells and headings are compared: as a Western keyboard would type them.
enum CellText {
    /// Full-width forms become ASCII, every kind of space a space, invisible marks go, spaces around it are trimmed.
    /// Line ends stay when asked for.
    static func folded(_ text: String, keepsLines: Bool = false) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { scalars.append($0) }
            case 0x0A where keepsLines: scalars.append(scalar)
            case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: scalars.append(" ")
            case 0x00...0x1F, 0x7F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: break
            default: scalars.append(scalar)
            }
        }
        return trimmed(String(scalars))
    }

    /// Without spaces and line ends around it.
    static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        // Neither end can be white space when both bytes are visible ASCII or belong to a Han character.
        if isPlain(first), isPlain(last) { return text }
        var body = Substring(text)
        while let character = body.first, character.isWhitespace || character == "\u{FEFF}" { body.removeFirst() }
        while let character = body.last, character.isWhitespace || character == "\u{FEFF}" { body.removeLast() }
        return String(body)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        0x21...0x7E ~= byte || 0xE4...0xE9 ~= byte
    }

    /// The folded text with runs of spaces made one.
    static func line(_ text: String) -> String {
        let folded = visible(text)
        guard folded.contains(" ") else { return folded }
        return folded.split(separator: " ").joined(separator: " ")
    }

    /// White space made spaces and invisible marks dropped; full-width letters stay as the author wrote them.
    private static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) || text.unicodeScalars.allSatisfy({ isPlainScalar($0) }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: scalars.append(" ")
            case 0x00...0x1F, 0x7F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: break
            default: scalars.append(scalar)
            }
        }
        return trimmed(String(scalars))
    }

    private static func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
        0x21...0x7E ~= scalar.value || 0x3001...0x9FFF ~= scalar.value || 0xFF01...0xFFE5 ~= scalar.value
    }

    /// For comparing words: folded, in lower case, without spaces.
    static func key(_ text: String) -> String {
        let folded = folded(text).lowercased()
        return folded.contains(" ") ? folded.replacing(" ", with: "") : folded
    }

    /// Cells that say “nothing here”.
    static func isBlank(_ text: String) -> Bool {
        // Nearly every cell says something, and most say so by their first two bytes.
        var bytes = text.utf8.makeIterator()
        guard let first = bytes.next() else { return true }
        guard text.utf8.count <= 12, mayBegin(first, bytes.next()) else { return false }
        return switch text {
        case "", "-", "--", "---", "—", "——", "–", "－", "/", "\\", "NA", "N/A", "n/a", "na", "NaN", "nan", "null",
            "NULL",
            "Null", "None", "nil", "(null)", "(blank)", "无数据", "暂无", "暂无数据", "空", "空值":
            true
        default: false
        }
    }

    private static func mayBegin(_ first: UInt8, _ second: UInt8?) -> Bool {
        switch first {
        // - / \ N n (, dashes of other widths
        case 0x2D, 0x2F, 0x5C, 0x4E, 0x6E, 0x28, 0xE2, 0xEF: true
        // 无 暂
        case 0xE6: second == 0x97 || second == 0x9A
        // 空
        case 0xE7: second == 0xA9
        default: false
        }
    }

    /// What spreadsheets show where a formula failed.
    static func isFormulaError(_ text: String) -> Bool {
        guard text.utf8.first == 0x23 else { return false }
        return ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"].contains(text)
            || text.utf8.count > 3 && text.utf8.allSatisfy { $0 == 0x23 }
    }
}
