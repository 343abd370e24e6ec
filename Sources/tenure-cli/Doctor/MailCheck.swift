import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// The company's mail server: connects, encrypts and signs in as mails do, and sends nothing.
enum MailCheck {
    private static let subject = Phrase(zh: "邮件", en: "Mail")

    /// Nothing is said of a house whose database or keys are not in order: that comes first.
    static func look(_ settings: Server.Settings, _ database: Database) async throws -> [Finding] {
        let state = try await MigrationState(of: database, Server.migrator)
        guard state.pending.isEmpty, state.newer == nil, FileManager.default.fileExists(atPath: settings.keyPath)
        else { return [] }
        do {
            let house = try await Server(settings, logger: LineLog.quiet).lookIn(database)
            try await house.settings.mailServer(house.sealing).check()
        } catch OutsideRefusal.noMailServer {
            return [
                .warning(
                    subject,
                    Phrase(
                        zh: "未设置邮件服务器；通知只进入站内收件箱。可在系统设置中填写",
                        en: "no server is set; notices stay in the inbox. Set one in the settings"))
            ]
        } catch {
            return [.bad(subject, Examination.words(error, settings))]
        }
        return [.good(subject, Phrase(zh: "邮件服务器可以连接和登录", en: "the server takes our sign-in"))]
    }
}
