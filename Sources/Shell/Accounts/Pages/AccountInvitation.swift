import Kernel
import Logging
import SQL

/// Brings a link to whom it is for: by mail where that works, else through whoever asked for it.
enum AccountInvitation {
    static func page(_ account: ID<Account>, _ path: String, _ call: Call) async throws -> AccountLinkPage {
        let house = call.house
        let found = try await call.read { tx -> (row: AccountRow, mail: String?, language: Language)? in
            guard let row = try AccountList.row(account, house, tx) else { return nil }
            let card = try house.subjects.cards(row.subject.map { [$0] } ?? [], tx).first
            let language = try tx.value("select language from accounts where id = \(account)", as: Language.self)
            return (row, card?.mail ?? (row.login.contains("@") ? row.login : nil), language ?? .zh)
        }
        guard let found else { throw Missing() }
        let link = call.origin + path
        return AccountLinkPage(
            account: account, name: found.row.name, login: found.row.login, link: link,
            mailed: await mailed(link, found.row, found.mail, found.language, house),
            lastHours: Int(LinkStore.lifetime / 3_600_000))
    }

    /// The address it went to; nil when no mail left the house.
    private static func mailed(
        _ link: String, _ account: AccountRow, _ address: String?, _ language: Language, _ house: House
    ) async -> String? {
        guard let address else { return nil }
        let hours = LinkStore.lifetime / 3_600_000
        let subject = Phrase(zh: "您的留任账号", en: "Your Tenure account")
        let text = Phrase(
            zh: """
                \(account.name)，您好：

                您的留任账号名是 \(account.login)。请在 \(hours) 小时内打开以下链接设置密码，链接只能使用一次：

                \(link)

                如非本人预期，请勿打开，并告知管理员。
                """,
            en: """
                Hello \(account.name),

                your Tenure account name is \(account.login). Open this link within \(hours) hours to set your password; it works once:

                \(link)

                If you did not expect this, do not open it and tell your administrator.
                """)
        do {
            try await house.world.mail(
                OutgoingMail(
                    key: "account-link-\(account.id)-\(house.now.milliseconds)", to: address,
                    subject: subject[language],
                    text: text[language], written: house.now))
            return address
        } catch {
            // The link is on the page in any case.
            house.logger.info("sign-in link not mailed", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }
}
