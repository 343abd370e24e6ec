import ArgumentParser

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts. 账号。",
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserLinkCommand.self, UserLockCommand.self,
            UserUnlockCommand.self, UserGrantCommand.self, UserWithdrawCommand.self, UserResetCommand.self,
        ])
}
