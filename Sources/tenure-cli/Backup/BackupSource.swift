import Foundation
import SQL
import Shell
import Tenure

/// What is restored: a folder with a manifest, or one file of content.
struct BackupSource {
    /// The folder; nil for one file.
    let folder: String?
    /// The database's file.
    let database: String
    let isCopy: Bool
    let manifest: BackupManifest?

    private static let mark = Data("SQLite format 3\0".utf8)

    /// - Throws: ``CommandRefusal``.
    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandRefusal.noFile(path)
        }
        if isFolder.boolValue {
            let manifest = try BackupManifest.read(path)
            guard
                let file = [BackupPlaces.copy, BackupPlaces.content].first(where: { name in
                    manifest.files.contains { $0.path == name }
                })
            else { throw CommandRefusal.notABackup(path) }
            (folder, database, self.manifest) = (path, path + "/" + file, manifest)
        } else {
            (folder, database, manifest) = (nil, path, nil)
        }
        let handle = FileHandle(forReadingAtPath: database)
        defer { try? handle?.close() }
        isCopy = (try? handle?.read(upToCount: Self.mark.count)) == Self.mark
    }

    /// Checks every byte, and that a database can be made of it.
    /// - Parameter scratch: a folder for what is needed meanwhile.
    func check(scratch: String) async throws {
        let place = scratch + "/tenure-check-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: place) }
        let made = try await make(at: place + "/" + ServerDatabase.fileName)
        try await made.close()
    }

    /// Makes an embedded database of the backup, brought to the shape of this program and looked through.
    func make(at path: String) async throws -> Database {
        if let folder { try manifest?.check(folder) }
        if isCopy { try FileManager.default.copyItem(atPath: database, toPath: path) }
        chmod(path, 0o600)
        let made = try Database.sqlite(at: path)
        do {
            if !isCopy { try await made.restore(from: database, Server.migrator) }
            if let newer = try await MigrationState(of: made, Server.migrator).newer {
                throw MigrationRefusal.databaseIsNewer(newer)
            }
            guard try await DatabaseCheck.problems(of: made).isEmpty else {
                throw CommandRefusal.backupDamaged(database)
            }
            try await Server.migrator.migrate(made)
            chmod(path, 0o600)
            return made
        } catch {
            try? await made.close()
            if case .damaged? = error as? SQLFault { throw CommandRefusal.backupDamaged(database) }
            throw error
        }
    }
}
