import Kernel
import SQL

/// API tokens of accounts.
enum TokenStore {
    /// How many an account may have.
    static let most = 20
    /// Days a token can be good for.
    static let lifetimes = [30, 90, 180, 365]

    static func rows(of account: ID<Account>, _ house: House, _ tx: Transaction) throws -> [TokenRow] {
        let now = house.now
        return try tx.rows(
            """
            select id, name, hint, scopes, created_at, expires_at, used_at from api_tokens
            where account_id = \(account) order by id desc limit \(most * 5)
            """
        ) { row in
            let (id, name, hint) = (
                try row.value(ID<APIToken>.self), try row.value(String.self), try row.value(String.self)
            )
            let scopes = try row.value(String.self).split(separator: ",").map(String.init)
            let (made, ends): (Instant, Instant) = (try row.value(), try row.value())
            let used: Instant? = try row.value()
            return TokenRow(
                id: id, name: name, hint: hint, scopes: scopes, made: made.day(in: house.timeZone),
                lastDay: ends.day(in: house.timeZone), used: used.map(house.clockText), isOver: ends <= now)
        }
    }

    /// - Parameter day: the last day on which it is good.
    /// - Throws: ``AccountRefusal/tooManyTokens(_:)``.
    static func add(
        _ name: String, scopes: [Capability], through day: Day, to account: ID<Account>, _ house: House,
        _ tx: Transaction
    ) throws -> APIToken {
        let now = house.now
        try tx.execute("delete from api_tokens where account_id = \(account) and expires_at <= \(now)")
        let count = try tx.value("select count(*) from api_tokens where account_id = \(account)", as: Int.self) ?? 0
        guard count < most else { throw AccountRefusal.tooManyTokens(most) }
        let id: ID<APIToken> = try tx.newID()
        let token = APIToken(from: house.world.randomBytes)
        let codes = scopes.map(\.code).joined(separator: ",")
        try tx.execute(
            """
            insert into api_tokens (id, token_hash, account_id, name, hint, scopes, created_at, expires_at)
            values (\(id), \(token.digest), \(account), \(name), \(token.hint), \(codes), \(now),
                \(Instant(startOf: day + 1, in: house.timeZone).adding(milliseconds: -1)))
            """)
        return token
    }

    /// - Returns: its name; nil when the account has no such token.
    static func revoke(_ token: ID<APIToken>, of account: ID<Account>, _ tx: Transaction) throws -> String? {
        let name = try tx.value(
            "select name from api_tokens where id = \(token) and account_id = \(account)", as: String.self)
        try tx.execute("delete from api_tokens where id = \(token) and account_id = \(account)")
        return name
    }
}

/// One token, without the token.
package struct TokenRow: Sendable, Codable {
    package let id: ID<APIToken>
    package let name: String
    /// How it begins.
    package let hint: String
    /// Codes of capabilities.
    package let scopes: [String]
    package let made: Day
    package let lastDay: Day
    package let used: String?
    package let isOver: Bool
}
