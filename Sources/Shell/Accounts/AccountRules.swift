import Kernel
import SQL

/// What must stay true of all accounts together, and who may change which.
enum AccountRules {
    /// Whether somebody may change accounts and roles: for the whole company or not at all.
    static func managesAccounts(_ viewer: Viewer) -> Bool {
        viewer.grants.contains { $0.capability == .manageAccounts && $0.reach == .company && $0.unit == nil }
    }

    /// Accounts that manage accounts, today and without an end.
    private static let standing: Query = """
        from role_grants g join account_roles r on r.role_id = g.role_id and r.unit_id = 0
        join accounts a on a.id = r.account_id
        where g.capability = \(Capability.manageAccounts.code) and g.reach = \(Reach.company) and a.is_active = 1
            and (r.reach is null or r.reach = \(Reach.company)) and r.until_day is null
        """

    /// How many active accounts can manage accounts everywhere.
    static func administrators(_ tx: Transaction) throws -> Int {
        try tx.value("select count(distinct a.id) \(standing)") ?? 0
    }

    /// Does what might take the last of them away.
    /// - Throws: ``AccountRefusal/lastAdministrator`` when nobody who can sign in would be left.
    static func keepingAnAdministrator(_ tx: Transaction, _ change: () throws -> Void) throws {
        let present: Query =
            "select count(distinct a.id) \(standing) and (a.password is not null or a.is_demonstration = 1)"
        let before = try tx.value(present, as: Int.self) ?? 0
        try change()
        let after = try tx.value(present, as: Int.self) ?? 0
        if before > 0, after == 0 { throw AccountRefusal.lastAdministrator }
    }

    /// Those who hold the administrator's role for the whole company on a day.
    static func administratorIDs(on day: Day, _ tx: Transaction) throws -> [ID<Account>] {
        try tx.rows(
            """
            select a.id from accounts a join account_roles r on r.account_id = a.id join roles o on o.id = r.role_id
            where o.code = \(BuiltinRole.administrator.rawValue) and r.unit_id = 0 and a.is_active = 1
                and (r.reach is null or r.reach = \(Reach.company)) and (r.until_day is null or r.until_day >= \(day))
            order by a.id
            """
        ) { row in try row.value() }
    }

    static func isAdministrator(_ viewer: Viewer, on day: Day, _ tx: Transaction) throws -> Bool {
        try administratorIDs(on: day, tx).contains(viewer.account)
    }

    /// Who is an administrator may give more than he may do, so nobody else makes one or changes the account of one.
    /// - Throws: ``AccountRefusal/beyondOwn``.
    static func requireAdministrator(_ viewer: Viewer, _ day: Day, _ tx: Transaction) throws {
        guard try isAdministrator(viewer, on: day, tx) else { throw AccountRefusal.beyondOwn }
    }

    /// Classes only an administrator gives.
    private static let guarded: Set<FieldClass> = [.sensitive, .pay, .risk]

    /// Whether somebody who manages accounts without being an administrator may give these, or change who has them.
    /// - Throws: ``AccountRefusal/beyondOwn``.
    static func check(_ grants: [Grant], areWithin viewer: Viewer, _ day: Day, _ tx: Transaction) throws {
        if try isAdministrator(viewer, on: day, tx) { return }
        for grant in grants where grant.reach != .oneself {
            guard grant.classes.isDisjoint(with: guarded), Grant.all(viewer.grants, cover: grant) else {
                throw AccountRefusal.beyondOwn
            }
        }
    }
}
