/// Base32 of RFC 4648, section 6: what authenticator apps take a secret in.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: some Sequence<UInt8>, isPadded: Bool = false) -> String {
        var text: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(letters[buffer << (5 - bits) & 31]) }
        while isPadded, text.count % 8 != 0 { text.append(UInt8(ascii: "=")) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text as `text(_:)` writes it, in either case, with or without padding; nil for anything else. A
    /// text that has bits left over which are not zero is refused: every value has one writing.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var letters = Array(text.utf8)
        let length = letters.count
        while letters.last == UInt8(ascii: "=") { letters.removeLast() }
        if letters.count != length {
            guard length % 8 == 0, length - letters.count <= 6 else { return nil }
        }
        guard [0, 2, 4, 5, 7].contains(letters.count % 8) else { return nil }
        var bytes: [UInt8] = []
        var (buffer, bits) = (0, 0)
        for letter in letters {
            guard let value = value(letter) else { return nil }
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 0xFF))
            }
        }
        return buffer & (1 << bits - 1) == 0 ? bytes : nil
    }

    private static func value(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(letter) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(letter) - 97
        case UInt8(ascii: "2")...UInt8(ascii: "7"): Int(letter) - 50 + 26
        default: nil
        }
    }
}
