import Kernel
import SQL

/// One account for every built-in role, for trying the system out.
package enum DemonstrationAccounts {
    /// Makes those that are not there yet. They can be used without a password while the demonstration mode is on, and
    /// not at all otherwise.
    /// - Parameter subjects: who plays a role; somebody with an account already is passed over.
    @discardableResult
    package static func make(
        for subjects: [BuiltinRole: ID<Subject>] = [:], _ house: House, _ tx: Transaction
    ) throws -> [(role: BuiltinRole, account: ID<Account>)] {
        var known: [String: ID<Account>] = [:]
        try tx.each("select login, id from accounts where is_demonstration = 1") { row in
            known[try row.value()] = try row.value()
        }
        let cards = Dictionary(
            try house.subjects.cards(Array(Set(subjects.values)), tx).map { ($0.id, $0) },
            uniquingKeysWith: { one, _ in one })
        let taken = Set(
            try tx.rows("select subject_id from accounts where subject_id in \(Array(Set(subjects.values)))") { row in
                try row.value(ID<Subject>.self)
            })
        var played: Set<ID<Subject>> = taken
        var accounts: [(role: BuiltinRole, account: ID<Account>)] = []
        // Twelve at most, and once.
        for role in BuiltinRole.allCases {
            let login = "demo-" + role.rawValue.replacing("_", with: "-")
            if let account = known[login] {
                accounts.append((role, account))
                continue
            }
            let card = subjects[role].flatMap { played.contains($0) ? nil : cards[$0] }
            if let card { played.insert(card.id) }
            let account = try AccountStore.add(
                login: login, name: card?.name ?? role.name.zh, subject: card?.id, roles: [(role.rawValue, nil)],
                isDemonstration: true, at: house.now, tx)
            accounts.append((role, account))
        }
        return accounts
    }
}
