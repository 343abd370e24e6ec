import Kernel
import SQL

/// Changes of roles: checked, audited, in force for open sessions with their next request.
package struct RoleChanges: Sendable {
    private let house: House
    private let actor: Actor
    private let viewer: Viewer

    /// - Throws: ``Missing`` unless the viewer manages the accounts of the whole company.
    init(_ call: Call) throws {
        house = call.house
        actor = call.actor
        viewer = try call.viewer
        guard AccountRules.managesAccounts(viewer) else { throw Missing() }
    }

    /// A role of the company's own that begins as another one is.
    /// - Throws: ``AccountRefusal/beyondOwn`` when that holds more than its maker may give.
    func add(_ name: Phrase, copying source: ID<Role>, _ tx: Transaction) throws -> ID<Role> {
        let template = try RoleStore.role(source, tx)
        let grants = try RoleStore.grants(of: source, tx)
        try AccountRules.check(grants.map(\.grant), areWithin: viewer, house.today, tx)
        try refuseTaken(name, but: nil, tx)
        let id: ID<Role> = try tx.newID()
        // Codes are for programs: nobody has to think of one.
        let code = "role_\(id)"
        try tx.execute(
            """
            insert into roles (id, code, name_zh, name_en, needs_second_factor, is_builtin)
            values (\(id), \(code), \(name.zh), \(name.en), \(template.needsSecondFactor), 0)
            """)
        try RoleStore.put(grants, capability: nil, of: id, tx)
        try note(
            AccountTrail.roleMade, id,
            [
                FieldChange("name", AccountWords.name, .public, before: nil, after: name.zh),
                FieldChange("copied_from", AccountWords.role, .public, before: nil, after: template.code),
            ], tx)
        try Journal.leave(RoleChanged(role: code), in: tx, house)
        return id
    }

    /// The names, and whether a second factor is needed. The names of built-in roles stay.
    func edit(_ id: ID<Role>, name: Phrase, needsSecondFactor: Bool, _ tx: Transaction) throws {
        let role = try changeable(id, tx)
        let name = role.isBuiltin ? role.name : name
        if name != role.name { try refuseTaken(name, but: id, tx) }
        try tx.execute(
            """
            update roles set name_zh = \(name.zh), name_en = \(name.en), needs_second_factor = \(needsSecondFactor)
            where id = \(id)
            """)
        try RoleStore.touch(tx)
        try note(
            AccountTrail.roleChanged, id,
            FieldChange.real([
                FieldChange("name", AccountWords.name, .public, before: role.name.zh, after: name.zh),
                FieldChange(
                    "needs_second_factor", AccountWords.secondFactor, .public,
                    before: String(role.needsSecondFactor), after: String(needsSecondFactor)),
            ]), tx)
    }

    /// What the role may do with one capability.
    func set(_ grants: [RoleGrant], of capability: Capability, _ id: ID<Role>, _ tx: Transaction) throws {
        let role = try changeable(id, tx)
        let before = try RoleStore.grants(of: id, tx).filter { $0.capability == capability.code }
        guard Set(before) != Set(grants) else { return }
        try put(grants, capability: capability.code, before: before, role, AccountTrail.roleChanged, tx)
    }

    /// Back to what the rooms give a built-in role at first.
    func reset(_ id: ID<Role>, _ tx: Transaction) throws {
        let role = try changeable(id, tx)
        guard role.isBuiltin else { throw Missing() }
        let before = try RoleStore.grants(of: id, tx)
        try put(
            RoleStore.defaults(of: role.code, house.rooms), capability: nil, before: before, role,
            AccountTrail.roleReset, tx)
    }

    /// - Throws: ``AccountRefusal/builtinRole``, ``AccountRefusal/roleInUse(_:)``.
    func delete(_ id: ID<Role>, _ tx: Transaction) throws {
        let role = try changeable(id, tx)
        if role.isBuiltin { throw AccountRefusal.builtinRole }
        if role.accounts > 0 { throw AccountRefusal.roleInUse(role.accounts) }
        try tx.execute("delete from role_grants where role_id = \(id)")
        try tx.execute("delete from roles where id = \(id)")
        try RoleStore.touch(tx)
        try note(
            AccountTrail.roleDeleted, id,
            [FieldChange("name", AccountWords.name, .public, before: role.name.zh, after: nil)], tx)
    }

    private func put(
        _ grants: [RoleGrant], capability: String?, before: [RoleGrant], _ role: RoleRow, _ action: AuditAction,
        _ tx: Transaction
    ) throws {
        let added = grants.filter { !before.contains($0) }
        try AccountRules.check(added.map(\.grant), areWithin: viewer, house.today, tx)
        try AccountRules.keepingAnAdministrator(tx) {
            try RoleStore.put(grants, capability: capability, of: role.id, tx)
        }
        let isOwn =
            try tx.value(
                "select 1 from account_roles where account_id = \(viewer.account) and role_id = \(role.id) limit 1",
                as: Int.self) != nil
        let codes = Set((before + grants).map(\.capability)).sorted()
        try note(
            isOwn && !added.isEmpty ? AccountTrail.ownRoleChanged : action, role.id,
            FieldChange.real(
                codes.map { code in
                    FieldChange(
                        code, house.capability(code)?.name ?? Phrase(verbatim: code), .public,
                        before: Self.words(before, code), after: Self.words(grants, code))
                }), tx)
        if isOwn, !added.isEmpty {
            try AccountChanges(house, as: viewer, actor).warnAdministrators(tx)
        }
        try Journal.leave(RoleChanged(role: role.code), in: tx, house)
    }

    /// - Throws: ``Missing``; ``AccountRefusal/beyondOwn`` when the role holds more than its changer may give.
    private func changeable(_ id: ID<Role>, _ tx: Transaction) throws -> RoleRow {
        let role = try RoleStore.role(id, tx)
        let grants = try RoleStore.grants(of: id, tx)
        try AccountRules.check(grants.map(\.grant), areWithin: viewer, house.today, tx)
        return role
    }

    private func refuseTaken(_ name: Phrase, but role: ID<Role>?, _ tx: Transaction) throws {
        let taken = try tx.value(
            "select name_zh from roles where (name_zh = \(name.zh) or name_en = \(name.en)) and id <> \(role ?? ID(0))",
            as: String.self)
        if let taken {
            throw FormProblem(
                field: taken == name.zh ? "name_zh" : "name_en",
                problem: Phrase(zh: "已有同名的角色，请换一个名称。", en: "There is a role of that name; choose another."))
        }
    }

    private func note(_ action: AuditAction, _ role: ID<Role>, _ changes: [FieldChange], _ tx: Transaction) throws {
        try Audit.record(
            [AuditEntry(action, of: AuditRecord(AccountTrail.role, role), changes: changes)], by: actor, house, in: tx)
    }

    /// `company: work, pay; self: work`, as the audit log keeps it.
    private static func words(_ grants: [RoleGrant], _ capability: String) -> String? {
        let own = grants.filter { $0.capability == capability }.sorted { $0.reach.rawValue < $1.reach.rawValue }
        guard !own.isEmpty else { return nil }
        return own.map { grant in
            grant.classes.isEmpty
                ? grant.reach.rawValue
                : grant.reach.rawValue + ": " + grant.classes.map(\.rawValue).joined(separator: ", ")
        }.joined(separator: "; ")
    }
}

extension House {
    /// Everything that can be allowed, in the order of the rooms.
    package var capabilities: [Capability] { rooms.flatMap(\.capabilities) }

    func capability(_ code: String) -> Capability? { capabilities.first { $0.code == code } }
}

extension RoleStore {
    /// What the rooms give a built-in role at first.
    static func defaults(of code: String, _ rooms: [Room]) -> [RoleGrant] {
        rooms.flatMap(\.defaultGrants).filter { $0.role.rawValue == code }.map {
            RoleGrant(capability: $0.capability.code, reach: $0.reach, classes: $0.classes.sorted())
        }
    }
}

extension AccountChanges {
    init(_ house: House, as viewer: Viewer, _ actor: Actor) {
        (self.house, self.viewer, self.actor) = (house, viewer, actor)
    }
}
