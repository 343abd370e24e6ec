import Foundation

/// A content file on its way in.
struct IncomingFile: ~Copyable {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Reads the whole file once, so that nothing is begun with one that is cut or damaged.
    /// - Returns: the migrations its tables were made by.
    /// - Throws: ``BackupRefusal``.
    func check() throws -> [Int] {
        var checksum = Checksum()
        var number = 0
        var steps: [Int]?
        var rows = 0
        var end: String?
        try lines { line in
            number += 1
            guard end == nil else { throw BackupRefusal.damaged }
            let heading = line.first == ContentHeading.mark ? ContentHeading(line) : nil
            if number == 1, heading != .format(1) { throw BackupRefusal.notAnExport }
            switch heading {
            case .end(let text)?:
                end = text
                return
            case .steps(let numbers)?: steps = numbers
            case .table?: rows = 0
            case .rows(rows)?: break
            case .rows?: throw BackupRefusal.damaged
            default: rows += 1
            }
            checksum.add(line)
            checksum.add(CollectionOfOne(UInt8(ascii: "\n")))
        }
        guard number > 0, let steps else { throw BackupRefusal.notAnExport }
        guard let end else { throw BackupRefusal.cut }
        guard end == checksum.text else { throw BackupRefusal.damaged }
        return steps
    }

    /// Every line, without its line feed.
    /// - Throws: ``BackupRefusal/cut`` when the last line has no line feed.
    func lines(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SQLFault(errno: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while true {
            let piece = try Self.read(descriptor)
            if piece.isEmpty { break }
            let searched = bytes.count
            bytes.append(contentsOf: piece)
            guard bytes[searched...].contains(UInt8(ascii: "\n")) else { continue }
            var start = 0
            while let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                try body(bytes[start..<feed])
                start = feed + 1
            }
            bytes.removeFirst(start)
        }
        guard bytes.isEmpty else { throw BackupRefusal.cut }
    }

    private static func read(_ descriptor: Int32) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: 262_144) { buffer, count in
            var got = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            while got < 0, errno == EINTR { got = Foundation.read(descriptor, buffer.baseAddress, buffer.count) }
            guard got >= 0 else { throw SQLFault(errno: errno) }
            count = got
        }
    }
}
