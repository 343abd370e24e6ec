/// Character data: the five named entities, numeric ones, and Excel's own `_x000D_` for control characters.
enum XMLText {
    static func decode(_ raw: UnsafeBufferPointer<UInt8>) throws(XMLScanner.Problem) -> String {
        var bytes: [UInt8] = []
        try append(raw, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(
        _ raw: UnsafeBufferPointer<UInt8>, to target: inout [UInt8]
    ) throws(XMLScanner.Problem) {
        guard raw.contains(0x26) else {
            target.append(contentsOf: raw)
            return
        }
        var index = 0
        while index < raw.count {
            guard raw[index] == 0x26 else {
                target.append(raw[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < raw.count, raw[end] != 0x3B, end - index < 12 { end += 1 }
            guard end < raw.count, raw[end] == 0x3B else { throw .malformed }
            try appendEntity(String(decoding: raw[(index + 1)..<end], as: UTF8.self), to: &target)
            index = end + 1
        }
    }

    private static func appendEntity(_ name: String, to target: inout [UInt8]) throws(XMLScanner.Problem) {
        switch name {
        case "amp": target.append(0x26)
        case "lt": target.append(0x3C)
        case "gt": target.append(0x3E)
        case "quot": target.append(0x22)
        case "apos": target.append(0x27)
        default:
            let number =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16)
                : name.hasPrefix("#") ? UInt32(name.dropFirst(1), radix: 10) : nil
            guard let number, let scalar = Unicode.Scalar(number) else { throw .malformed }
            target.append(contentsOf: Array(String(Character(scalar)).utf8))
        }
    }

    /// `_xHHHH_` is a character Excel could not write as itself (ECMA-376 part 1, 22.9.2.19).
    static func unescape(_ text: String) -> String {
        guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstRange(of: "_x") {
            result += rest[..<mark.lowerBound]
            let code = rest[mark.upperBound...].prefix(5)
            if code.count == 5, code.last == "_", let number = UInt32(code.prefix(4), radix: 16),
                let scalar = Unicode.Scalar(number)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result += "_x"
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }
}
