import Kernel

/// A number as `1.38E+10`, which is what spreadsheets make of long numbers.
enum ScientificText {
    case whole(String)
    /// The last digits are gone.
    case lost

    /// Nil when the text is not written that way.
    init?(_ text: String) {
        guard let mark = text.utf8.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), text.utf8.count <= 40 else {
            return nil
        }
        let mantissa = text[..<mark]
        guard let exponent = Int(text[text.utf8.index(after: mark)...].drop { $0 == "+" }), abs(exponent) < 300 else {
            return nil
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let head = parts.first, !head.isEmpty, head.utf8.allSatisfy(Self.isDigit) else {
            return nil
        }
        let tail = parts.count == 2 ? parts[1] : ""
        guard tail.utf8.allSatisfy(Self.isDigit) else { return nil }
        guard exponent >= 0 else {
            self = .whole("0." + String(repeating: "0", count: -exponent - 1) + head + tail)
            return
        }
        // Fewer digits than the number has: the missing ones may be zeros or may be lost.
        guard tail.utf8.count >= exponent else {
            self = .lost
            return
        }
        let digits = head + tail.prefix(exponent)
        let rest = tail.dropFirst(exponent)
        self = .whole(rest.isEmpty ? String(digits) : digits + "." + rest)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
