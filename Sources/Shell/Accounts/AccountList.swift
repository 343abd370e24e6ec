import Kernel
import SQL

/// Whether somebody can sign in.
package enum AccountState: String, Sendable, Codable, CaseIterable {
    case active, invited, locked

    package var name: Phrase {
        switch self {
        case .active: Phrase(zh: "启用", en: "Active")
        case .invited: Phrase(zh: "待设置密码", en: "Invited")
        case .locked: Phrase(zh: "已停用", en: "Locked")
        }
    }
}

/// What a list of accounts is narrowed to.
package struct AccountFilter: Sendable {
    /// Part of the name or of the account name.
    package var text: String?
    /// The code of a role.
    package var role: String?
    package var state: AccountState?
    /// Accounts after this account name.
    package var after: String?

    package init(text: String? = nil, role: String? = nil, state: AccountState? = nil, after: String? = nil) {
        self.text = text
        self.role = role
        self.state = state
        self.after = after
    }

    /// As it stands in the address of the list.
    init(_ query: FormFields) {
        self.init(
            text: query["q"], role: query["role"], state: query["state"].flatMap { AccountState(rawValue: $0) },
            after: query["after"])
    }

    var condition: Query {
        var parts: [Query] = []
        if let text {
            let pattern = "%" + Self.escaped(text.lowercased()) + "%"
            parts.append("lower(a.name) like \(pattern) escape '~' or a.login like \(pattern) escape '~'")
        }
        if let role {
            parts.append(
                """
                a.id in (select r.account_id from account_roles r join roles o on o.id = r.role_id
                where o.code = \(role))
                """)
        }
        switch state {
        case .active: parts.append("a.is_active = 1 and (a.password is not null or a.is_demonstration = 1)")
        case .invited: parts.append("a.is_active = 1 and a.password is null and a.is_demonstration = 0")
        case .locked: parts.append("a.is_active = 0")
        case nil: break
        }
        if let after { parts.append("a.login > \(after)") }
        return .all(of: parts)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, letter in
            if "%_~".contains(letter) { result.append("~") }
            result.append(letter)
        }
    }
}

/// One account in a list.
package struct AccountRow: Sendable, Codable {
    package let id: ID<Account>
    package let login: String
    package let name: String
    package let subject: ID<Subject>?
    package let state: AccountState
    package let hasSecondFactor: Bool
    /// By the company's clock; nil for never.
    package let lastSignIn: String?
    package internal(set) var roles: [Phrase] = []

    private enum CodingKeys: String, CodingKey {
        case id, login, name, subject, state, hasSecondFactor, lastSignIn, roles
    }
}

/// Accounts by account name.
package enum AccountList {
    /// At most so many, in two questions.
    package static func rows(
        _ filter: AccountFilter = AccountFilter(), limit: Int = 50, _ house: House, _ tx: Transaction
    ) throws -> [AccountRow] {
        try rows(where: filter.condition, limit: limit, house, tx)
    }

    /// One of them; nil when there is none.
    static func row(_ id: ID<Account>, _ house: House, _ tx: Transaction) throws -> AccountRow? {
        try rows(where: "a.id = \(id)", limit: 1, house, tx).first
    }

    private static func rows(
        where condition: Query, limit: Int, _ house: House, _ tx: Transaction
    ) throws -> [AccountRow] {
        var rows = try tx.rows(
            """
            select a.id, a.login, a.name, a.subject_id, a.is_active,
                case when a.password is null and a.is_demonstration = 0 then 1 else 0 end,
                case when a.totp_secret is null then 0 else 1 end, a.signed_in_at
            from accounts a where \(condition) order by a.login limit \(limit)
            """
        ) { row in
            let (id, login, name) = (
                try row.value(ID<Account>.self), try row.value(String.self), try row.value(String.self)
            )
            let subject: ID<Subject>? = try row.value()
            let (isActive, isInvited): (Bool, Bool) = (try row.value(), try row.value())
            let state: AccountState = !isActive ? .locked : isInvited ? .invited : .active
            let hasSecondFactor: Bool = try row.value()
            let signedIn: Instant? = try row.value()
            return AccountRow(
                id: id, login: login, name: name, subject: subject, state: state, hasSecondFactor: hasSecondFactor,
                lastSignIn: signedIn.map(house.clockText))
        }
        var roles: [ID<Account>: [Phrase]] = [:]
        try tx.each(
            """
            select distinct r.account_id, o.name_zh, o.name_en, o.id from account_roles r
            join roles o on o.id = r.role_id where r.account_id in \(rows.map(\.id)) order by r.account_id, o.id
            """
        ) { row in
            roles[try row.value(), default: []].append(Phrase(zh: try row.value(), en: try row.value()))
        }
        for index in rows.indices { rows[index].roles = roles[rows[index].id] ?? [] }
        return rows
    }
}
