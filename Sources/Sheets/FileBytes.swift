#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bytes that stay in one place: a mapped file or owned memory. Read-only, hence shareable.
final class FileBytes: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>
    private let isMapped: Bool

    /// Maps a file. Nil answers carry the system's reason.
    static func map(path: String) throws(SheetRefusal) -> FileBytes {
        let name = fileName(path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unreadableFile(file: name, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadableFile(file: name, reason: String(cString: strerror(EISDIR)))
        }
        let size = Int(status.st_size)
        guard size > 0 else { throw .emptyFile(file: name) }
        guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw .unreadableFile(file: name, reason: String(cString: strerror(errno)))
        }
        madvise(memory, size, MADV_SEQUENTIAL)
        return FileBytes(
            UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: size), isMapped: true)
    }

    /// Takes over memory from `malloc`.
    init(owning memory: UnsafeMutablePointer<UInt8>, count: Int) {
        bytes = UnsafeBufferPointer(start: memory, count: count)
        isMapped = false
    }

    convenience init(copying array: [UInt8]) {
        let memory = UnsafeMutableRawPointer(malloc(max(array.count, 1))).assumingMemoryBound(to: UInt8.self)
        array.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { memory.update(from: start, count: source.count) }
        }
        self.init(owning: memory, count: array.count)
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, isMapped: Bool) {
        self.bytes = bytes
        self.isMapped = isMapped
    }

    deinit {
        let memory = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        if isMapped { munmap(memory, bytes.count) } else { free(memory) }
    }

    static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
