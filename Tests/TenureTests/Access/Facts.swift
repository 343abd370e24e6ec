import Kernel

@testable import Organization
@testable import SQL
@testable import Shell

extension Records {
    /// Ids as they came to be in the company's database, and a few records more.
    struct Facts: Sendable {
        var people: [String: Int64] = [:]
        var accounts: [String: Int64] = [:]
        var found: [String: [Int64: Int64]] = [:]
        var units: (near: Int64, far: Int64) = (0, 0)
        var role: Int64 = 0
        /// One record of a kind, by what stands before its parameter; and for some kinds another, of the west.
        var singles: [String: Int64] = [:]
        var far: [String: Int64] = [:]
        /// What belongs to an account, by what stands before its parameter and by the visitor's name.
        var own: [String: [String: [Relation: String]]] = [:]

        init(_ house: House, _ tx: Transaction) throws {
            try tx.each("select number, id from people") { row in people[try row.value()] = try row.value(Int64.self) }
            try tx.each("select login, id from accounts") { row in
                accounts[try row.value()] = try row.value(Int64.self)
            }
            found["/people"] = Dictionary(uniqueKeysWithValues: people.values.map { ($0, $0) })
            found["/contracts"] = try Self.pairs("select person_id, id from contracts", tx)
            found["/people/*/contracts"] = found["/contracts"]
            found["/people/*/documents"] = try Self.pairs(
                "select person_id, id from documents where field_class = 'personal'", tx)
            found["/separations"] = try Self.pairs("select person_id, id from separations", tx)
            found["/audit"] = try Self.pairs(
                "select about_id, min(number) from audit_entries where about_id is not null group by about_id", tx)
            units = (try Self.unit("远山/东区/东一组", tx), try Self.unit("远山/西区/西一组", tx))
            role = try tx.value("select id from roles where code = 'recruiter'", as: Int64.self) ?? 0
            try addSingles(house, tx)
            try addMatters(tx)
            try addNotices(house, tx)
            try addJobs(house, tx)
            for (name, id) in accounts {
                try tx.execute(
                    """
                    insert into saved_views (id, account_id, list, name, query)
                    values (\(try tx.newIDs(1).lowerBound), \(id), '/people', \(name), 'status=all')
                    """)
            }
            for (prefix, question) in Self.ofAccounts {
                let ids = try Self.pairs(question, tx)
                own[prefix] = shares { ids[accounts[$0] ?? 0] ?? 0 }
            }
        }

        private mutating func addSingles(_ house: House, _ tx: Transaction) throws {
            for (prefix, question) in [
                ("/positions", "select min(id) from positions"), ("/levels", "select min(id) from levels"),
                ("/custom-fields", "select min(id) from custom_fields"),
            ] as [(String, Query)] {
                singles[prefix] = try tx.value(question, as: Int64.self)
            }
            let (near, west) = (accounts["mentor"] ?? 0, accounts["west"] ?? 0)
            (singles["/accounts"], far["/accounts"]) = (near, west)
            for (name, question) in Self.ofAccounts where name.hasPrefix("/account/") {
                let (ids, prefix) = (try Self.pairs(question, tx), "/accounts/*/" + name.dropFirst("/account/".count))
                (singles[prefix], far[prefix]) = (ids[near] ?? 0, ids[west] ?? 0)
            }
            try addWebhook(house, tx)
            for unit in [units.near, units.far] {
                let (draft, step) = (try tx.newIDs(1).lowerBound, try tx.newIDs(1).lowerBound)
                let account = unit == units.near ? accounts["hr"] ?? 0 : west
                try tx.execute(
                    """
                    insert into reorganizations (id, name, takes_effect, state, account_id, account_name, created_at)
                    values (\(draft), 'Plan', \(house.today + 60), 'draft', \(account), 'Planner', \(house.now))
                    """)
                try tx.execute(
                    """
                    insert into reorganization_steps (id, reorganization_id, kind, unit_id, name)
                    values (\(step), \(draft), 'rename', \(unit), 'Other')
                    """)
                if unit == units.near {
                    (singles["/reorganizations"], singles["/reorganizations/*/steps"]) = (draft, step)
                } else {
                    (far["/reorganizations"], far["/reorganizations/*/steps"]) = (draft, step)
                }
            }
        }

        /// An endpoint that a delivery did not reach.
        private mutating func addWebhook(_ house: House, _ tx: Transaction) throws {
            let account = ID<Account>(accounts["administrator*"] ?? 0)
            let endpoint = try WebhookStore.add(
                name: "Hook", address: "https://hook.example/", events: [], takesAll: true, by: account, house, tx
            ).id
            let entry = try tx.newIDs(1).lowerBound
            try tx.execute(
                "insert into journal_entries (id, code, at, body) values (\(entry), 'people.hired', \(house.now), '{}')"
            )
            try tx.execute(
                """
                insert into webhook_deliveries (entry_id, endpoint_id, state, attempts, next_at)
                values (\(entry), \(endpoint), 'dead', 9, \(house.now))
                """)
            (singles["/webhooks"], singles["/webhooks/*/deliveries"]) = (endpoint.rawValue, entry)
        }

        /// What else belongs to an account.
        private static let ofAccounts: [(String, Query)] = [
            ("/account/sessions", "select account_id, id from sessions"),
            ("/account/tokens", "select account_id, id from api_tokens"),
            ("/views", "select account_id, id from saved_views"),
        ]

        static func pairs(_ query: Query, _ tx: Transaction) throws -> [Int64: Int64] {
            Dictionary(
                try tx.rows(query) { row in (try row.value(Int64.self), try row.value(Int64.self)) }
            ) { first, _ in first }
        }

        private static func unit(_ names: String, _ tx: Transaction) throws -> Int64 {
            try tx.value("select unit_id from unit_paths where names = \(names)", as: Int64.self) ?? 0
        }

        private mutating func addNotices(_ house: House, _ tx: Transaction) throws {
            let notice = InboxNotice(.task, Phrase(zh: "待办", en: "Task"), link: "/inbox", key: "judge")
            for id in accounts.values { try Inbox.put(notice, for: .account(ID<Account>(id)), in: tx, house) }
            let ids = try Self.pairs("select owner_id, id from inbox_notices", tx)
            own["/inbox"] = shares { ids[accounts[$0] ?? 0] ?? 0 }
        }

        /// For each visitor its own record of a kind, and one of the west.
        private func shares(_ id: (String) -> Int64) -> [String: [Relation: String]] {
            var all: [String: [Relation: String]] = [:]
            for name in accounts.keys { all[name] = [.own: "\(id(name))", .outside: "\(id("west"))"] }
            all[Asker.nobody.name] = [.outside: "\(id("west"))"]
            all[Asker.program.name] = all["hr"]
            return all
        }

        private mutating func addJobs(_ house: House, _ tx: Transaction) throws {
            guard let kind = house.jobs.first else { return }
            var ids: [String: Int64] = [:]
            for (name, account) in accounts {
                ids[name] = try Jobs.enqueue(kind, by: ID(account), in: tx, house).rawValue
            }
            own["/jobs"] = shares { ids[$0] ?? 0 }
        }
    }
}
