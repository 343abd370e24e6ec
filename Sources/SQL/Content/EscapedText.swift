/// Text without tabs and line breaks, and bytes as hexadecimal digits.
///
/// These are also the escapes of PostgreSQL's `copy`.
enum EscapedText {
    private static let hex = Array("0123456789abcdef".utf8)
    private static let backslash = UInt8(ascii: "\\")

    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var rest = text[...]
        while let special = rest.firstIndex(where: { $0 == 92 || $0 == 9 || $0 == 10 || $0 == 13 }) {
            bytes.append(contentsOf: rest[..<special])
            bytes.append(backslash)
            switch rest[special] {
            case 9: bytes.append(UInt8(ascii: "t"))
            case 10: bytes.append(UInt8(ascii: "n"))
            case 13: bytes.append(UInt8(ascii: "r"))
            default: bytes.append(backslash)
            }
            rest = rest[(special + 1)...]
        }
        bytes.append(contentsOf: rest)
    }

    static func append(hex blob: [UInt8], to bytes: inout [UInt8]) {
        for byte in blob {
            bytes.append(hex[Int(byte >> 4)])
            bytes.append(hex[Int(byte & 15)])
        }
    }

    static func text(_ escaped: ArraySlice<UInt8>) -> String? {
        guard escaped.contains(backslash) else { return String(validating: escaped, as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(escaped.count)
        var rest = escaped
        while let byte = rest.popFirst() {
            guard byte == backslash else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "t"): bytes.append(9)
            case UInt8(ascii: "n"): bytes.append(10)
            case UInt8(ascii: "r"): bytes.append(13)
            case backslash: bytes.append(backslash)
            default: return nil
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    static func blob(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var place = digits.startIndex
        while place < digits.endIndex {
            guard let high = nibble(digits[place]), let low = nibble(digits[place + 1]) else { return nil }
            bytes.append(high << 4 | low)
            place += 2
        }
        return bytes
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
