import Crypto
import Foundation
import Kernel

/// Files of one kind, kept under the data folder by what is in them: the name is the SHA-256 of the bytes, so a file
/// added twice lies there once, and what was changed or cut is noticed when it is read. Readable by the program's own
/// user only.
package struct FileShelf: Sendable {
    private let folder: URL

    /// - Parameter name: of the folder.
    package init(_ house: House, _ name: String) throws {
        folder = URL(fileURLWithPath: house.folder, isDirectory: true).appendingPathComponent(name, isDirectory: true)
        try Self.make(folder)
    }

    /// What names the bytes, in hexadecimal.
    package static func hash(of content: Data) -> String {
        SHA256.hash(data: content).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Keeps bytes; returns their name when they are on disk.
    @discardableResult
    package func keep(_ content: Data) throws -> String {
        let hash = Self.hash(of: content)
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
    package func content(_ hash: String) throws -> Data {
        guard has(hash), let content = try? Data(contentsOf: place(of: hash)) else { throw FileShelfRefusal.gone }
        guard Self.hash(of: content) == hash else { throw FileShelfRefusal.damaged }
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

/// Why a file that was kept cannot be given.
package enum FileShelfRefusal: Refusal, Hashable {
    case gone
    case damaged

    package var explanation: Phrase {
        switch self {
        case .gone:
            Phrase(
                zh: "服务器上找不到这个文件。请联系管理员从备份恢复，或重新上传。",
                en: "The file is not on the server any more. Ask an administrator to restore it, or upload it again.")
        case .damaged:
            Phrase(
                zh: "文件内容与上传时不一致，可能已损坏。请联系管理员从备份恢复，或重新上传。",
                en: "The file is not what was uploaded. Ask an administrator to restore it, or upload it again.")
        }
    }
}
