import ArgumentParser
import Kernel
import Shell

struct UserLockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Let nobody in with this account; ends its sessions. 停用账号。")
    @OptionGroup var user: UserOptions

    func run() async throws {
        try await user.change(Phrase(zh: "账号已停用，会话已结束。", en: "The account is locked; its sessions are over.")) {
            try $0.lock($1, $2)
        }
    }
}
