/// A text file as UTF-8 without byte-order mark, wherever it came from.
struct LoadedText: Sendable {
    let storage: FileBytes
    let encoding: TextEncoding
    /// The text inside `storage`.
    let range: Range<Int>

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: storage.bytes[range]) }

    /// Finds the encoding, or checks the one given: BOM, then valid UTF-8, then UTF-16 by its zero bytes, then GB18030.
    init(_ raw: FileBytes, file: String, options: ReadOptions) throws(SheetRefusal) {
        let bytes = raw.bytes
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let guess = options.encoding ?? Self.marked(bytes) ?? Self.utf16(bytes) ?? (hasMark ? .utf8BOM : .utf8)
        if guess == .utf8 || guess == .utf8BOM {
            let start = hasMark ? 3 : 0
            let text = UnsafeBufferPointer(rebasing: bytes[start...])
            guard let wrong = UTF8Check.firstInvalid(text, blockBytes: options.blockBytes) else {
                try Self.refuseBinary(text, file)
                self.init(storage: raw, encoding: hasMark ? .utf8BOM : .utf8, range: start..<bytes.count)
                return
            }
            let line = Self.line(of: wrong, in: text)
            if options.encoding != nil || hasMark { throw .undecodable(file: file, encoding: .utf8, line: line) }
            try Self.refuseBinary(text, file)
            // A file that has proper multi-byte characters before the first wrong byte is damaged UTF-8.
            let properBefore = UTF8Check.multiByteCount(text, upTo: wrong)
            do throws(SheetRefusal) {
                let converted = try TextDecoder.decode(text, from: .gb18030, file: file)
                if properBefore > 20 { throw .undecodable(file: file, encoding: .utf8, line: line) }
                self.init(storage: converted, encoding: .gb18030, range: 0..<converted.bytes.count)
            } catch {
                throw properBefore > 1 ? .undecodable(file: file, encoding: .utf8, line: line) : error
            }
            return
        }
        let skip = Self.marked(bytes) == guess ? 2 : 0
        let converted = try TextDecoder.decode(
            UnsafeBufferPointer(rebasing: bytes[skip...]), from: guess, file: file)
        try Self.refuseBinary(converted.bytes, file)
        self.init(storage: converted, encoding: guess, range: 0..<converted.bytes.count)
    }

    private init(storage: FileBytes, encoding: TextEncoding, range: Range<Int>) {
        self.storage = storage
        self.encoding = encoding
        self.range = range
    }

    private static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        bytes.starts(with: [0xFF, 0xFE]) ? .utf16LE : bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
    }

    /// Delimiters, digits and line ends have a zero byte in UTF-16, always on the same side.
    private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        let looked = min(bytes.count & ~1, 4096)
        guard looked >= 4 else { return nil }
        var zeros = [0, 0]
        for index in 0..<looked where bytes[index] == 0 { zeros[index & 1] += 1 }
        if zeros[1] * 20 > looked, zeros[0] * 20 < zeros[1] { return .utf16LE }
        if zeros[0] * 20 > looked, zeros[1] * 20 < zeros[0] { return .utf16BE }
        return nil
    }

    private static func refuseBinary(_ bytes: UnsafeBufferPointer<UInt8>, _ file: String) throws(SheetRefusal) {
        if bytes.prefix(1 << 16).contains(0) { throw .notASpreadsheet(file: file, found: .binary) }
    }

    private static func line(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        1 + bytes[..<offset].count { $0 == 0x0A }
    }
}
