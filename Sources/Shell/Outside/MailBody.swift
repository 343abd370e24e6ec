import Foundation

/// One text of a mail with the two headers that describe it.
struct MailBody {
    /// Headers, the empty line and the encoded text, without line ends.
    let lines: [String]

    /// Mostly ASCII text stays readable in quoted-printable; anything else is shorter in base64.
    init(_ text: String, type: String) {
        let unified = Array(text.utf8).normalisedLineEnds
        let foreign = unified.count { $0 >= 0x80 }
        let isMostlyPlain = foreign * 6 <= unified.count
        lines =
            ["Content-Type: \(type); charset=utf-8"]
            + (isMostlyPlain
                ? ["Content-Transfer-Encoding: quoted-printable", ""] + Self.quotedPrintable(unified)
                : ["Content-Transfer-Encoding: base64", ""] + Self.base64(unified))
    }

    /// Lines of 76 characters, RFC 2045 § 6.8.
    static func base64(_ bytes: [UInt8]) -> [String] {
        stride(from: 0, to: bytes.count, by: 57).map {
            Data(bytes[$0..<min($0 + 57, bytes.count)]).base64EncodedString()
        }
    }

    /// RFC 2045 § 6.7: at most 76 characters a line, blanks at a line's end written out. Line ends are CRLF.
    static func quotedPrintable(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        func close() {
            lines.append(String(decoding: line, as: UTF8.self))
            line = []
        }
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let endsLine = position + 1 == bytes.count || bytes[position + 1] == UInt8(ascii: "\r")
            position += 1
            if byte == UInt8(ascii: "\r") {
                close()
                position += 1
                continue
            }
            let written = isPrintable(byte, atEnd: endsLine) ? [byte] : escaped(byte)
            // The last of 76 is kept for the sign that the line goes on.
            if line.count + written.count > 75 {
                line.append(UInt8(ascii: "="))
                close()
            }
            line += written
        }
        if !line.isEmpty { close() }
        return lines
    }

    private static func isPrintable(_ byte: UInt8, atEnd: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !atEnd
        case 0x21...0x7e: true
        default: false
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

extension [UInt8] {
    /// Every CR, LF and CRLF as CRLF.
    fileprivate var normalisedLineEnds: [UInt8] {
        let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var result: [UInt8] = []
        result.reserveCapacity(count + count / 32)
        for (place, byte) in enumerated() {
            switch byte {
            case cr: result += [cr, lf]
            case lf where place > 0 && self[place - 1] == cr: break
            case lf: result += [cr, lf]
            default: result.append(byte)
            }
        }
        return result
    }
}
