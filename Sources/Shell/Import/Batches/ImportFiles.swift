import Crypto
import Foundation
import Kernel

/// Where uploaded files lie until they are imported and their time is over. They hold personal data: readable by the
/// program's own user only.
struct ImportFiles: Sendable {
    let folder: URL

    init(_ house: House) throws {
        folder = URL(fileURLWithPath: house.folder, isDirectory: true).appendingPathComponent(
            "imports", isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    struct Stored: Sendable {
        let name: String
        let byteCount: Int
        let digest: [UInt8]
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Keeps bytes under a fresh name; returns when they are on disk.
    func store(_ content: Data, _ world: World) throws -> Stored {
        let name = Hexadecimal.text(of: world.randomBytes(16))
        let path = path(name)
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        do {
            var digest = SHA256()
            var start = content.startIndex
            while start < content.endIndex {
                let end = min(start + Self.piece, content.endIndex)
                digest.update(data: content[start..<end])
                try handle.write(contentsOf: content[start..<end])
                start = end
            }
            try handle.synchronize()
            try handle.close()
            return Stored(name: name, byteCount: content.count, digest: Array(digest.finalize()))
        } catch {
            remove(name)
            throw error
        }
    }

    private static let piece = 4 << 20

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    func remove(_ name: String) { try? FileManager.default.removeItem(atPath: path(name)) }

    /// Files no batch speaks of, left by a stop between storing and noting them.
    func strays(known: Set<String>, before limit: Date) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { name in
            guard !known.contains(name) else { return false }
            let made = (try? FileManager.default.attributesOfItem(atPath: path(name)))?[.creationDate] as? Date
            return (made ?? .distantPast) < limit
        }
    }
}
