import Kernel
import Retention
import SQL
import Shell
import Showcase

/// The demonstration company: people who do not exist, everything that happened to them, and an account for every role.
package enum Demonstrating {
    /// How large the company is.
    package struct Size: Sendable {
        /// Employed today.
        package var people: Int
        /// How long it is told week by week.
        package var months: Int
        package var seed: UInt64
        /// Whether anything makes people leave, or chance alone.
        package var hasEffect: Bool

        /// What can be asked for: below there is no company, above none has been tried.
        package static let people = ShowcaseCompany.sizes
        package static let months = ShowcaseCompany.lengths

        package init(people: Int = 600, months: Int = 24, seed: UInt64 = 7, hasEffect: Bool = true) {
            (self.people, self.months, self.seed, self.hasEffect) = (people, months, seed, hasEffect)
        }
    }

    /// Fills a house in which nobody is and nobody signs in.
    /// - Returns: whether it was filled; false when somebody is there already.
    @discardableResult
    package static func fill(_ house: House, _ size: Size = Size()) async throws -> Bool {
        let (isNew, isBegun) = try await house.database.read { tx in
            // Interrupted between its people and their accounts it is a demonstration all the same.
            (try isEmpty(tx), try isEmptyOfAccounts(tx) && Settings.value(of: .demonstration, tx))
        }
        guard isNew || isBegun else { return false }
        let now = house.now
        if isNew {
            try await house.database.write { tx in try Settings.set(.demonstration, true, by: ID(0), at: now, tx) }
            try await Showcase.fill(
                house, people: size.people, months: size.months, seed: size.seed,
                effect: size.hasEffect ? .planted : .none)
        }
        try await addAccounts(house) { tx in
            // The pages of risk show something as soon as it was learned.
            try RiskLearning.begin(in: tx, house)
        }
        return true
    }

    /// An account for every role, where nobody has one yet.
    static func addAccounts(
        _ house: House, then step: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws {
        try await house.database.write { tx in
            guard try isEmptyOfAccounts(tx) else { return }
            try DemonstrationAccounts.make(for: try cast(tx), house, tx)
            try step(tx)
        }
    }

    /// What is asked for when a server starts: an empty house is filled. In one that was filled before the accounts
    /// without a password are closed, and opened again while nobody else signs in there.
    static func set(_ isOn: Bool, _ house: House) async throws {
        if isOn, try await fill(house) { return }
        let now = house.now
        try await house.database.write { tx in
            guard try Settings.value(of: .demonstration, tx) != isOn else { return }
            if isOn {
                let kinds = try tx.rows("select distinct is_demonstration from accounts") { row in
                    try row.value(Bool.self)
                }
                guard kinds == [true] else { return }
            } else {
                try tx.execute(
                    """
                    delete from sessions where account_id in (select id from accounts where is_demonstration = 1)
                    """)
            }
            try Settings.set(.demonstration, isOn, by: ID(0), at: now, tx)
        }
    }

    package static func isEmpty(_ tx: Transaction) throws -> Bool {
        let people = try tx.value("select count(*) from people", as: Int.self) ?? 0
        return try people == 0 && isEmptyOfAccounts(tx)
    }

    private static func isEmptyOfAccounts(_ tx: Transaction) throws -> Bool {
        try tx.value("select count(*) from accounts", as: Int.self) == 0
    }

    /// Who stands behind each account: somebody of the staff whose post fits, those with the larger team first.
    private static func cast(_ tx: Transaction) throws -> [BuiltinRole: ID<Subject>] {
        var cast: [BuiltinRole: ID<Subject>] = [:]
        // Twelve roles, once in the life of a demonstration.
        for role in order {
            let found = try tx.rows(
                """
                select person_id from staff s where s.is_employed = 1 and \(wish(for: role))
                order by (select count(*) from staff r where r.manager_id = s.person_id) desc, s.number limit 20
                """
            ) { row in try row.value(ID<Subject>.self) }
            cast[role] = found.first { person in !cast.values.contains(person) }
        }
        return cast
    }

    /// Heads of departments are chosen before those who work in them.
    private static let order: [BuiltinRole] = [
        .executive, .hr, .recruiter, .trainer, .finance, .payroll, .auditor, .manager, .mentor, .customerManager,
        .employee, .administrator,
    ]

    private static func wish(for role: BuiltinRole) -> Query {
        switch role {
        case .executive: "s.manager_id is null"
        case .hr, .recruiter, .trainer: "s.unit_names like '%/总部/人力资源部%'"
        case .finance, .payroll, .auditor: "s.unit_names like '%/总部/财务部%'"
        case .administrator: "s.unit_names like '%/总部/研发部/%' and s.position = '软件工程师'"
        case .customerManager: "s.unit_names like '%客户成功部%' and s.position = '客户经理'"
        case .manager: "s.unit_names like '%销售部%' and s.position like '%总监'"
        case .mentor: "s.unit_names like '%销售部%' and s.position like '%主管'"
        case .employee: "s.unit_names like '%销售部%' and s.position = '销售代表'"
        }
    }
}
