import ArgumentParser
import Kernel
import SQL
import Shell

/// An account by its name, in the company's data.
struct UserOptions: ParsableArguments {
    @Argument(help: "Account name. 账号名。") var login: String
    @OptionGroup var house: HouseOptions

    /// Changes the account in the name of the program, and says so.
    func change(
        _ done: Phrase, _ body: @escaping @Sendable (AccountChanges, ID<Account>, Transaction) throws -> Void
    ) async throws {
        let login = login
        try await house.answering {
            try await house.withHouse { house in
                try await house.database.write { tx in
                    let changes = AccountChanges(house)
                    try body(changes, try changes.account(named: login, tx), tx)
                }
            }
            print(done[house.language])
        }
    }
}
