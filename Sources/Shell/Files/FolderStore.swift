import Foundation
import Kernel

/// Files of one kind, kept under the data folder. Readable by the program's own user only.
package struct FolderStore: Sendable {
    private let folder: URL

    /// - Parameter name: of the folder.
    package init(_ house: House, _ name: String) throws {
        folder = URL(fileURLWithPath: house.folder, isDirectory: true).appendingPathComponent(name, isDirectory: true)
        try Self.make(folder)
    }

    /// Keeps bytes; returns their name when they are on disk.
    @discardableResult
    package func keep(_ content: Data) throws -> String {
        let hash = FileShelf.hash(of: content)
        let place = place(of: hash)
        if has(hash) { return hash }
        try Self.make(place.deletingLastPathComponent())
        let draft = folder.appendingPathComponent("arriving-\(UUID().uuidString)")
        guard
            FileManager.default.createFile(atPath: draft.path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: draft.path)
        else { throw CocoaError(.fileWriteUnknown) }
        do {
            try handle.write(contentsOf: content)
            try handle.synchronize()
            try handle.close()
            // The whole file appears at once, or not at all.
            guard rename(draft.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(at: draft)
            throw error
        }
        return hash
    }

    /// - Throws: ``FileShelfRefusal``.
    package func content(_ hash: String) throws(FileShelfRefusal) -> Data {
        guard has(hash), let content = try? Data(contentsOf: place(of: hash)) else { throw .gone }
        return content
    }

    package func has(_ hash: String) -> Bool { FileManager.default.fileExists(atPath: place(of: hash).path) }

    package func remove(_ hash: String) { try? FileManager.default.removeItem(at: place(of: hash)) }

    /// In folders of a few thousand at most.
    private func place(of hash: String) -> URL {
        folder.appendingPathComponent(String(hash.prefix(2)), isDirectory: true).appendingPathComponent(hash)
    }

    private static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
