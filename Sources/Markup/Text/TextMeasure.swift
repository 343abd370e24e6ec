/// Widths of text as the system fonts of `Styles` draw it, without having the fonts: good to about a tenth, and rather
/// too wide than too narrow, so that labels laid out with it do not touch.
enum TextMeasure {
    /// Width in the unit of `size` (the font size).
    static func width(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ems($1) } * size
    }

    /// The text, or as much of its beginning as fits followed by "…".
    static func fitted(_ text: String, width limit: Double, size: Double) -> String {
        guard width(text, size: size) > limit else { return text }
        var kept = ""
        var used = size
        for character in text {
            used += width(String(character), size: size)
            if used > limit { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text broken into at most `lines` lines: Latin at spaces, Chinese anywhere; the last line ends in "…" if there
    /// was more.
    static func lines(_ text: String, width limit: Double, size: Double, atMost lines: Int) -> [String] {
        var result: [String] = []
        var line = ""
        for piece in pieces(text) {
            if line.isEmpty || width(line + piece, size: size) <= limit {
                line += piece
            } else if result.count < lines - 1 {
                result.append(trimmed(line))
                line = piece == " " ? "" : piece
            } else {
                line += piece
            }
        }
        result.append(trimmed(line))
        return result.map { fitted($0, width: limit, size: size) }
    }

    private static func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line = line.dropLast() }
        while line.first == " " { line = line.dropFirst() }
        return String(line)
    }

    private static let closing: Set<Character> = [
        ",", ".", ";", ":", "!", "?", ")", "%", "\u{3001}", "\u{3002}", "\u{300D}", "\u{300F}", "\u{300B}", "\u{201D}",
        "\u{FF09}",
        "\u{FF0C}", "\u{FF1A}", "\u{FF1B}", "\u{FF01}", "\u{FF1F}",
    ]

    /// Latin words, single spaces and single wide characters; closing punctuation stays with what it closes.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var joins = false
        for character in text {
            let isWide = character.unicodeScalars.first.map { ems($0) >= 1 } ?? false
            let closes = closing.contains(character)
            if closes, let last = pieces.popLast() {
                pieces.append(last + String(character))
                joins = joins && !isWide
            } else if character == " " || isWide || !joins || pieces.isEmpty {
                pieces.append(String(character))
                joins = !isWide && character != " "
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x20: 0.32
        case 0x21, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x49, 0x5B...0x5D, 0x60, 0x66, 0x69, 0x6A, 0x6C, 0x72,
            0x74,
            0x7B...0x7D:
            0.4
        case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 0.9
        case 0x41...0x5A: 0.7
        case 0x2B, 0x3C...0x3E, 0x7E: 0.62
        case 0x30...0x39: 0.6
        case 0..<0x2000: 0.62
        case 0x2010...0x2015, 0x2212: 0.7
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x2018...0x2026: 0.6
        default: scalar.value >= 0x2E80 || scalar.value == 0x2014 ? 1.02 : 0.75
        }
    }
}
