import Dispatch

/// Whether bytes are UTF-8, in parallel blocks; plain ASCII goes eight bytes at a time.
enum UTF8Check {
    /// Offset of the first byte that is not part of a well-formed character.
    static func firstInvalid(_ text: UnsafeBufferPointer<UInt8>, blockBytes: Int) -> Int? {
        guard let start = text.baseAddress else { return nil }
        let count = text.count
        let blocks = (count + blockBytes - 1) / blockBytes
        let found = UnsafeMutablePointer<Int>.allocate(capacity: blocks)
        defer { found.deallocate() }
        nonisolated(unsafe) let results = found
        nonisolated(unsafe) let bytes = start
        DispatchQueue.concurrentPerform(iterations: blocks) { block in
            var from = block * blockBytes
            let to = min(count, from + blockBytes)
            // A character belongs to the block it begins in.
            var lead = from
            while lead > 0, from - lead < 3, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
            if lead < from { from = max(from, lead + characterLength(bytes, lead, count)) }
            results[block] = firstInvalid(bytes, from, to, count)
        }
        for block in 0..<blocks where found[block] >= 0 { return found[block] }
        return nil
    }

    private static func firstInvalid(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ count: Int) -> Int {
        var index = from
        while index < to {
            if bytes[index] < 0x80 {
                while index + 8 <= to,
                    UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                }
                while index < to, bytes[index] < 0x80 { index += 1 }
                continue
            }
            let length = characterLength(bytes, index, count)
            if length == 0 { return index }
            index += length
        }
        return -1
    }

    /// 2…4, or 0 when the bytes are not a well-formed character (Unicode, table 3-7).
    private static func characterLength(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
        let lead = bytes[index]
        let length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0
        guard length > 0, index + length <= count else { return 0 }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        switch lead {
        case 0xE0: return second >= 0xA0 ? 3 : 0
        case 0xED: return second <= 0x9F ? 3 : 0
        case 0xF0: return second >= 0x90 ? 4 : 0
        case 0xF4: return second <= 0x8F ? 4 : 0
        default: return length
        }
    }

    /// Well-formed characters of three bytes before `end`: GB18030 text hardly ever looks like them.
    static func multiByteCount(_ text: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Int {
        text[..<end].count { $0 >= 0xE0 }
    }
}
