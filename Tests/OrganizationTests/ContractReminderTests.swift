import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// Warnings 90, 60 and 30 days before contracts end, in the inboxes of those who decide. Rule L-6.
struct ContractReminderTests {
    private struct Told: Equatable {
        let account: ID<Account>
        let title: String
        let link: String
        let isOpen: Bool
    }

    private static func told(_ company: Company) async throws -> [Told] {
        try await company.database.read { tx in
            try tx.rows(
                """
                select owner_id, title_zh, link, done_at from inbox_notices
                where key like 'contracts %' order by owner_id, id
                """
            ) { row in
                Told(
                    account: try row.value(), title: try row.value(), link: try row.value(),
                    isOpen: try row.value(Instant?.self) == nil)
            }
        }
    }

    private static func holder(
        _ company: Company, _ login: String, subject: ID<Person>? = nil, unit: ID<OrgUnit>? = nil,
        role: BuiltinRole = .hr
    ) async throws -> ID<Account> {
        try await company.database.write { tx in
            try AccountStore.add(
                login: login, name: login, subject: subject?.subject, roles: [(role.rawValue, unit?.rawValue)],
                at: company.house.now, tx)
        }
    }

    @Test(arguments: Engine.all) func oneSummaryPerHolder(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let (house, occasion) = (company.house, company.occasion)
            let people = [try await company.person("2"), try await company.person("4")]
            // Two contracts that end in 46 days, in two units.
            try await company.database.write { tx in
                let employment = try #require(
                    try tx.value(
                        "select id from employments where person_id = \(people[1])", as: ID<Employment>.self))
                try tx.insert(
                    into: "contracts", Contracts.columns,
                    values: Contract(
                        id: try tx.newID(), person: people[1], employment: employment, kind: .fixed,
                        start: iso("2021-01-01"), last: iso("2026-07-31"), signed: iso("2021-01-01")
                    ).values)
                try tx.execute(
                    "update contracts set last_day = \(iso("2026-07-31")) where person_id = \(people[0])")
                try StaffProjection.refresh(people, on: Company.today, tx)
            }
            let contracts = try await company.database.read { tx in
                try tx.rows(
                    "select contract_id from staff where contract_last = \(iso("2026-07-31")) order by number"
                ) { row in try row.value(ID<Contract>.self) }
            }
            #expect(contracts.count == 2)
            let hr = try await Self.holder(company, "hr")
            let own = try await Self.holder(company, "hr-own", subject: people[0])
            let other = try await Self.holder(company, "hr-other", unit: try await company.unit("总部/客服部"))
            let auditor = try await Self.holder(company, "auditor", role: .auditor)
            try await company.database.write { tx in try ContractReminders.remind(house, tx) }
            let first = try await Self.told(company)
            #expect(first.filter { $0.account == hr }.count == 1)
            #expect(!first.contains { $0.account == auditor })
            // Within one's reach, and never about oneself.
            let within = try await company.database.read { tx in
                try ContractReminders.due(
                    for: try AccountStore.holders(
                        of: .editContracts, with: [.readContracts], on: Company.today, tx), Company.today, tx)
            }
            let byHolder = Dictionary(uniqueKeysWithValues: within.map { ($0.holder.account, $0.due) })
            #expect(byHolder[hr]?.count == contracts.count)
            #expect(byHolder[own]?.contains { $0.person == people[0] } == false)
            #expect(byHolder[other]?.map(\.person) == [people[1]])
            #expect(first.first { $0.account == hr }?.title == "2 份合同：60 天内到期")
            #expect(first.first { $0.account == other }?.link == "/contracts/\(contracts[1])")
            // Put away and told again: not a second time for the same contracts.
            try await company.database.write { tx in
                try tx.execute("update inbox_notices set done_at = \(house.now) where owner_id = \(hr)")
                try ContractReminders.remind(house, tx)
                try ContractReminders.remind(house, tx)
            }
            let again = try await Self.told(company)
            #expect(again.filter { $0.account == hr }.map(\.isOpen) == [false])
            #expect(again.count == first.count)
            // Decided: nobody waits any more.
            try await company.database.write { tx in
                for contract in contracts {
                    try ContractDecisions.decide(.init(choice: .renewOpenEnded), about: contract, occasion, tx)
                }
            }
            #expect(try await Self.told(company).allSatisfy { !$0.isOpen })
            let left = try await company.database.read { tx in
                try tx.value("select count(*) from contract_reminders", as: Int.self)
            }
            #expect(left == 0)
        }
    }
}
