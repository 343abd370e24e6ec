import ArgumentParser
import Kernel
import Shell

struct UserWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "withdraw", abstract: "Take a role away. 收回角色。")
    @OptionGroup var user: UserOptions
    @Argument(help: "hr, or hr@12 as it was given. 角色。") var role: RoleWord

    func run() async throws {
        let gift = role.gift
        try await user.change(Phrase(zh: "已收回角色。", en: "The role is taken away.")) {
            try $0.take(role: gift.role, unit: gift.unit, from: $1, $2)
        }
    }
}
