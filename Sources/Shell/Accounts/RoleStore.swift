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
}
