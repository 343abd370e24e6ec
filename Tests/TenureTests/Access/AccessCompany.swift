import Foundation
import Kernel
import SQL

@testable import Organization
@testable import Shell
@testable import Tenure

/// A company with two branches, made once; every visitor walks through a copy of it.
struct AccessCompany: Sendable {
    let folder: TemporaryFolder
    /// What opens a session, by the name of the visitor; for the program its token.
    let keys: [String: String]
    /// Ids in paths, by relation: those of everybody, and of each visitor.
    let records: Records

    static let shared = Task { try await AccessCompany() }

    private init() async throws {
        folder = TemporaryFolder()
        let site = try await AccessSite.open(folder.path)
        let house = site.house
        try await Self.bring(house)
        let branch = try await house.database.read { tx in
            try tx.value("select unit_id from unit_paths where names = '远山/东区'", as: Int64.self)
        }
        keys = try await house.database.write { tx in
            try Self.mark(house, tx)
            try Self.plan(house, tx)
            try Self.tell(house, tx)
            var keys: [String: String] = [:]
            for role in BuiltinRole.allCases {
                let person = try Self.person(MarkedPerson.own(role), tx)
                let account = try AccountStore.add(
                    login: role.rawValue, name: role.name.en, subject: person.subject,
                    roles: [(role.rawValue, branch)], at: house.now, tx)
                keys[role.rawValue] = try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
            }
            for visitor in Asker.whole {
                let account = try AccountStore.add(
                    login: visitor.name, name: visitor.name, roles: [(visitor.role?.rawValue ?? "", nil)],
                    at: house.now, tx)
                keys[visitor.name] = try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
            }
            // Somebody of the west, so that there is an account to keep away from.
            let west = try AccountStore.add(
                login: "west", name: "West", subject: try Self.person(MarkedPerson.outside, tx).subject,
                roles: [("employee", nil)], at: house.now, tx)
            _ = try AccountStore.openSession(of: west, address: "", agent: "", house, tx)
            let accounts = try tx.rows("select id, login from accounts") { row in
                (id: try row.value(ID<Account>.self), login: try row.value(String.self))
            }
            for account in accounts {
                let token = try Self.token(of: account.id, house, tx)
                if account.login == "hr" { keys[Asker.program.name] = token }
            }
            return keys
        }
        records = try await Records(site, keys)
        try await house.database.close()
    }

    private static func bring(_ house: House) async throws {
        let today = house.today
        let lines = [MarkedPerson.header] + MarkedPerson.everybody.map { $0.cells(on: today) }
        let file = house.folder + "/staff.csv"
        try (lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let viewer = Viewer.program(Capability.ofOrganization + [.importData])
        let outcome = try await Importing.run(
            file: file, kind: "staff", house: house, viewer: viewer, dryRun: false)
        guard outcome.reconciliation != nil else { throw NotBrought(report: "\(outcome.report)") }
    }

    private struct NotBrought: Error { let report: String }

    static func person(_ number: String, _ tx: Transaction) throws -> ID<Person> {
        try tx.value("select id from people where number = \(number)", as: ID<Person>.self) ?? ID(0)
    }

    /// On this day both branches will get another name: a change that can be taken back.
    static let plannedDay = Day(year: 2090, month: 1, day: 1) ?? .first

    private static func plan(_ house: House, _ tx: Transaction) throws {
        let leaving = [MarkedPerson.outside] + BuiltinRole.allCases.map(MarkedPerson.colleague)
        for number in leaving {
            try Leaving.separate(
                try person(number, tx), .init(lastDay: house.today + 30, kind: .voluntary), .program(house), tx)
        }
        try tx.execute(
            """
            insert into unit_facts (unit_id, starts_on, name, parent_id, city)
            select unit_id, \(plannedDay), 'Renamed', parent_id, city from unit_facts where name like '%一组'
            """)
        try tx.execute(
            "update unit_facts set ends_before = \(plannedDay) where name like '%一组' and ends_before is null")
    }

    /// Fields of the company's own in each class, and traces of private values in the audit log.
    private static func mark(_ house: House, _ tx: Transaction) throws {
        let classes: [FieldClass] = [.personal, .sensitive, .pay]
        for (place, fieldClass) in classes.enumerated() {
            try tx.execute(
                """
                insert into custom_fields (id, code, name_zh, name_en, kind, field_class, place)
                values (\(9_000 + place), \("own\(place)"), '自有字段', 'Own field', 'text', \(fieldClass), \(place))
                """)
        }
        for marked in MarkedPerson.everybody {
            let person = try person(marked.number, tx)
            for (place, fieldClass) in classes.enumerated() {
                try tx.execute(
                    """
                    insert into custom_values (person_id, field_id, content)
                    values (\(person), \(9_000 + place), \(marked.own(fieldClass)))
                    """)
                let text = marked.own(fieldClass)
                let hash = try FolderStore(house, "documents").keep(Data(text.utf8))
                try tx.execute(
                    """
                    insert into documents (id, person_id, kind, file_name, hash, byte_count, added_at, field_class)
                    values (\(ID<Document>(try tx.newIDs(1).lowerBound)), \(person), 'other', \(text + ".txt"), \(hash),
                        \(text.utf8.count), \(house.now), \(fieldClass))
                    """)
            }
            let changes = marked.secrets.map { secret in
                FieldChange(
                    "field", Phrase(zh: "字段", en: "Field"), secret.fieldClass, before: nil, after: secret.text)
            }
            try Audit.record(
                [AuditEntry(.edit, of: AuditRecord(.person, person), about: person.subject, changes: changes)],
                by: .program, house, in: tx)
        }
    }

    private static func token(of account: ID<Account>, _ house: House, _ tx: Transaction) throws -> String {
        let token = APIToken()
        try tx.execute(
            """
            insert into api_tokens (id, token_hash, account_id, name, hint, scopes, created_at, expires_at)
            values (\(ID<APIToken>(try tx.newIDs(1).lowerBound)), \(token.digest), \(account), 'Judge', \(token.hint), 'people.read', \(house.now),
                \(house.now.adding(milliseconds: 86_400_000)))
            """)
        return token.text
    }
}
