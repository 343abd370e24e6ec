/// How many cells of a terminal a text takes: two for Chinese, Japanese, Korean and emoji, none for combining marks.
///
/// Source: Unicode Standard Annex 11, East Asian Width (wide and full-width); ambiguous characters count as one.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.isASCII { return first.value < 0x20 || first.value == 0x7F ? 0 : 1 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return isWide(first.value) ? 2 : 1
        }
    }

    private static func isWide(_ code: UInt32) -> Bool {
        switch code {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x1B000...0x1B2FB, 0x1F200...0x1F320, 0x1F32D...0x1F64F, 0x1F680...0x1F6FC,
            0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text with what could steer a terminal or hide text taken out: control characters, line ends and marks that
    /// change the writing direction become spaces.
    static func printable(_ text: String) -> String {
        let steers = { (scalar: Unicode.Scalar) in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: steers) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(steers(scalar) ? " " : scalar) }
        return String(result)
    }

    /// As much of the text as fits, ended by "…" if that is not all.
    static func fitted(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += of(character)
            if used > width { break }
            kept.append(character)
        }
        return kept + "…"
    }

    static func padded(_ text: String, to width: Int, onTheLeft: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - of(text)))
        return onTheLeft ? blanks + text : text + blanks
    }

    /// Lines no wider than `width`: Latin breaks at spaces, Chinese anywhere but before closing punctuation.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(of: text) {
            let pieceWidth = of(piece)
            if used + pieceWidth > width, !line.isEmpty {
                lines.append(line.trimmedAtEnd)
                line = ""
                used = 0
                if piece == " " { continue }
            }
            var rest = Substring(piece)
            while of(rest) > width, width > 1 {
                var part = ""
                while let next = rest.first, of(part) + of(next) <= width { part.append(rest.removeFirst()) }
                lines.append(part)
            }
            line += rest
            used += of(rest)
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line.trimmedAtEnd) }
        return lines
    }

    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var joins = false
        for character in text {
            let isWide = of(character) == 2
            if "、,。;:!?)」』》”…".contains(character), !pieces.isEmpty, pieces[pieces.count - 1] != " " {
                pieces[pieces.count - 1].append(character)
                joins = false
            } else if joins, !isWide, character != " " {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
                joins = "「『《“(".contains(character) || (!isWide && character != " ")
            }
        }
        return pieces
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
