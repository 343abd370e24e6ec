import ArgumentParser
import Kernel
import SQL
import Shell

struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List accounts. 列出账号。")

    @OptionGroup var house: HouseOptions
    @Option(help: "Only those with this role. 只列出该角色。") var role: String?
    @Flag(help: "Answer as JSON.") var json = false

    func run() async throws {
        let role = role
        try await house.answering {
            let rows = try await house.withHouse { house in
                try await house.database.read { tx in
                    var rows: [AccountRow] = []
                    var filter = AccountFilter(role: role)
                    repeat {
                        let page = try AccountList.rows(filter, limit: 500, house, tx)
                        rows += page
                        filter.after = page.count == 500 ? page.last?.login : nil
                    } while filter.after != nil
                    return rows
                }
            }
            if json { return try Answer.json(rows) }
            for row in rows {
                let roles = row.roles.map { $0[house.language] }.joined(separator: house.language == .zh ? "、" : ", ")
                print(
                    [row.login, row.name, row.state.name[house.language], roles, row.lastSignIn ?? "—"].joined(
                        separator: "\t"))
            }
        }
    }
}
