import Crypto
import Foundation
import Kernel
import Shell

/// What a backup folder holds, file by file, so that a damaged one is found before anything is touched.
struct BackupManifest: Codable {
    struct File: Codable {
        /// Below the folder of the backup.
        let path: String
        let bytes: Int
        let sha256: String
    }

    static let name = "manifest.json"
    static let format = "tenure.backup/1"

    let format: String
    /// ISO 8601, UTC.
    let takenAt: String
    /// `sqlite` or `postgres`.
    let engine: String
    /// The numbers of the migrations the database was made by.
    let steps: [Int]
    let files: [File]

    static func read(_ folder: String) throws -> BackupManifest {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name),
            let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data), manifest.format == format
        else { throw CommandRefusal.notABackup(folder) }
        return manifest
    }

    func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: folder + "/" + Self.name), options: .atomic)
    }

    /// - Throws: ``CommandRefusal/backupDamaged(_:)`` for the first file that is not as it was written.
    func check(_ folder: String) throws {
        for file in files {
            guard !file.path.hasPrefix("/"), !file.path.split(separator: "/").contains(".."),
                let found = try? Self.file(file.path, in: folder), found.bytes == file.bytes,
                found.sha256 == file.sha256
            else { throw CommandRefusal.backupDamaged(file.path) }
        }
    }

    static func file(_ path: String, in folder: String) throws -> File {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/" + path))
        defer { try? handle.close() }
        var digest = SHA256()
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            digest.update(data: piece)
            bytes += piece.count
        }
        return File(path: path, bytes: bytes, sha256: Hexadecimal.text(of: digest.finalize()))
    }
}
