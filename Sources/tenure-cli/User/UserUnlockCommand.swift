import ArgumentParser
import Kernel
import Shell

struct UserUnlockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unlock", abstract: "Let it in again. 启用账号。")
    @OptionGroup var user: UserOptions

    func run() async throws {
        try await user.change(Phrase(zh: "账号已启用。", en: "The account is active.")) { try $0.unlock($1, $2) }
    }
}
