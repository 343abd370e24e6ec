import Kernel
import SQL

/// Links that let somebody set a password once: a new account's invitation, or help for who forgot it.
package enum LinkStore {
    /// Milliseconds a link is good for: three days.
    static let lifetime: Int64 = 3 * 86_400_000

    /// The path of a fresh link; earlier ones of the account no longer work.
    static func issue(for account: ID<Account>, _ house: House, _ tx: Transaction) throws -> String {
        let token = Token(from: house.world.randomBytes)
        let now = house.now
        try withdraw(of: account, tx)
        try tx.execute("delete from account_links where expires_at <= \(now)")
        try tx.execute(
            """
            insert into account_links (token_hash, account_id, created_at, expires_at)
            values (\(token.digest), \(account), \(now), \(now.adding(milliseconds: lifetime)))
            """)
        return "/welcome/" + token.text
    }

    static func withdraw(of account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("delete from account_links where account_id = \(account)")
    }

    /// Whose link this is; nil when it is unknown, used or out of date.
    static func account(of text: String, _ house: House, _ tx: Transaction) throws -> ID<Account>? {
        guard let token = Token(text: text) else { return nil }
        return try tx.value(
            """
            select l.account_id from account_links l join accounts a on a.id = l.account_id
            where l.token_hash = \(token.digest) and l.expires_at > \(house.now) and a.is_active = 1
            """)
    }
}
