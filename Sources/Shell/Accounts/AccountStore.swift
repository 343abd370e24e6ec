import Kernel
import SQL

/// Accounts and what they may do.
package enum AccountStore {
    /// Makes an account with some roles, each for the whole company or for one unit.
    /// - Throws: ``AccountRefusal`` when the name is taken or the person has an account.
    package static func add(
        login: String, name: String, subject: ID<Subject>? = nil, roles: [(code: String, unit: Int64?)],
        isDemonstration: Bool = false, at now: Instant, _ tx: Transaction
    ) throws -> ID<Account> {
        let login = Login.plain(login)
        if try tx.value("select id from accounts where login = \(login)", as: Int64.self) != nil {
            throw AccountRefusal.loginTaken(login)
        }
        if let subject,
            try tx.value("select id from accounts where subject_id = \(subject)", as: Int64.self) != nil
        {
            throw AccountRefusal.subjectHasAccount
        }
        let id: ID<Account> = try tx.newID()
        try tx.execute(
            """
            insert into accounts (id, login, name, subject_id, is_demonstration, created_at)
            values (\(id), \(login), \(name), \(subject), \(isDemonstration), \(now))
            """)
        try give(roles, to: id, tx)
        return id
    }

    /// - Throws: ``AccountRefusal/noSuchRole(_:)``.
    static func give(_ roles: [(code: String, unit: Int64?)], to account: ID<Account>, _ tx: Transaction) throws {
        try give(roles.map { RoleGift(role: $0.code, unit: $0.unit) }, to: account, tx)
    }

    /// Given again for the same unit, a role takes the new reach and last day.
    /// - Throws: ``AccountRefusal/noSuchRole(_:)``.
    static func give(_ gifts: [RoleGift], to account: ID<Account>, _ tx: Transaction) throws {
        guard !gifts.isEmpty else { return }
        let codes = gifts.map(\.role)
        let ids = Dictionary(
            uniqueKeysWithValues: try tx.rows("select code, id from roles where code in \(codes)") { row in
                (try row.value(String.self), try row.value(Int64.self))
            })
        var values: [SQLValue] = []
        for gift in gifts {
            guard let id = ids[gift.role] else { throw AccountRefusal.noSuchRole(gift.role) }
            values += [
                .integer(account.rawValue), .integer(id), .integer(gift.unit ?? 0), gift.reach.sqlValue,
                gift.until.sqlValue,
            ]
        }
        try tx.insert(
            into: "account_roles", ["account_id", "role_id", "unit_id", "reach", "until_day"], values: values,
            ending: """
                on conflict (account_id, role_id, unit_id) do update set reach = excluded.reach,
                    until_day = excluded.until_day
                """)
    }

    /// Says that what an account may do has changed: open sessions notice with their next request.
    static func touch(_ account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("update accounts set version = version + 1 where id = \(account)")
    }

    /// The language of mails to somebody, and of the first page after signing in on a new device.
    static func speak(_ language: Language, _ account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("update accounts set language = \(language) where id = \(account)")
    }

    /// The roles of accounts, in the order of the roles.
    static func gifts(of accounts: [ID<Account>], _ tx: Transaction) throws -> [ID<Account>: [RoleGift]] {
        var gifts: [ID<Account>: [RoleGift]] = [:]
        try tx.each(
            """
            select r.account_id, o.code, nullif(r.unit_id, 0), r.reach, r.until_day from account_roles r
            join roles o on o.id = r.role_id where r.account_id in \(accounts) order by o.id, r.unit_id
            """
        ) { row in
            gifts[try row.value(), default: []].append(
                RoleGift(role: try row.value(), unit: try row.value(), reach: try row.value(), until: try row.value()))
        }
        return gifts
    }

    /// What all roles of an account allow together on a day.
    static func grants(of account: ID<Account>, on day: Day, _ tx: Transaction) throws -> [Grant] {
        try tx.rows(
            """
            select g.capability, g.reach, nullif(r.unit_id, 0), g.classes, r.reach from account_roles r
            join role_grants g on g.role_id = r.role_id
            where r.account_id = \(account) and (r.until_day is null or r.until_day >= \(day))
            order by g.capability, g.reach, r.unit_id
            """
        ) { row in
            let capability = Capability(try row.value(), Phrase(verbatim: ""))
            let (reach, unit) = (try row.value(Reach.self), try row.value(Int64?.self))
            let classes = FieldClass.set(stored: try row.value())
            let narrower = try row.value(Reach?.self)
            return Grant(capability, reach, unit: unit, classes: classes).narrowed(to: narrower)
        }.compactMap { $0 }
    }
}

extension Reach: SQLBindable, SQLReadable {}
extension FieldClass: SQLBindable, SQLReadable {}

extension FieldClass {
    /// `pay,work`, as grants keep it.
    static func stored(_ classes: Set<FieldClass>) -> String { classes.map(\.rawValue).sorted().joined(separator: ",") }

    static func set(stored: String) -> Set<FieldClass> {
        Set(stored.split(separator: ",").compactMap { FieldClass(rawValue: String($0)) })
    }
}
