import Crypto
import Foundation
import Kernel
import SQL

/// Accounts, their roles, and the sessions they have open.
package enum AccountStore {

    /// Makes an account with some roles, each for the whole company or for one unit.
    package static func add(
        login: String, name: String, subject: ID<Subject>? = nil, roles: [(code: String, unit: Int64?)],
        at now: Instant,
        _ tx: Transaction
    ) throws -> ID<Account> {
        let id: ID<Account> = try tx.newID()
        try tx.execute(
            """
            insert into accounts (id, login, name, subject_id, created_at)
            values (\(id), \(login), \(name), \(subject), \(now))
            """)
        for role in roles {
            try tx.execute(
                """
                insert into account_roles (account_id, role_id, unit_id)
                select \(id), id, \(role.unit ?? 0) from roles where code = \(role.code)
                """)
        }
        return id
    }

    /// Opens a session.
    /// - Returns: the token that goes into the cookie; only its hash is kept.
    package static func openSession(
        of account: ID<Account>, address: String, agent: String, _ house: House, _ tx: Transaction
    ) throws -> String {
        let id: ID<Sessions> = try tx.newID()
        let token = Data(house.world.randomBytes(32)).base64EncodedString().filter { $0.isLetter || $0.isNumber }
        let now = house.now
        try tx.execute(
            """
            insert into sessions (id, token_hash, account_id, started_at, expires_at, idle_until, address, agent)
            values (\(id), \(hash(of: token)), \(account), \(now), \(now.adding(milliseconds: 12 * 3_600_000)),
                \(now.adding(milliseconds: 2 * 3_600_000)), \(address), \(String(agent.prefix(200))))
            """)
        return token
    }

    static func hash(of token: String) -> [UInt8] { Array(SHA256.hash(data: Data(token.utf8))) }

    /// Who a session belongs to; nil when it is unknown, expired or revoked.
    static func viewer(session hash: [UInt8], at now: Instant, _ tx: Transaction) throws -> Viewer? {
        let account = try tx.first(
            """
            select a.id, a.subject_id, a.name from sessions s join accounts a on a.id = s.account_id
            where s.token_hash = \(hash) and s.expires_at > \(now) and s.idle_until > \(now) and a.is_active = 1
            """
        ) { row in
            (try row.value(ID<Account>.self), try row.value(ID<Subject>?.self), try row.value(String.self))
        }
        guard let account else { return nil }
        return Viewer(
            account: account.0, subject: account.1, name: account.2, grants: try grants(of: account.0, tx))
    }

    /// What all roles of an account allow together.
    static func grants(of account: ID<Account>, _ tx: Transaction) throws -> [Grant] {
        try tx.rows(
            """
            select g.capability, g.reach, nullif(r.unit_id, 0), g.classes from account_roles r
            join role_grants g on g.role_id = r.role_id
            where r.account_id = \(account) order by g.capability, g.reach, r.unit_id
            """
        ) { row in
            Grant(
                Capability(try row.value(), Phrase(verbatim: "")), try row.value(), unit: try row.value(),
                classes: Set(
                    try row.value(String.self).split(separator: ",").compactMap { FieldClass(rawValue: String($0)) }))
        }
    }
}

extension Reach: SQLBindable, SQLReadable {}
extension FieldClass: SQLBindable, SQLReadable {}
