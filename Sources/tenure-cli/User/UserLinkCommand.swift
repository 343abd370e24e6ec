import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Print a fresh link to set the password with. 生成设置密码的链接。",
        discussion: "Good once, for three days; earlier links of the account no longer work.")

    @OptionGroup var user: UserOptions

    func run() async throws {
        let (login, options) = (user.login, user.house)
        try await options.answering {
            let path = try await options.withHouse { house in
                try await house.database.write { tx in
                    let changes = AccountChanges(house)
                    return try changes.link(for: try changes.account(named: login, tx), tx)
                }
            }
            Answer.say(
                Phrase(
                    zh: "请在三天内打开此链接设置密码，旧链接已失效：",
                    en: "Open this link within three days to set the password; earlier links no longer work:")[
                        options.language])
            print(try options.settings().shownAddress + path)
        }
    }
}
