extension String {
    /// The same text as a Western keyboard would type it: full-width forms become ASCII, every kind of dash a
    /// hyphen, every kind of space a space; invisible marks go, and spaces around the text are trimmed.
    ///
    /// What people paste out of Chinese forms and spreadsheets differs in these ways only.
    var narrowed: String {
        if utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let narrow = scalar.narrowed { scalars.append(narrow) }
        }
        var trimmed = Substring(String(scalars))
        while trimmed.first == " " { trimmed.removeFirst() }
        while trimmed.last == " " { trimmed.removeLast() }
        return String(trimmed)
    }

    /// What people put between digits to read them better, and before them to keep spreadsheets from rounding.
    static let typingMarks: Set<Character> = [" ", "-", "'"]

    /// The narrowed text without any of the given marks, which are never letters or digits.
    func narrowed(without marks: Set<Character>) -> String {
        if utf8.allSatisfy({ $0.isDigit || $0.isUppercaseLetter }) { return self }
        var text = narrowed
        text.removeAll(where: marks.contains)
        return text
    }
}

extension Unicode.Scalar {
    /// The ASCII twin of a full-width, dash or space character; nil for marks nobody can see.
    fileprivate var narrowed: Unicode.Scalar? {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
        case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: nil
        default: self
        }
    }
}
