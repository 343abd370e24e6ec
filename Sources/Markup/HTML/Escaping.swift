/// Which bytes of a text cannot be written as they are, and what is written instead.
enum Escaping {
    /// Bits of the concerned bytes below 64: `"`, `&`, `'`, `<`, `>` and the control characters but tab and line ends.
    /// Control characters are not allowed in HTML, and some readers drop them, which can join two harmless halves.
    private static let low: UInt64 =
        (0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D))
        | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    @inline(__always)
    static func concerns(_ byte: UInt8) -> Bool {
        byte < 64 ? (low >> UInt64(byte)) & 1 == 1 : byte == 0x7F
    }

    /// Whether these bytes after 0xE2 are a mark that changes the writing direction of all that follows: U+202A–202E and
    /// U+2066–2069. A column name with one would turn round the words beside it.
    @inline(__always)
    static func turnsText(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 ? (0xAA...0xAE).contains(third) : second == 0x81 && (0xA6...0xA9).contains(third)
    }

    static func replacement(of byte: UInt8) -> StaticString {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        default: "\u{FFFD}"
        }
    }
}
