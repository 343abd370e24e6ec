import CZlib

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Unfolds a gzip file (all its members) within the limits of ``ReadOptions``.
enum Gunzip {
    static func unpack(_ packed: FileBytes, file: String, options: ReadOptions) throws(SheetRefusal) -> FileBytes {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .truncated(file: file)
        }
        defer { inflateEnd(&stream) }
        var capacity = max(packed.bytes.count * 4, 1 << 12)
        guard let first = malloc(capacity) else { throw .tooLargeUnpacked(file: file, limit: capacity) }
        var memory = first
        var taken = 0
        var filled = 0
        var isDone = false
        do throws(SheetRefusal) {
            while !isDone {
                if filled == capacity {
                    capacity *= 2
                    guard let larger = realloc(memory, capacity) else {
                        throw .tooLargeUnpacked(file: file, limit: capacity)
                    }
                    memory = larger
                }
                let offered = min(packed.bytes.count - taken, 1 << 30)
                let room = min(capacity - filled, 1 << 30)
                stream.next_in = UnsafeMutablePointer(mutating: packed.bytes.baseAddress).map { $0 + taken }
                stream.avail_in = UInt32(offered)
                stream.next_out = memory.assumingMemoryBound(to: UInt8.self) + filled
                stream.avail_out = UInt32(room)
                let status = inflate(&stream, Z_NO_FLUSH)
                taken += offered - Int(stream.avail_in)
                filled += room - Int(stream.avail_out)
                if filled > options.maximumUnpackedBytes
                    || filled > options.ratioFreeBytes && filled / packed.bytes.count > options.maximumRatio
                {
                    throw .tooLargeUnpacked(file: file, limit: options.maximumUnpackedBytes)
                }
                if status == Z_STREAM_END {
                    // Another member may follow; anything else after the end is padding.
                    isDone =
                        taken + 2 > packed.bytes.count || packed.bytes[taken] != 0x1F || packed.bytes[taken + 1] != 0x8B
                    if !isDone { inflateReset(&stream) }
                } else if status != Z_OK || stream.avail_out > 0 && taken == packed.bytes.count {
                    throw .truncated(file: file)
                }
            }
        } catch {
            free(memory)
            throw error
        }
        return FileBytes(owning: memory.assumingMemoryBound(to: UInt8.self), count: filled)
    }
}
