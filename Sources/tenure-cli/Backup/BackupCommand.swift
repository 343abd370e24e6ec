import ArgumentParser
import Foundation
import Kernel
import SQL
import Shell
import Tenure

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a consistent, checked copy while the server runs. 在线备份。",
        discussion: """
            FOLDER is made; it holds the database as of one moment, uploaded files, and a manifest with checksums. It holds \
            personal data, readable by its owner only. The key file is not part of it: copy it once, and keep it elsewhere.
            """)

    @Argument(help: "Folder to make. 要建立的备份文件夹。") var folder: String
    @OptionGroup var house: HouseOptions
    @Flag(help: "Answer as JSON.") var json = false

    struct Outcome: Encodable {
        let folder: String
        let files: Int
        let bytes: Int
    }

    func run() async throws {
        try await house.answering {
            let settings = try house.settings()
            guard settings.hasDatabase else { throw ServerRefusal.noDatabase(path: settings.dataFolder) }
            let lock = try FolderLock(settings.dataFolder, .using)
            defer { lock.release() }
            let manifest = try await take(settings)
            await note()
            let bytes = manifest.files.reduce(0) { $0 + $1.bytes }
            if json {
                return try Answer.json(Outcome(folder: folder, files: manifest.files.count, bytes: bytes))
            }
            let keys = settings.keyPath
            print(
                Phrase(
                    zh: "已备份到 \(folder)：\(manifest.files.count) 个文件，\(bytes) 字节，已校验。",
                    en: "Backed up to \(folder): files: \(manifest.files.count), \(bytes) bytes, checked.")[
                        house.language])
            Answer.say(
                Phrase(
                    zh: "密钥文件 \(keys) 不在备份中。没有它，加密的数据无法读取；请另存一份。",
                    en:
                        "The key file \(keys) is not in it. Without it sealed values cannot be read: keep a copy elsewhere."
                )[
                    house.language])
        }
    }

    /// Tells the database of its copy, so that nobody is reminded of it. The copy is good whether or not that succeeds: a
    /// database about to be brought up to date cannot be written by this program.
    private func note() async {
        do {
            try await house.withHouse { opened in
                try await opened.database.write { tx in try BackupReminder.noteBackup(opened, tx) }
            }
        } catch {
            Answer.say(
                Phrase(
                    zh: "备份完好，但未能记入数据库，系统仍会提醒备份。",
                    en: "The copy is whole, but the database could not be told of it; reminders of a backup go on.")[
                        house.language])
        }
    }

    /// Written beside its name and renamed when it is whole.
    private func take(_ settings: Server.Settings) async throws -> BackupManifest {
        let target = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
        guard !FileManager.default.fileExists(atPath: target) else { throw CommandRefusal.alreadyThere(target) }
        let part = target + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            try FileManager.default.createDirectory(
                atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandRefusal.cannotWrite(target)
        }
        do {
            let manifest = try await fill(part, settings)
            try FileManager.default.moveItem(atPath: part, toPath: target)
            return manifest
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            if error is CocoaError { throw CommandRefusal.cannotWrite(target) }
            throw error
        }
    }

    private func fill(_ part: String, _ settings: Server.Settings) async throws -> BackupManifest {
        let database: Database
        do {
            database = try settings.openDatabase()
        } catch {
            throw ServerRefusal(error, settings) ?? error
        }
        do {
            // The database first: it names files, which then are there.
            let name = database.dialect == .sqlite ? BackupPlaces.copy : BackupPlaces.content
            if database.dialect == .sqlite {
                try await database.backup(to: part + "/" + name)
            } else {
                try await database.export(to: part + "/" + name)
            }
            let steps = try await MigrationState(of: database, Server.migrator).done.sorted()
            let copied = try BackupPlaces.copy(BackupPlaces.folders, from: settings.dataFolder, to: part)
            let manifest = BackupManifest(
                format: BackupManifest.format, takenAt: Instant(Date()).iso,
                engine: database.dialect == .sqlite ? "sqlite" : "postgres", steps: steps,
                files: try ([name] + copied).map { try BackupManifest.file($0, in: part) })
            try manifest.write(to: part)
            try await database.close()
            return manifest
        } catch {
            try? await database.close()
            switch error as? SQLFault {
            case .readOnly?, .full?: throw CommandRefusal.cannotWrite(folder)
            default: throw ServerRefusal(error, settings) ?? error
            }
        }
    }
}
