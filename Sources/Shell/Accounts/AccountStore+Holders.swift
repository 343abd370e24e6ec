import Kernel
import SQL

extension AccountStore {
    /// Every account in use that holds a capability on a day, with its grants of that and of some others: for jobs that
    /// tell people what falls to them, each within their own reach. One query for all; in the order of the accounts.
    package static func holders(
        of capability: Capability, with others: [Capability] = [], on day: Day, _ tx: Transaction
    ) throws -> [Viewer] {
        var found: [(account: ID<Account>, subject: ID<Subject>?, name: String, grants: [Grant])] = []
        try tx.each(
            """
            select a.id, a.subject_id, a.name, g.capability, g.reach, nullif(r.unit_id, 0), g.classes, r.reach
            from accounts a join account_roles r on r.account_id = a.id join role_grants g on g.role_id = r.role_id
            where a.is_active = 1 and g.capability in \(([capability] + others).map(\.code))
                and (r.until_day is null or r.until_day >= \(day))
            order by a.id, g.capability, g.reach, r.unit_id
            """
        ) { row in
            let account: ID<Account> = try row.value()
            let (subject, name) = (try row.value(ID<Subject>?.self), try row.value(String.self))
            let held = Capability(try row.value(), Phrase(verbatim: ""))
            let (reach, unit) = (try row.value(Reach.self), try row.value(Int64?.self))
            let classes = FieldClass.set(stored: try row.value())
            let narrower = try row.value(Reach?.self)
            if found.last?.account != account { found.append((account, subject, name, [])) }
            let grant = Grant(held, reach, unit: unit, classes: classes).narrowed(to: narrower)
            if let grant { found[found.count - 1].grants.append(grant) }
        }
        return found.map { Viewer(account: $0.account, subject: $0.subject, name: $0.name, grants: $0.grants) }
            .filter { $0.canSeeRecords(capability) }
    }
}
