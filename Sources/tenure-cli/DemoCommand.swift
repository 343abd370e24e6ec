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

    @Option(help: "How many people work there today. 在职人数。")
    var people = Demonstrating.Size().people

    @Option(help: "How many months it is told week by week. 历史月数。")
    var months = Demonstrating.Size().months

    @Option(help: "The same seed gives the same company. 随机种子，相同种子生成相同的公司。")
    var seed = Demonstrating.Size().seed

    @Flag(help: "People leave by chance alone: nothing is predictable. 离职与任何因素无关。")
    var withoutEffect = false

    func validate() throws {
        try check(people, in: Demonstrating.Size.people, "--people")
        try check(months, in: Demonstrating.Size.months, "--months")
    }

    private func check(_ value: Int, in range: ClosedRange<Int>, _ option: String) throws {
        guard !range.contains(value) else { return }
        let (least, most) = (range.lowerBound, range.upperBound)
        throw ValidationError(
            Phrase(zh: "\(option) 须在 \(least) 至 \(most) 之间。", en: "\(option) takes \(least) to \(most).")[
                house.language])
    }

    func run() async throws {
        try await house.answering {
            let settings = try house.settings()
            let lock = try FolderLock(settings.dataFolder, .replacing)
            defer { lock.release() }
            let opened = try await Server(settings, logger: LineLog.quiet).open()
            let isFilled: Bool
            do {
                isFilled = try await Demonstrating.fill(
                    opened, .init(people: people, months: months, seed: seed, hasEffect: !withoutEffect))
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
