import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// Looks at everything a server needs, in the order in which it needs it, and changes nothing.
struct Examination {
    private let configuration: Configuration

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    func run() async -> [Finding] {
        var findings = [configured]
        let settings = Server.Settings(configuration)
        findings += FolderCheck.look(settings)
        findings += CertificateCheck.look(settings)
        findings += await databaseFindings(settings)
        return findings
    }

    private var configured: Finding {
        let subject = Phrase(zh: "配置", en: "Configuration")
        guard configuration.problems.isEmpty else {
            return .bad(subject, configuration.refusal.explanation)
        }
        let file = configuration.path.map { Phrase(zh: "已读取 \($0)", en: "read from \($0)") }
        if let path = configuration.path, configuration.holdsOpenSecret {
            return .warning(
                subject,
                Phrase(
                    zh: "\(path) 中写有密码，且其他用户可以读取。请执行 chmod o-r \(path)，或把密码放进单独的文件（…_file）",
                    en:
                        "\(path) holds a password and others can read it. Run chmod o-r \(path), or put the password into a file of its own (…_file)"
                ))
        }
        return .good(
            subject, file ?? Phrase(zh: "没有配置文件，使用默认值和环境变量", en: "no file; initial values and the environment"))
    }

    private func databaseFindings(_ settings: Server.Settings) async -> [Finding] {
        let subject = DatabaseCheck.subject
        guard settings.hasDatabase else {
            return [
                ClockCheck.look(settings, newest: nil),
                .warning(
                    subject, Phrase(zh: "还没有数据库；首次运行 tenure serve 时建立", en: "none yet; the first tenure serve makes it")
                ),
            ]
        }
        let database: Database
        do {
            database = try settings.openDatabase()
        } catch {
            return [ClockCheck.look(settings, newest: nil), .bad(subject, Self.words(error, settings))]
        }
        var findings: [Finding] = []
        do {
            findings.append(ClockCheck.look(settings, newest: await ClockCheck.newest(in: database)))
            findings += try await DatabaseCheck.look(settings, database)
            let keys = await KeyCheck.look(settings, database)
            findings.append(keys)
            if keys.state == .good {
                findings += try await MailCheck.look(settings, database)
                findings += try await StoreCheck.look(settings, database)
            }
        } catch {
            findings.append(.bad(subject, Self.words(error, settings)))
        }
        try? await database.close()
        return findings
    }

    static func words(_ error: any Error, _ settings: Server.Settings) -> Phrase {
        let refusal = error as? any Refusal ?? ServerRefusal(error, settings)
        return refusal?.explanation
            ?? Phrase(zh: "无法检查（\(type(of: error))）", en: "cannot be checked (\(type(of: error)))")
    }
}
