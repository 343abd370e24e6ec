import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct UserResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Help somebody who lost password or phone: a new link, without the second factor. 重置登录方式。",
        discussion: "Ends all sessions, removes the second factor, and prints a link to set a new password.")
    @OptionGroup var user: UserOptions

    func run() async throws {
        let (login, options) = (user.login, user.house)
        try await options.answering {
            let path = try await options.withHouse { house in
                try await house.database.write { tx in
                    let changes = AccountChanges(house)
                    let account = try changes.account(named: login, tx)
                    try changes.resetSecondFactor(of: account, tx)
                    try changes.endSessions(of: account, tx)
                    return try changes.link(for: account, tx)
                }
            }
            Answer.say(
                Phrase(
                    zh: "会话已结束，两步验证已移除。请在三天内打开此链接设置新密码：",
                    en:
                        "Sessions are over and the second factor is removed. Open this link within three days to set a new password:"
                )[options.language])
            print(try options.settings().shownAddress + path)
        }
    }
}
