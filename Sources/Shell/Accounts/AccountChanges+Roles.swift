import Kernel
import SQL

extension AccountChanges {
    /// Gives a role; given again for the same unit it takes the new reach and last day.
    package func give(_ gift: RoleGift, to account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        if let until = gift.until, until < house.today { throw AccountRefusal.dayHasPassed(until) }
        try mayGive([gift], tx)
        let before = try AccountStore.gifts(of: [account], tx)[account]?.first {
            $0.role == gift.role && $0.unit == gift.unit
        }
        guard before != gift else { return }
        try AccountRules.keepingAnAdministrator(tx) { try AccountStore.give([gift], to: account, tx) }
        try AccountStore.touch(account, tx)
        let isOwn = account == viewer?.account
        try note(
            isOwn ? AccountTrail.selfGiven : AccountTrail.given, account, about: target.subject,
            [given(gift, before: before)], tx)
        if isOwn { try warnAdministrators(tx) }
        try Journal.leave(AccountRolesChanged(account: account, about: target.subject), in: tx, house)
    }

    /// Takes a role away, from the unit it was given for.
    /// - Throws: ``AccountRefusal/roleNotGiven``, ``AccountRefusal/lastAdministrator``.
    package func take(role: String, unit: Int64?, from account: ID<Account>, _ tx: Transaction) throws {
        let target = try target(account, tx)
        let before = try AccountStore.gifts(of: [account], tx)[account]?.first { $0.role == role && $0.unit == unit }
        guard let before else { throw AccountRefusal.roleNotGiven }
        try AccountRules.keepingAnAdministrator(tx) {
            try tx.execute(
                """
                delete from account_roles where account_id = \(account) and unit_id = \(unit ?? 0)
                and role_id = (select id from roles where code = \(role))
                """)
        }
        try AccountStore.touch(account, tx)
        try note(
            AccountTrail.taken, account, about: target.subject,
            [FieldChange("role", AccountWords.role, before: words(before), after: nil)], tx)
        try Journal.leave(AccountRolesChanged(account: account, about: target.subject), in: tx, house)
    }

    /// What is known of an account that is to be changed.
    struct Target: Sendable {
        let name: String
        let subject: ID<Subject>?
        let language: Language
        let isActive: Bool
        let hasSecondFactor: Bool
        let isDemonstration: Bool
    }

    /// - Throws: ``Missing``; ``AccountRefusal/beyondOwn`` when the account may do what its changer may not.
    func target(_ account: ID<Account>, _ tx: Transaction) throws -> Target {
        let target = try tx.first(
            """
            select name, subject_id, language, is_active, case when totp_secret is null then 0 else 1 end, is_demonstration
            from accounts where id = \(account)
            """
        ) { row in
            Target(
                name: try row.value(), subject: try row.value(), language: try row.value(), isActive: try row.value(),
                hasSecondFactor: try row.value(), isDemonstration: try row.value())
        }
        guard let target else { throw Missing() }
        if let viewer, viewer.account != account {
            let day = house.today
            if try AccountRules.administratorIDs(on: day, tx).contains(account) {
                try AccountRules.requireAdministrator(viewer, day, tx)
            }
            try AccountRules.check(
                try AccountStore.grants(of: account, on: day, tx), areWithin: viewer, day, tx)
        }
        return target
    }

    /// No visitor gives a password to an account all visitors share: it would open it once the demonstration is over.
    /// - Throws: ``AccountRefusal/demonstrationAccount``.
    func refuseShared(_ target: Target) throws {
        if viewer != nil, target.isDemonstration { throw AccountRefusal.demonstrationAccount }
    }

    /// - Throws: ``AccountRefusal/beyondOwn``, ``AccountRefusal/noSuchRole(_:)``.
    func mayGive(_ gifts: [RoleGift], _ tx: Transaction) throws {
        guard let viewer else { return }
        var grants: [Grant] = []
        let codes = gifts.map(\.role)
        if codes.contains(BuiltinRole.administrator.rawValue) {
            try AccountRules.requireAdministrator(viewer, house.today, tx)
        }
        try tx.each(
            """
            select o.code, g.capability, g.reach, g.classes from roles o join role_grants g on g.role_id = o.id
            where o.code in \(codes)
            """
        ) { row in
            let code: String = try row.value()
            let (capability, reach) = (Capability(try row.value(), Phrase(verbatim: "")), try row.value(Reach.self))
            let classes = FieldClass.set(stored: try row.value())
            for gift in gifts where gift.role == code {
                let grant = Grant(capability, reach, unit: gift.unit, classes: classes).narrowed(to: gift.reach)
                if let grant { grants.append(grant) }
            }
        }
        try AccountRules.check(grants, areWithin: viewer, house.today, tx)
    }

    func note(
        _ action: AuditAction, _ account: ID<Account>, about subject: ID<Subject>?, _ changes: [FieldChange],
        _ tx: Transaction
    ) throws {
        try Audit.record(
            [AuditEntry(action, of: AuditRecord(AccountTrail.account, account), about: subject, changes: changes)],
            by: actor, house, in: tx)
    }

    /// Somebody gave himself more: the others who manage accounts are told.
    func warnAdministrators(_ tx: Transaction) throws {
        let others = try AccountRules.administratorIDs(on: house.today, tx).filter { $0 != actor.account }
        try Inbox.put(
            InboxNotice(
                .alert,
                Phrase(
                    zh: "\(actor.name)为自己增加了权限", en: "\(actor.name) gave themselves more permissions"),
                detail: Phrase(zh: "请核对是否合适。", en: "Please check that this is right."),
                link: "/accounts/\(actor.account)", urgency: .high, key: "self-grant \(actor.account)"),
            for: others.map { .account($0) }, in: tx, house)
    }

    func given(_ gift: RoleGift, before: RoleGift?) -> FieldChange {
        FieldChange("role", AccountWords.role, before: before.map(words), after: words(gift))
    }

    /// A role as the audit log keeps it: in codes, which do not change with the language.
    private func words(_ gift: RoleGift) -> String {
        var parts = [gift.role]
        if let unit = gift.unit { parts.append("unit \(unit)") }
        if let reach = gift.reach { parts.append(reach.rawValue) }
        if let until = gift.until { parts.append("until \(until)") }
        return parts.joined(separator: ", ")
    }
}
