import ArgumentParser
import Foundation
import Kernel
import SQL
import Shell
import Tenure

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in place, checked before and after. 恢复备份。",
        discussion: """
            SOURCE is a folder of `tenure backup`, or a file of `tenure export --all`; either engine takes the other's. The \
            server must not run. What is there stays beside, in replaced-…; nothing is replaced without --replace. Put the \
            key file of that time in place as well.
            """)

    @Argument(help: "Backup folder, or file of export --all. 备份文件夹或全量导出文件。") var source: String
    @OptionGroup var house: HouseOptions
    @Flag(help: "Replace what is there, and keep it beside. 替换现有数据（原数据保留）。") var replace = false
    @Flag(help: "Check the backup only. 只校验备份。") var check = false

    func run() async throws {
        try await house.answering {
            let backup = try BackupSource(source)
            if check {
                try await backup.check(scratch: NSTemporaryDirectory())
                return print(Phrase(zh: "备份完好，可以恢复。", en: "The backup is whole and can be restored.")[house.language])
            }
            let settings = try house.settings()
            let lock = try FolderLock(settings.dataFolder, .replacing)
            defer { lock.release() }
            do {
                let kept = try await Restoring(backup: backup, settings: settings, replaces: replace).run()
                if let kept {
                    Answer.say(Phrase(zh: "原有数据保留在 \(kept)。", en: "What was there is kept in \(kept).")[house.language])
                }
            } catch {
                throw ServerRefusal(error, settings) ?? error
            }
            print(
                Phrase(
                    zh: "已恢复到 \(settings.dataFolder)，并通过校验。", en: "Restored into \(settings.dataFolder), and checked.")[
                        house.language])
            try await sayOfKeys(settings)
        }
    }

    /// The data are back; whether its sealed values can be read is another matter.
    private func sayOfKeys(_ settings: Server.Settings) async throws {
        let database = try settings.openDatabase()
        let finding = await KeyCheck.look(settings, database)
        try? await database.close()
        if finding.state != .good { Answer.say(finding.words[house.language]) }
    }
}
