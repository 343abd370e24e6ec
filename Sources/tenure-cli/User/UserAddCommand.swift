import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an account and print the link that sets its password. 新建账号。",
        discussion: "The link is good once, for three days. Roles: administrator, hr, manager, employee, auditor, ….")

    @OptionGroup var user: UserOptions
    @Option(help: "Shown name (default: the person's, else the account name). 显示名称。") var name: String?
    @Option(help: "Role, once or more; hr@12 gives it for the unit 12 and below. 角色。") var role: [RoleWord] = []
    @Option(help: "Employee number of the person behind it. 工号。") var person: String?
    @Flag(help: "Answer as JSON.") var json = false

    struct Outcome: Encodable {
        let login: String
        let link: String
    }

    func run() async throws {
        let (login, gifts, name, person) = (user.login, role.map(\.gift), name, person)
        let options = user.house
        try await options.answering {
            let address = try options.settings().shownAddress
            let path = try await options.withHouse(whenEmpty: .filled) { house in
                try await house.database.write { tx in
                    let card = try person.map { number in
                        guard let card = try house.subjects.named(number, tx).first else {
                            throw AccountRefusal.noSuchSubject(number)
                        }
                        return card
                    }
                    let changes = AccountChanges(house)
                    let draft = AccountDraft(
                        login: login, name: name ?? card?.name ?? login, subject: card?.id,
                        language: options.language, roles: gifts)
                    return try changes.link(for: try changes.add(draft, tx), tx)
                }
            }
            if json { return try Answer.json(Outcome(login: login, link: address + path)) }
            Answer.say(
                Phrase(
                    zh: "账号 \(login) 已建立。请在三天内打开此链接设置密码：",
                    en: "The account \(login) is made. Open this link within three days to set its password:")[
                        options.language])
            print(address + path)
        }
    }
}
