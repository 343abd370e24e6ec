import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// Puts a backup in place: made and checked beside, then moved in; what was there is moved out, not deleted.
struct Restoring {
    let backup: BackupSource
    let settings: Server.Settings
    let replaces: Bool

    private var folder: String { settings.dataFolder }

    /// - Returns: where what was there is kept; nil when nothing was.
    func run() async throws -> String? {
        let isUsed = try await isUsed()
        guard !isUsed || replaces else {
            throw CommandRefusal.needsReplace(settings.database == .file ? folder : "PostgreSQL")
        }
        let stamp = Instant(Date()).iso.filter { $0.isNumber }.prefix(14)
        let part = folder + "/restoring-\(stamp)"
        let kept = folder + "/replaced-\(stamp)"
        try FileManager.default.createDirectory(
            atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: part) }
        let made = try await backup.make(at: part + "/" + ServerDatabase.fileName)
        do {
            try copyFiles(to: part)
            if settings.database != .file { try await bring(made, isUsed, keeping: kept, scratch: part) }
            try await made.close()
        } catch {
            try? await made.close()
            throw error
        }
        try moveIn(from: part, keeping: kept)
        return FileManager.default.fileExists(atPath: kept) ? kept : nil
    }

    /// A damaged file is used as well: it is what a backup replaces.
    private func isUsed() async throws -> Bool {
        guard settings.hasDatabase else { return false }
        do {
            let database = try settings.openDatabase()
            let state: MigrationState
            do {
                state = try await MigrationState(of: database, Server.migrator)
            } catch {
                try? await database.close()
                throw error
            }
            try await database.close()
            return !state.done.isEmpty
        } catch SQLFault.damaged where settings.database == .file {
            return true
        }
    }

    private func copyFiles(to part: String) throws {
        guard let source = backup.folder else { return }
        _ = try BackupPlaces.copy(BackupPlaces.folders, from: source, to: part)
    }

    /// Fills the PostgreSQL database with what was checked in an embedded one.
    private func bring(_ made: Database, _ isUsed: Bool, keeping kept: String, scratch: String) async throws {
        let content = scratch + "/" + BackupPlaces.content
        try await made.export(to: content)
        let target = try settings.openDatabase()
        do {
            if isUsed {
                try FileManager.default.createDirectory(
                    atPath: kept, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                try await target.export(to: kept + "/" + BackupPlaces.content)
            }
            try await target.restore(from: content, Server.migrator, replacing: replaces)
            try await target.close()
        } catch {
            try? await target.close()
            throw error
        }
        try FileManager.default.removeItem(atPath: content)
    }

    private func moveIn(from part: String, keeping kept: String) throws {
        let manager = FileManager.default
        var names = BackupPlaces.folders
        if settings.database == .file {
            // The files beside the database belong to it; a new one must not meet them.
            names =
                [ServerDatabase.fileName + "-wal", ServerDatabase.fileName + "-shm", ServerDatabase.fileName] + names
        }
        for name in names where manager.fileExists(atPath: folder + "/" + name) {
            // A backup of one file says nothing of uploads: they stay.
            if backup.folder == nil, BackupPlaces.folders.contains(name) { continue }
            try manager.createDirectory(
                atPath: kept, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try manager.moveItem(atPath: folder + "/" + name, toPath: kept + "/" + name)
        }
        for name in names where manager.fileExists(atPath: part + "/" + name) {
            try manager.moveItem(atPath: part + "/" + name, toPath: folder + "/" + name)
        }
    }
}
