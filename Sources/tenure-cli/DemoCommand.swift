import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Load the demonstration company into an empty data folder. 载入演示公司。",
        discussion: "Three hundred people who do not exist, and an account for every role, entered without a password.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        try await house.answering {
            let settings = try house.settings()
            let lock = try FolderLock(settings.dataFolder, .replacing)
            defer { lock.release() }
            let opened = try await Server(settings, logger: house.quietLogger).open()
            let isFilled: Bool
            do {
                isFilled = try await Demonstrating.fill(opened)
                try await opened.database.close()
            } catch {
                try? await opened.database.close()
                throw ServerRefusal(error, settings) ?? error
            }
            guard isFilled else { throw ServerRefusal.notEmpty(path: settings.dataFolder) }
            print(
                Phrase(
                    zh: "演示公司已载入 \(settings.dataFolder)。运行 tenure serve --data \(settings.dataFolder)，在登录页选择一个角色进入。",
                    en:
                        "The demonstration company is in \(settings.dataFolder). Run tenure serve --data \(settings.dataFolder) and choose a role on the sign-in page."
                )[house.language])
        }
    }
}
