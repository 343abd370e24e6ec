import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

struct ChangeTests {
    private func withCompany(_ engine: Engine, _ body: @escaping @Sendable (Occasion, Transaction) throws -> Void)
        async throws
    {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let occasion = company.occasion
            try await company.database.write { tx in
                try body(occasion, tx)
                try AsOf.check(Company.today, tx)
                #expect(try Audit.verify(tx).isGood)
            }
        }
    }

    @Test(arguments: Engine.all) func aLifeInTheCompany(_ engine: Engine) async throws {
        try await withCompany(engine) { occasion, tx in
            let (boss, unit) = (try Self.person("1", tx), try Self.unit("总部/销售部", tx))
            var draft = Hiring.Draft(
                number: "9", name: "孙悟", hireDay: Company.today - 10, post: Post(unit: unit, manager: boss))
            draft.identity = try IdentityPaper(.identityCard, "440524188001010014", today: Company.today)
            draft.probationEnd = Company.today + 40
            draft.contract = ContractDraft(
                kind: .fixed, start: draft.hireDay, last: draft.hireDay.adding(years: 1) - 1, signed: draft.hireDay)
            let person = try Hiring.hire(draft, occasion, tx)
            #expect(try Self.status(person, tx) == "probation")
            // Number and identity belong to one person.
            #expect(throws: StaffRefusal.numberTaken("9")) { try Hiring.hire(draft, occasion, tx) }
            var twin = draft
            twin.number = "10"
            #expect(throws: StaffRefusal.identityTaken("9")) { try Hiring.hire(twin, occasion, tx) }
            // Three months are more than a contract of a year allows (art. 19).
            var long = draft
            (long.number, long.identity, long.probationEnd) = ("11", nil, draft.hireDay + 100)
            #expect(throws: LawRefusal.self) { try Hiring.hire(long, occasion, tx) }

            try Confirmations.confirm(person, on: Company.today, occasion, tx)
            #expect(try Self.status(person, tx) == "regular")
            let other = try Self.unit("总部/客服部", tx)
            try Posts.change(
                person, to: Post(unit: other, manager: boss), from: Company.today + 5, cause: .transfer, occasion, tx)
            #expect(try PersonStore.posts(of: person, tx).map(\.unit) == [unit, other])
            // A plan is not dropped unseen.
            #expect(throws: AssignmentRefusal.laterChange(Company.today + 5)) {
                try Posts.change(person, to: Post(unit: unit), from: Company.today, cause: .newManager, occasion, tx)
            }
            try PayChanges.set(Money(yuan: 9000), of: person, from: draft.hireDay, occasion, tx)
            var leaving = Leaving.Draft(lastDay: Company.today + 20, kind: .voluntary)
            leaving.reason = .career
            _ = try Leaving.separate(person, leaving, occasion, tx)
            #expect(throws: StaffRefusal.leftAlready(Company.today + 20)) {
                try Leaving.separate(person, leaving, occasion, tx)
            }
            #expect(try Leaving.checklist(of: person, as: occasion.viewer, tx).count == ExitTask.allCases.count - 1)
            try Leaving.finish(.assets, of: person, isDone: true, occasion, tx)
            let leaver = try PersonStore.file(
                person, as: occasion.viewer, occasion.house.keyring, today: Company.today, tx)
            #expect(
                leaver.posts.last?.days.end == Company.today + 21 && leaver.pay.last?.days.end == Company.today + 21)
            try Leaving.reinstate(person, occasion, tx)
            #expect(try Self.status(person, tx) == "regular")
            let back = try PersonStore.file(
                person, as: occasion.viewer, occasion.house.keyring, today: Company.today, tx)
            #expect(
                back.posts.last?.days.end == nil && back.pay.last?.days.end == nil && back.contracts.last?.ended == nil)
            #expect(back.person.sensitive?.identity?.number == "440524188001010014")
        }
    }

    @Test func nobodyReportsToThemselves() async throws {
        try await withCompany(.sqlite) { occasion, tx in
            let (boss, below) = (try Self.person("1", tx), try Self.person("4", tx))
            let post = try #require(try PersonStore.posts(of: boss, tx).last)
            #expect(throws: AssignmentRefusal.self) {
                try Posts.change(
                    boss, to: Post(unit: post.unit, manager: below), from: Company.today, cause: .newManager, occasion,
                    tx)
            }
            #expect(throws: AssignmentRefusal.ownManager) {
                try Posts.change(
                    boss, to: Post(unit: post.unit, manager: boss), from: Company.today, cause: .newManager, occasion,
                    tx)
            }
        }
    }

    /// Whoever is out of reach does not exist, for changes too.
    @Test func changesGoThroughTheViewer() async throws {
        try await Company.with { company in
            try await company.bring(VisibilityTests.sheet)
            let unit = try await company.unit("总部/客服部")
            let hr = Company.viewer(.hr, nil, unit: unit.rawValue)
            let occasion = Occasion(company.house, viewer: hr, actor: Actor(hr))
            let manager = Company.viewer(.manager, try await company.person("3"))
            let led = Occasion(company.house, viewer: manager, actor: Actor(manager))
            try await company.database.write { tx in
                let (inside, outside) = (try Self.person("4", tx), try Self.person("2", tx))
                try Leaving.separate(inside, Leaving.Draft(lastDay: Company.today, kind: .other), occasion, tx)
                #expect(throws: Missing.self) {
                    try Leaving.separate(outside, Leaving.Draft(lastDay: Company.today, kind: .other), occasion, tx)
                }
                #expect(throws: Missing.self) {
                    try PayChanges.set(Money(yuan: 1), of: inside, from: Company.today, occasion, tx)
                }
                #expect(throws: Missing.self) { try Confirmations.confirm(inside, on: Company.today, led, tx) }
                #expect(throws: Missing.self) {
                    try UnitChanges.rename(try Self.unit("总部", tx), to: "本部", from: Company.today, occasion, tx)
                }
                try UnitChanges.rename(unit, to: "客户服务部", from: Company.today, occasion, tx)
                #expect(
                    try tx.value("select unit_names from staff where number = '4'", as: String.self) == "总部/客户服务部/一组")
            }
        }
    }

    @Test(arguments: Engine.all) func unitsMoveWithTheirPeople(_ engine: Engine) async throws {
        try await withCompany(engine) { occasion, tx in
            let (unit, sales) = (try Self.unit("总部/客服部", tx), try Self.unit("总部/销售部", tx))
            try UnitChanges.move(unit, under: sales, from: Company.today, occasion, tx)
            #expect(try tx.value("select unit_names from staff where number = '4'", as: String.self) == "总部/销售部/客服部/一组")
            #expect(throws: UnitRefusal.self) {
                try UnitChanges.move(sales, under: unit, from: Company.today, occasion, tx)
            }
            #expect(throws: UnitRefusal.self) { try UnitChanges.close(unit, from: Company.today, occasion, tx) }
            let fresh = try UnitChanges.open(
                .team, UnitFacts(name: "二组", parent: unit), from: Company.today + 30, occasion, tx)
            try UnitChanges.close(fresh, from: Company.today + 60, occasion, tx)
            try UnitChanges.set(unit, from: Company.today, occasion, tx) { $0.head = try? Self.person("3", tx) }
            let figures = StaffFigures()
            let tree = try UnitStore.tree(asOf: Company.today + 40, as: occasion.viewer, figures, tx)
            #expect(tree.contains { $0.id == fresh } && tree.first { $0.name == "总部" }?.total == 4)
            let file = try UnitStore.file(unit, asOf: Company.today, as: occasion.viewer, figures, tx)
            #expect(file.node.head?.name == "韩梅" && file.above.map(\.name) == ["总部", "销售部"])
            #expect(throws: Missing.self) {
                try UnitStore.file(fresh, asOf: Company.today, as: occasion.viewer, figures, tx)
            }
        }
    }

    @Test func aRecordIsCorrectedByThoseWhoMay() async throws {
        try await Company.with { company in
            try await company.bring(VisibilityTests.sheet)
            let hr = Company.viewer(.hr)
            let occasion = Occasion(company.house, viewer: hr, actor: Actor(hr))
            let person = try await company.person("4")
            try await company.database.write { tx in
                var record = try PersonStore.file(person, as: hr, company.house.keyring, today: Company.today, tx)
                    .person
                record.name = PersonName("王美芳")
                record.formerNames = [PersonName("王芳")]
                record.personal?.phones = [try PhoneNumber("13800001234")]
                record.sensitive?.bankAccount = BankAccount(
                    bank: "招商银行", branch: nil, number: try BankCardNumber("6217990000000000000"), holder: record.name)
                try PersonEditing.save(record, occasion, tx)
                let found = try Directory.search("wangfang", as: hr, tx).map(\.name)
                #expect(found == ["王美芳"])
                let again = try PersonStore.file(person, as: hr, company.house.keyring, today: Company.today, tx).person
                #expect(again == record)
                // The number itself stands nowhere in the database.
                let raw = try tx.rows("select bank_sealed from people where id = \(person)") { row in
                    try row.value([UInt8].self)
                }
                #expect(!String(decoding: raw[0], as: UTF8.self).contains("621799"))
            }
        }
    }

    private static func person(_ number: String, _ tx: Transaction) throws -> ID<Person> {
        try #require(try tx.value("select id from people where number = \(number)", as: ID<Person>.self))
    }

    private static func unit(_ names: String, _ tx: Transaction) throws -> ID<OrgUnit> {
        try #require(try tx.value("select unit_id from unit_paths where names = \(names)", as: ID<OrgUnit>.self))
    }

    private static func status(_ person: ID<Person>, _ tx: Transaction) throws -> String? {
        try tx.value("select status from staff where person_id = \(person)", as: String.self)
    }
}
