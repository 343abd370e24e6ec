#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Other encodings to UTF-8, through the C library.
enum TextDecoder {
    static func decode(
        _ source: UnsafeBufferPointer<UInt8>, from encoding: TextEncoding, file: String
    ) throws(SheetRefusal) -> FileBytes {
        let converter = iconv_open("UTF-8", encoding.iconvName)
        guard converter != iconv_t(bitPattern: -1) else {
            throw .unreadableFile(file: file, reason: "iconv: \(encoding.iconvName)")
        }
        defer { iconv_close(converter) }
        var capacity = source.count * 3 / 2 + 64
        guard let first = malloc(capacity) else { throw .tooLargeUnpacked(file: file, limit: capacity) }
        var memory = first
        var filled = 0
        var input = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        while left > 0 {
            var output: UnsafeMutablePointer<CChar>? = (memory + filled).assumingMemoryBound(to: CChar.self)
            var room = capacity - filled
            let status = iconv(converter, &input, &left, &output, &room)
            filled = capacity - room
            if status != -1 { continue }
            if errno == E2BIG {
                capacity *= 2
                guard let larger = realloc(memory, capacity) else {
                    free(memory)
                    throw .tooLargeUnpacked(file: file, limit: capacity)
                }
                memory = larger
            } else {
                let bytes = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: filled)
                let line = 1 + bytes.count { $0 == 0x0A }
                free(memory)
                throw .undecodable(file: file, encoding: encoding, line: line)
            }
        }
        return FileBytes(owning: memory.assumingMemoryBound(to: UInt8.self), count: filled)
    }
}
