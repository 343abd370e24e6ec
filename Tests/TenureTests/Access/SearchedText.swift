import Foundation

/// Bytes in which many texts are looked for. `Data.range(of:)` steps from byte to byte: looking that way for the secrets
/// of everybody in every answer took five times as long as answering.
struct SearchedText: Sendable {
    private let bytes: [UInt8]

    init(_ data: Data) { bytes = [UInt8](data) + [0] }

    func has(_ text: String) -> Bool { place(of: text) != nil }

    /// Where a text stands first, counted from the first byte.
    func place(of text: String) -> Range<Int>? {
        bytes.withUnsafeBytes { all in
            guard let first = all.assumingMemoryBound(to: CChar.self).baseAddress else { return nil }
            let end = first + bytes.count - 1
            var start = first
            // `strstr` ends at a zero; files hold such.
            while start < end {
                if let found = strstr(start, text) {
                    let place = UnsafePointer(found) - first
                    return place..<place + text.utf8.count
                }
                start += strlen(start) + 1
            }
            return nil
        }
    }

    /// A text where it stands first, with what stands around it.
    func around(_ text: String) -> String? {
        guard let place = place(of: text) else { return nil }
        return String(
            decoding: bytes[max(0, place.lowerBound - 40)..<min(bytes.count - 1, place.upperBound + 40)],
            as: UTF8.self)
    }
}
