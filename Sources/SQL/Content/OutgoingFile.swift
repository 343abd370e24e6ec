import Foundation

/// A file that appears under its name only once all of it is on the disk; readable by its owner only.
struct OutgoingFile: ~Copyable {
    private let path: String
    private let partPath: String
    private let descriptor: Int32
    private(set) var checksum = Checksum()
    private var isFinished = false

    /// - Throws: ``SQLFault/readOnly``, ``SQLFault/full``.
    init(_ path: String) throws {
        self.path = path
        partPath = path + ".part"
        descriptor = try Self.openEmpty(partPath)
    }

    private static func openEmpty(_ path: String) throws -> Int32 {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SQLFault(errno: errno) }
        return descriptor
    }

    /// A place only its owner can read, for others to write into.
    static func makeEmpty(_ path: String) throws {
        close(try openEmpty(path))
    }

    /// Makes sure of what was written under another name, then gives it its own.
    static func publish(_ part: String, as path: String) throws {
        let descriptor = open(part, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SQLFault(errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0, rename(part, path) == 0 else { throw SQLFault(errno: errno) }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(partPath) }
    }

    mutating func write(_ bytes: [UInt8]) throws {
        checksum.add(bytes)
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count >= 0 || errno == EINTR else { throw SQLFault(errno: errno) }
                rest = rest.dropFirst(max(0, count))
            }
        }
    }

    mutating func finish() throws {
        try Self.publish(partPath, as: path)
        isFinished = true
    }
}

extension SQLFault {
    /// - Parameter errno: what the system said about a file.
    init(errno: Int32) {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: self = .full
        case EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR: self = .readOnly
        default: self = .unavailable("the file could not be read or written (error \(errno))")
        }
    }
}
