import Kernel
import SQL

/// What must stay true of all accounts together.
enum AccountRules {
    /// How many active accounts can manage accounts everywhere.
    static func administrators(_ tx: Transaction) throws -> Int {
        try tx.value(
            """
            select count(distinct a.id) from role_grants g join account_roles r on r.role_id = g.role_id and r.unit_id = 0
            join accounts a on a.id = r.account_id
            where g.capability = \(Capability.manageAccounts.code) and g.reach = \(Reach.company) and a.is_active = 1
            """) ?? 0
    }

    /// Checked last in a change of roles or accounts.
    /// - Throws: ``AccountRefusal/lastAdministrator``.
    static func keepAnAdministrator(_ tx: Transaction) throws {
        guard try administrators(tx) > 0 else { throw AccountRefusal.lastAdministrator }
    }
}
