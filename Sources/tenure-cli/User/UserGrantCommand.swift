import ArgumentParser
import Kernel
import Shell

struct UserGrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "grant", abstract: "Give a role. 授予角色。")
    @OptionGroup var user: UserOptions
    @Argument(help: "hr, or hr@12 for the unit 12 and below. 角色。") var role: RoleWord

    func run() async throws {
        let gift = role.gift
        try await user.change(Phrase(zh: "已授予角色。", en: "The role is given.")) { try $0.give(gift, to: $1, $2) }
    }
}
