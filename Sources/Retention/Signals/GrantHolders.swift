import Kernel
import SQL
import Shell

/// Everybody who holds a capability, to know whom to tell: HR over the company or a unit, and leaders over their line.
struct GrantHolders {
    private struct Holder {
        let owner: InboxOwner
        let subject: Int64?
        let reach: Reach
        /// The path of the unit the role is given for and where its subtree ends; nil for the whole company.
        let unit: (path: String, end: String)?
        let classes: Set<FieldClass>
    }

    /// Those over the company or a unit.
    private let offices: [Holder]
    /// The classes leaders see of those who report to them, by leader.
    private let leaders: [Int64: (owner: InboxOwner, classes: Set<FieldClass>)]

    init(of capability: Capability, on day: Day, _ tx: Transaction) throws {
        let holders = try tx.rows(
            """
            select r.account_id, a.subject_id, g.reach, r.reach, r.unit_id, u.path, u.path_end, g.classes
            from account_roles r join role_grants g on g.role_id = r.role_id
            join accounts a on a.id = r.account_id left join unit_paths u on u.unit_id = r.unit_id
            where g.capability = \(capability.code) and a.is_active = 1
                and (r.until_day is null or r.until_day >= \(day))
            order by r.account_id
            """
        ) { row -> Holder? in
            let (account, subject) = (try row.value(ID<Account>.self), try row.value(Int64?.self))
            let (reach, narrower) = (try row.value(Reach.self), try row.value(Reach?.self))
            let (unit, path, end) = (
                try row.value(Int64.self), try row.value(String?.self), try row.value(String?.self)
            )
            let classes = try row.value(String.self).split(separator: ",").compactMap { FieldClass(rawValue: "\($0)") }
            let whose = narrower ?? .company
            guard whose == .company || whose == reach || reach == .company else { return nil }
            // A role given for a unit that is gone covers nobody.
            if unit != 0, path == nil { return nil }
            return Holder(
                owner: subject.map { .subject(ID($0)) } ?? .account(account), subject: subject,
                reach: whose == .company ? reach : whose, unit: path.flatMap { path in end.map { (path, $0) } },
                classes: Set(classes).union([.public]))
        }.compactMap { $0 }
        offices = holders.filter { $0.reach == .company }
        var leaders: [Int64: (owner: InboxOwner, classes: Set<FieldClass>)] = [:]
        for holder in holders where holder.reach == .line {
            guard let subject = holder.subject else { continue }
            // A reporting line never covers pay.
            leaders[subject, default: (holder.owner, [])].classes.formUnion(holder.classes.subtracting([.pay]))
        }
        self.leaders = leaders
    }

    /// Who is told about somebody, each with the classes they see: HR (the unit's own partner alone, where one of them
    /// is) and the manager; never the person.
    func receivers(about person: AlertedPerson) -> [(owner: InboxOwner, classes: Set<FieldClass>)] {
        var office: [InboxOwner: Set<FieldClass>] = [:]
        var partner: InboxOwner?
        for holder in offices where holder.subject != person.id {
            if let unit = holder.unit, !(person.path >= unit.path && person.path < unit.end) { continue }
            office[holder.owner, default: []].formUnion(holder.classes)
            if holder.subject != nil, holder.subject == person.partner { partner = holder.owner }
        }
        if let partner { office = office.filter { $0.key == partner } }
        if let manager = person.manager, manager != person.id, let leader = leaders[manager] {
            office[leader.owner, default: []].formUnion(leader.classes)
        }
        return office.sorted { $0.key.order < $1.key.order }.map { ($0.key, $0.value) }
    }
}

extension InboxOwner {
    /// Accounts and people share one sequence of ids.
    fileprivate var order: Int64 {
        switch self {
        case .account(let id): id.rawValue
        case .subject(let id): id.rawValue
        }
    }
}

/// Somebody others are told about.
struct AlertedPerson: Sendable {
    let id: Int64
    let name: String
    /// Of the unit.
    let path: String
    let manager: Int64?
    /// The HR partner of the unit.
    let partner: Int64?

    static func load(_ ids: [Int64], _ tx: Transaction) throws -> [Int64: AlertedPerson] {
        var found: [Int64: AlertedPerson] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try tx.each(
                """
                select s.person_id, s.name, s.unit_path, s.manager_id, u.partner_id
                from staff s left join unit_paths u on u.unit_id = s.unit_id where s.person_id in \(some)
                """
            ) { row in
                let person = AlertedPerson(
                    id: try row.value(), name: try row.value(), path: try row.value(), manager: try row.value(),
                    partner: try row.value())
                found[person.id] = person
            }
        }
        return found
    }
}
