import Kernel
import Organization
import SQL
import Shell

/// What must hold after every crash.
enum StormCheck {
    static let batchSize = 200

    /// - Returns: what does not hold; nothing when all is well.
    static func broken(_ company: StormCompany, _ ledger: StormLedger) async throws -> [String] {
        try await company.house.database.read { tx in
            try lost(ledger, tx) + halves(tx) + batches(ledger, tx) + chain(tx)
        }
    }

    /// Confirmed, and not there.
    private static func lost(_ ledger: StormLedger, _ tx: Transaction) throws -> [String] {
        let questions: [(what: String, query: Query)] = [
            ("hire", "select number from people where number like 'H%'"),
            ("move", "select reason from audit_entries where reason is not null"),
            ("note", "select key from inbox_notices where key is not null"),
            ("job", "select key from jobs where key is not null"),
        ]
        return try questions.flatMap { what, query in
            let there = Set(try tx.rows(query) { row in try row.value(String.self) })
            return ledger[what].subtracting(there).map { "\(what) \($0) was confirmed and is lost" }
        }
    }

    /// Every count is 0: what one transaction writes stands together or not at all.
    private static func halves(_ tx: Transaction) throws -> [String] {
        let counts: [(what: String, query: Query)] = [
            (
                "people without an employment",
                "select count(*) from people p where not exists (select 1 from employments e where e.person_id = p.id)"
            ),
            (
                "employments without a post",
                """
                select count(*) from employments e
                where not exists (select 1 from assignments a where a.employment_id = e.id)
                """
            ),
            (
                "people beside the staff list",
                "select count(*) from people p where not exists (select 1 from staff s where s.person_id = p.id)"
            ),
            (
                "rows of the staff list without a person",
                "select count(*) from staff s where not exists (select 1 from people p where p.id = s.person_id)"
            ),
            (
                "people listed in another unit than that of their post",
                """
                select count(*) from staff s join assignments a on a.employment_id = s.employment_id
                    and a.role = 'primary' join staff_state t on t.id = 1
                    and a.starts_on <= t.as_of and (a.ends_before is null or a.ends_before > t.as_of)
                where s.is_employed = 1 and a.unit_id <> s.unit_id
                """
            ),
            (
                "people nobody can search",
                """
                select count(*) from staff s where not exists (
                    select 1 from staff_search k where k.person_id = s.person_id and k.search_key = lower(s.number))
                """
            ),
            (
                "hires without an audit entry",
                """
                select count(*) from people p where p.number like 'H%' and not exists (
                    select 1 from audit_entries e where e.action = 'people.hire' and e.about_id = p.id)
                """
            ),
            (
                "audit entries of hires that never were",
                """
                select count(*) from audit_entries e where e.action = 'people.hire' and not exists (
                    select 1 from people p where p.id = e.about_id)
                """
            ),
            (
                "steps of a job done twice",
                "select count(*) from (select 1 from storm_steps group by job_key, step having count(*) > 1) s"
            ),
        ]
        return try counts.compactMap { what, query in
            let count = try tx.value(query, as: Int.self) ?? 0
            return count == 0 ? nil : "\(count) \(what)"
        }
    }

    /// An import is all there or not there at all, and what was confirmed of it holds.
    private static func batches(_ ledger: StormLedger, _ tx: Transaction) throws -> [String] {
        var people: [String: Int] = [:]
        try tx.each("select number from people where number like 'I%'") { row in
            let number: String = try row.value()
            if let end = number.lastIndex(of: "-") { people[String(number[..<end]), default: 0] += 1 }
        }
        var broken: [String] = []
        var committed: Set<String> = []
        var undone: Set<String> = []
        try tx.each("select file_name, state from import_batches where file_name like 'I%'") { row in
            let name = String(try row.value(String.self).dropLast(4))
            let state: String = try row.value()
            if state == "committed" { committed.insert(name) }
            if state == "undone" { undone.insert(name) }
            let expected = state == "committed" ? batchSize : 0
            let found = people.removeValue(forKey: name) ?? 0
            if found != expected { broken.append("import \(name) is \(state) with \(found) people") }
        }
        broken += people.map { "\($0.value) people of \($0.key), which no batch brought" }
        broken += ledger["import"].subtracting(committed).subtracting(undone).map { "import \($0) is lost" }
        broken += ledger["undo"].subtracting(undone).map { "the undoing of \($0) is lost" }
        return broken
    }

    private static func chain(_ tx: Transaction) throws -> [String] {
        let result = try Audit.verify(tx)
        return result.fault.map { ["audit: \($0.words.en)"] } ?? []
    }

    /// At the end: lets every job finish, and looks at what the jobs did.
    static func unfinished(_ company: StormCompany, _ ledger: StormLedger) async throws -> [String] {
        let done = try await company.house.database.read { tx in
            try tx.value("select count(*) from storm_steps", as: Int.self) ?? 0
        }
        if done == 0, ledger["job"].count >= 20 { return ["no job did a step while others wrote"] }
        try await JobRunner(company.house).runDue()
        return try await company.house.database.read { tx in
            var broken: [String] = []
            let open =
                try tx.value(
                    "select count(*) from jobs where kind = 'storm.steps' and state <> 'done'", as: Int.self) ?? 0
            if open > 0 { broken.append("\(open) jobs do not end") }
            var steps: [String: Int] = [:]
            try tx.each("select job_key, count(*) from storm_steps group by job_key") { row in
                steps[try row.value()] = try row.value()
            }
            for key in ledger["job"] where steps[key] != StormCompany.stepCount {
                broken.append("job \(key) did \(steps[key] ?? 0) steps")
            }
            return broken
        }
    }

    static func summary(_ company: StormCompany, _ ledger: StormLedger) async throws -> String {
        let audit = try await company.house.database.read { tx in try Audit.verify(tx) }
        return "ok \(ledger.count) confirmed writes are there, \(audit.entries) audit entries in one chain"
    }
}
