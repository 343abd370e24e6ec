import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database to the shape this program expects. 升级数据库结构。",
        discussion: "The server does the same when it starts. Back up first: a step is never taken back.")

    @OptionGroup var house: HouseOptions
    @Flag(help: "Say what would be done; change nothing. 只显示，不执行。") var dryRun = false
    @Flag(help: "Answer as JSON.") var json = false

    struct Step: Encodable {
        let number: Int
        let name: String
    }

    struct Outcome: Encodable {
        let done: Int
        let pending: [Step]
        let ran: Bool
    }

    func run() async throws {
        try await house.answering {
            let settings = try house.settings()
            guard settings.hasDatabase || !dryRun else { throw ServerRefusal.noDatabase(path: settings.dataFolder) }
            // A second server on the same PostgreSQL is kept waiting by the database itself.
            let lock = try FolderLock(settings.dataFolder, dryRun ? .using : .replacing)
            defer { lock.release() }
            do {
                try await migrate(try settings.openDatabase())
            } catch {
                throw ServerRefusal(error, settings) ?? error
            }
        }
    }

    private func migrate(_ database: Database) async throws {
        let state: MigrationState
        do {
            state = try await MigrationState(of: database, Server.migrator)
            if let newer = state.newer { throw MigrationRefusal.databaseIsNewer(newer) }
            if !dryRun { try await Server.migrator.migrate(database) }
        } catch {
            try? await database.close()
            throw error
        }
        try await database.close()
        let steps = state.pending.map { Step(number: $0.number, name: $0.name) }
        if json { return try Answer.json(Outcome(done: state.done.count, pending: steps, ran: !dryRun)) }
        guard !steps.isEmpty else {
            return print(Phrase(zh: "数据库已是最新，无需升级。", en: "The database is up to date.")[house.language])
        }
        let title =
            dryRun
            ? Phrase(zh: "待执行 \(steps.count) 步：", en: "Steps to run: \(steps.count)")
            : Phrase(zh: "已执行 \(steps.count) 步：", en: "Steps run: \(steps.count)")
        print(title[house.language])
        for step in steps { print("  \(step.number)  \(step.name)") }
    }
}
