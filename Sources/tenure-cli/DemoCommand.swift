import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Load the demonstration company into an empty data folder. 载入演示公司。",
        discussion: "People who do not exist, and an account for every role, entered without a password.")

    @OptionGroup var house: HouseOptions

    @Option(help: "How many people. 人数。")
    var people = Demonstrating.people

    /// Below twenty there is no company; above, no sample has been tried.
    private static let sizes = 20...200_000

    func validate() throws {
        guard Self.sizes.contains(people) else {
            let (least, most) = (Self.sizes.lowerBound, Self.sizes.upperBound)
            throw ValidationError(
                Phrase(zh: "--people 须在 \(least) 至 \(most) 之间。", en: "--people takes \(least) to \(most).")[
                    house.language])
        }
    }

    func run() async throws {
        try await house.answering {
            let settings = try house.settings()
            let lock = try FolderLock(settings.dataFolder, .replacing)
            defer { lock.release() }
            let opened = try await Server(settings, logger: LineLog.quiet).open()
            let isFilled: Bool
            do {
                isFilled = try await Demonstrating.fill(opened, people: people)
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
