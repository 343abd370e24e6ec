import Kernel
import SQL

/// Roles and what they allow, for those who manage accounts.
enum RoleRoutes {
    static let all: [Route] = [
        .page("/roles", .needs(.manageAccounts), AccountWords.roles) { call in
            _ = try RoleChanges(call)
            return try await call.read { tx in RolesPage(roles: try RoleStore.rows(tx)) }
        },
        .page(
            "/roles/new", .needs(.manageAccounts), Phrase(zh: "新建角色", en: "New role"),
            query: [FormField("from", .record, Phrase(zh: "复制自", en: "Copy of"))]
        ) { call in try await newPage(call, FormState()) },
        .action(
            "/roles/new", .needs(.manageAccounts), Phrase(zh: "新建角色", en: "Make a role"), form: NewRoleForm.self,
            again: newPage
        ) { call, form in
            let changes = try RoleChanges(call)
            let id = try await call.write { tx -> ID<Role> in
                guard let from = form.from, try RoleStore.rows(tx).contains(where: { $0.id == from }) else {
                    throw FormProblem(field: "from", problem: FormWords.choice)
                }
                return try changes.add(form.name, copying: from, tx)
            }
            return Outcome("/roles/\(id)", Phrase(zh: "角色已创建，请逐项核对权限。", en: "Made; now check its permissions."))
        },
        .page("/roles/{id}", .needs(.manageAccounts), AccountWords.role) { call in try await page(call, FormState()) },
        .action(
            "/roles/{id}/edit", .needs(.manageAccounts), Phrase(zh: "修改角色设置", en: "Change a role's settings"),
            form: RoleNameForm.self, again: page
        ) { call, form in
            let (changes, id) = (try RoleChanges(call), try call.id(of: Role.self))
            try await call.write { tx in
                let name = try form.name ?? RoleStore.role(id, tx).name
                try changes.edit(id, name: name, needsSecondFactor: form.needsSecondFactor, tx)
            }
            return Outcome("/roles/\(id)", Phrase(zh: "角色设置已保存。", en: "Saved."))
        },
        .action(
            "/roles/{id}/reset", .needs(.manageAccounts), Phrase(zh: "恢复默认权限", en: "Reset a role"),
            form: EmptyForm.self, again: page
        ) { call, _ in
            let (changes, id) = (try RoleChanges(call), try call.id(of: Role.self))
            try await call.write { tx in try changes.reset(id, tx) }
            return Outcome("/roles/\(id)", Phrase(zh: "已恢复默认权限，立即生效。", en: "Reset, at once."))
        },
        .action(
            "/roles/{id}/deletion", .needs(.manageAccounts), Phrase(zh: "删除角色", en: "Delete a role"),
            form: EmptyForm.self, again: page
        ) { call, _ in
            let (changes, id) = (try RoleChanges(call), try call.id(of: Role.self))
            try await call.write { tx in try changes.delete(id, tx) }
            return Outcome("/roles", Phrase(zh: "角色已删除。", en: "The role is gone."))
        },
        .page(
            "/roles/{id}/capabilities/{code}", .needs(.manageAccounts),
            Phrase(zh: "角色的一项权限", en: "A permission of a role")
        ) { call in try await capabilityPage(call, FormState()) },
        .action(
            "/roles/{id}/capabilities/{code}", .needs(.manageAccounts),
            Phrase(zh: "修改角色的一项权限", en: "Change a permission of a role"), form: GrantForm.self, again: capabilityPage
        ) { call, form in
            let (changes, id) = (try RoleChanges(call), try call.id(of: Role.self))
            let capability = try capability(call)
            if let reach = form.classes.keys.first(where: { !capability.reaches.contains($0) }) {
                throw FormProblem(
                    field: reach.rawValue,
                    problem: Phrase(zh: "这项权限没有这个范围。", en: "This permission has no such reach."))
            }
            let grants = Reach.allCases.compactMap { reach in
                form.classes[reach].map {
                    RoleGrant(
                        capability: capability.code, reach: reach, classes: capability.showsFields ? $0.sorted() : [])
                }
            }
            try await call.write { tx in try changes.set(grants, of: capability, id, tx) }
            return Outcome("/roles/\(id)", Phrase(zh: "权限已保存，立即生效。", en: "Saved, at once."))
        },
    ]

    private static func newPage(_ call: Call, _ form: FormState) async throws -> NewRolePage {
        _ = try RoleChanges(call)
        let from = call.query["from"] ?? ""
        return try await call.read { tx in
            NewRolePage(
                roles: try RoleStore.rows(tx), form: form.isRefused ? form : FormState(["from": from]))
        }
    }

    private static func page(_ call: Call, _ form: FormState) async throws -> RolePage {
        _ = try RoleChanges(call)
        let (id, house) = (try call.id(of: Role.self), call.house)
        return try await call.read { tx in
            let role = try RoleStore.role(id, tx)
            let grants = try RoleStore.grants(of: id, tx)
            let isDefault = Set(grants) == Set(RoleStore.defaults(of: role.code, house.rooms))
            return RolePage(
                role: role, lines: house.capabilities.map { line($0, grants) },
                isDefault: role.isBuiltin ? isDefault : nil,
                form: FormState([
                    "name_zh": role.name.zh, "name_en": role.name.en,
                    "needs_second_factor": role.needsSecondFactor ? "yes" : "",
                ]).refused(form))
        }
    }

    private static func capabilityPage(_ call: Call, _ form: FormState) async throws -> CapabilityPage {
        _ = try RoleChanges(call)
        let (id, capability) = (try call.id(of: Role.self), try capability(call))
        return try await call.read { tx in
            let line = line(capability, try RoleStore.grants(of: id, tx))
            return CapabilityPage(
                role: try RoleStore.role(id, tx), line: line,
                form: form.isRefused ? form : GrantForm.values(line.grants))
        }
    }

    private static func capability(_ call: Call) throws -> Capability {
        guard let capability = call.house.capability(try call.word("code")) else { throw Missing() }
        return capability
    }

    private static func line(_ capability: Capability, _ grants: [RoleGrant]) -> RolePage.Line {
        let own = grants.filter { $0.capability == capability.code }
        return RolePage.Line(
            code: capability.code, name: capability.name, grants: own,
            sentences: own.map { RoleWords.sentence(capability, $0) }, reaches: capability.reaches,
            showsFields: capability.showsFields)
    }
}

extension FormState {
    /// With what was typed and what is wrong with it, where a form was refused.
    fileprivate func refused(_ form: FormState) -> FormState {
        var state = self
        state.values.merge(form.values) { $1 }
        state.problems = form.problems
        return state
    }
}
