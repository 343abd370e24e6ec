import Kernel
import SQL

/// Roles and what they may do.
package enum RoleStore {
    /// Makes the built-in roles and gives them what rooms brought since; what an administrator changed stays as it is.
    package static func seed(_ rooms: [Room], _ tx: Transaction) throws {
        let known = Set(
            try tx.rows("select role, capability from role_seeds") { row in
                Seed(role: try row.value(), capability: try row.value())
            })
        var ids: [String: Int64] = [:]
        try tx.each("select code, id from roles") { row in ids[try row.value()] = try row.value(Int64.self) }
        for role in BuiltinRole.allCases where ids[role.rawValue] == nil {
            let id: ID<BuiltinRole> = try tx.newID()
            ids[role.rawValue] = id.rawValue
            try tx.execute(
                """
                insert into roles (id, code, name_zh, name_en, is_builtin)
                values (\(id), \(role.rawValue), \(role.name.zh), \(role.name.en), 1)
                """)
        }
        for grant in rooms.flatMap(\.defaultGrants) {
            let seed = Seed(role: grant.role.rawValue, capability: grant.capability.code)
            guard !known.contains(seed), let id = ids[grant.role.rawValue] else { continue }
            let classes = grant.classes.map(\.rawValue).sorted().joined(separator: ",")
            try tx.execute(
                """
                insert into role_grants (role_id, capability, reach, classes)
                values (\(id), \(grant.capability.code), \(grant.reach), \(classes)) on conflict do nothing
                """)
            try tx.execute(
                """
                insert into role_seeds (role, capability) values (\(seed.role), \(seed.capability))
                on conflict do nothing
                """)
        }
    }

    private struct Seed: Hashable {
        let role: String
        let capability: String
    }

    /// Says that what roles allow has changed: open sessions notice with their next request.
    static func touch(_ tx: Transaction) throws {
        try tx.execute("update access_state set version = version + 1 where id = 1")
    }

    /// All roles, built-in ones first, with how many accounts have each.
    static func rows(_ tx: Transaction) throws -> [RoleRow] {
        try tx.rows(
            """
            select o.id, o.code, o.name_zh, o.name_en, o.needs_second_factor, o.is_builtin, coalesce(r.count, 0)
            from roles o left join (select role_id, count(distinct account_id) as count from account_roles group by role_id) r
                on r.role_id = o.id
            order by o.is_builtin desc, o.id
            """
        ) { row in
            RoleRow(
                id: try row.value(), code: try row.value(), name: Phrase(zh: try row.value(), en: try row.value()),
                needsSecondFactor: try row.value(), isBuiltin: try row.value(), accounts: try row.value())
        }
    }

    static func choices(_ tx: Transaction) throws -> [RoleChoice] {
        try tx.rows("select code, name_zh, name_en from roles order by is_builtin desc, id") { row in
            RoleChoice(code: try row.value(), name: Phrase(zh: try row.value(), en: try row.value()))
        }
    }

    /// - Throws: ``Missing``.
    static func role(_ id: ID<Role>, _ tx: Transaction) throws -> RoleRow {
        guard let role = try rows(tx).first(where: { $0.id == id }) else { throw Missing() }
        return role
    }

    static func grants(of role: ID<Role>, _ tx: Transaction) throws -> [RoleGrant] {
        try tx.rows(
            "select capability, reach, classes from role_grants where role_id = \(role) order by capability, reach"
        ) { row in
            RoleGrant(
                capability: try row.value(), reach: try row.value(),
                classes: FieldClass.set(stored: try row.value()).sorted())
        }
    }

    /// Replaces what a role allows with a capability, or with all of them.
    static func put(_ grants: [RoleGrant], capability: String?, of role: ID<Role>, _ tx: Transaction) throws {
        let which: Query = capability.map { "and capability = \($0)" } ?? .empty
        try tx.execute("delete from role_grants where role_id = \(role) \(which)")
        try tx.insert(
            into: "role_grants", ["role_id", "capability", "reach", "classes"],
            values: grants.flatMap { grant -> [SQLValue] in
                [
                    role.sqlValue, grant.capability.sqlValue, grant.reach.sqlValue,
                    FieldClass.stored(Set(grant.classes)).sqlValue,
                ]
            }, ending: "on conflict do nothing")
        try touch(tx)
    }
}

/// What an account can be given: a set of grants under a name.
package enum Role {}

/// One role in a list.
package struct RoleRow: Sendable, Codable {
    package let id: ID<Role>
    package let code: String
    package let name: Phrase
    package let needsSecondFactor: Bool
    package let isBuiltin: Bool
    /// How many accounts have it.
    package let accounts: Int
}

/// One line of a role: a capability over some people, for some classes of fields.
package struct RoleGrant: Sendable, Codable, Hashable {
    package let capability: String
    package let reach: Reach
    package let classes: [FieldClass]

    var grant: Grant { Grant(Capability(capability, Phrase(verbatim: "")), reach, classes: Set(classes)) }
}

extension FieldClass: Comparable {
    /// From the least to the most private.
    package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
