import ArgumentParser
import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// What every command that works on a company's data takes.
struct HouseOptions: ParsableArguments {
    @Option(help: "Configuration file (default: TENURE_CONFIG, else /etc/tenure/tenure.conf). 配置文件。")
    var config: String?

    @Option(help: "Data folder. 数据文件夹。")
    var data: String?

    @Option(help: "zh or en (default: from the environment). 语言。")
    var language: Language = .ofEnvironment

    /// What is configured, whatever is wrong with it.
    func configuration(_ more: [Configuration.Option] = []) -> Configuration {
        let folder = data.map { Configuration.Option("data_folder", $0, name: "--data") }
        return Configuration.read(options: [folder].compactMap(\.self) + more, file: config)
    }

    /// - Throws: ``ConfigurationRefusal``.
    func settings(_ more: [Configuration.Option] = []) throws -> Server.Settings {
        Server.Settings(try configuration(more).checked())
    }

    /// Runs the body and says every refusal in one sentence, in the user's language.
    func answering(_ body: () async throws -> Void) async throws {
        try await Answer.run(in: language, body)
    }

    /// Opens the company's data beside a server that may be running, and closes it.
    /// - Parameter makingIt: whether an empty folder is made into a company; else it is refused.
    func withHouse<T: Sendable>(
        makingIt: Bool = false, _ body: (House) async throws -> T
    ) async throws -> T {
        let settings = try settings()
        guard makingIt || settings.hasDatabase else { throw ServerRefusal.noDatabase(path: settings.dataFolder) }
        let lock = try FolderLock(settings.dataFolder, .using)
        defer { lock.release() }
        let house = try await Server(settings, logger: LineLog.quiet).open(.runIfEmpty)
        do {
            let result = try await body(house)
            await Audit.writeReads(house)
            try await house.database.close()
            return result
        } catch {
            try? await house.database.close()
            throw ServerRefusal(error, settings) ?? error
        }
    }
}
