import ArgumentParser
import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// What every command that works on a company's data takes.
struct HouseOptions: ParsableArguments {
    @Option(
        name: .customLong("config-file"),
        help: "Configuration file (default: TENURE_CONFIG, else /etc/tenure/tenure.conf). 配置文件。")
    var configurationFile: String?

    @Option(help: "Data folder. 数据文件夹。")
    var data: String?

    @Option(help: "zh or en (default: from the environment). 语言。")
    var language: Language = .ofEnvironment

    /// What is configured, whatever is wrong with it.
    func configuration(_ more: [Configuration.Option] = []) -> Configuration {
        let folder = data.map { Configuration.Option("data_folder", $0, name: "--data") }
        return Configuration.read(options: [folder].compactMap(\.self) + more, file: configurationFile)
    }

    /// - Throws: ``ConfigurationRefusal``.
    func settings(_ more: [Configuration.Option] = []) throws -> Server.Settings {
        Server.Settings(try configuration(more).checked())
    }

    /// Runs the body and says every refusal in one sentence, in the user's language.
    func answering(_ body: () async throws -> Void) async throws {
        try await Answer.run(in: language, body)
    }

    /// What a command does where there is no company yet.
    enum Emptiness {
        case refused
        /// A company is made.
        case filled
        /// The command runs on a company that is thrown away; nothing is made where it was asked for.
        case tried
    }

    /// Opens the company's data beside a server that may be running, and closes it.
    func withHouse<T: Sendable>(
        whenEmpty: Emptiness = .refused, _ body: (House) async throws -> T
    ) async throws -> T {
        let settings = try settings()
        do {
            guard whenEmpty == .filled || settings.hasDatabase else { throw settings.noCompany }
            return try await Self.with(settings, whenEmpty == .filled ? .runIfEmpty : .leave, body)
        } catch let refusal as ServerRefusal where refusal.isOfNoCompany && whenEmpty == .tried {
            let folder = FileManager.default.temporaryDirectory.appending(path: "tenure-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            return try await Self.with(settings.apart(in: folder), .runIfEmpty, body)
        }
    }

    private static func with<T: Sendable>(
        _ settings: Server.Settings, _ steps: Server.Steps, _ body: (House) async throws -> T
    ) async throws -> T {
        let lock = try FolderLock(settings.dataFolder, .using)
        defer { lock.release() }
        let house = try await Server(settings, logger: LineLog.quiet).open(steps)
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
