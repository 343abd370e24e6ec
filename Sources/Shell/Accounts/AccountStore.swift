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
        guard !roles.isEmpty else { return }
        let codes = roles.map(\.code)
        let ids = Dictionary(
            uniqueKeysWithValues: try tx.rows("select code, id from roles where code in \(codes)") { row in
                (try row.value(String.self), try row.value(Int64.self))
            })
        var values: [SQLValue] = []
        for role in roles {
            guard let id = ids[role.code] else { throw AccountRefusal.noSuchRole(role.code) }
            values += [.integer(account.rawValue), .integer(id), .integer(role.unit ?? 0)]
        }
        try tx.insert(
            into: "account_roles", ["account_id", "role_id", "unit_id"], values: values,
            ending: "on conflict do nothing")
    }

    /// Says that what an account may do has changed: open sessions notice with their next request.
    static func touch(_ account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("update accounts set version = version + 1 where id = \(account)")
    }

    /// The language of mails to somebody, and of the first page after signing in on a new device.
    static func speak(_ language: Language, _ account: ID<Account>, _ tx: Transaction) throws {
        try tx.execute("update accounts set language = \(language) where id = \(account)")
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
                classes: FieldClass.set(stored: try row.value()))
        }
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
