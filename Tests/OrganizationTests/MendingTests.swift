import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// What was taken down wrongly can be mended where the pages say so, and what stands in use stays readable.
struct MendingTests {
    @Test(arguments: Engine.all) func aUnitWhoseHeadHasLeftIsEdited(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let (service, sales) = (try await company.unit("总部/客服部"), try await company.unit("总部/销售部"))
            let gone = try await company.person("5")
            try await company.database.write { tx in
                try tx.execute("update unit_facts set head_id = \(gone), partner_id = null where unit_id = \(service)")
                try StaffProjection.refreshUnits(on: Company.today, tx)
            }
            try await PageVisit.with(company, .hr) { hr async throws in
                let edit = "/units/\(service)/edit"
                #expect(try await hr.page(edit).contains("此人已离职"))
                #expect(
                    try await hr.post(edit, ["name": "客服部", "head": "5", "city": "上海", "from": "2026-06-15"]).location
                        == "/units/\(service)")
                #expect(try await hr.page("/units/\(service)").contains("上海"))
                // Nobody who has left is made head anew.
                #expect(
                    try await hr.problems(
                        "/units/\(sales)/edit", ["name": "销售部", "head": "5", "from": "2026-06-15"]
                    ).keys.sorted() == ["head"])
                #expect(
                    try await hr.problems(edit, ["name": "客服部", "partner": "5", "from": "2026-06-15"]).keys.sorted()
                        == ["partner"])
            }
            let head = try await company.database.read { tx in
                try UnitStore.lookedAfter(service, on: Company.today, tx).head
            }
            #expect(head == gone)
            // What is out of reach is not there, whatever was typed.
            try await PageVisit.with(company, .hr, unit: "分公司") { other async throws in
                #expect(
                    try await other.post(
                        "/units/\(service)/edit", ["name": "客服部", "head": "404", "from": "2026-06-15"]
                    ).status == .notFound)
            }
        }
    }

    @Test(arguments: [
        QualityCheck.hireDayImplausible, .leftBeforeHired, .probationTooLong, .probationNotAllowed,
        .probationEndBeforeHire, .confirmedBeforeHire,
    ])
    func daysOfAnEmploymentAreMendedOnTheEditPage(_ check: QualityCheck) {
        #expect(check.mendingPath(of: ID(7)) == "/people/7/edit")
        #expect(check.mendingCapability == .editPeople && check.mendsEmployment)
    }

    @Test(arguments: Engine.all) func theHireDayIsCorrected(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let person = try await company.person("4")
            let edit = "/people/\(person)/edit"
            try await PageVisit.with(company, .hr) { hr async throws in
                #expect(try await hr.page(edit).contains("name=\"hired_on\""))
                #expect(
                    try await hr.post(edit, ["hired_on": "2021-02-01", "confirmed_on": "2021-05-01"]).location
                        == "/people/\(person)")
                #expect(try await hr.problems(edit, ["hired_on": ""]).keys.sorted() == ["hired_on"])
                #expect(try await hr.problems(edit, ["confirmed_on": "2020-01-01"]).keys.sorted() == ["hired_on"])
                #expect(try await hr.problems(edit, ["probation_end": "2021-01-31"]).keys.sorted() == ["probation_end"])
            }
            try await company.database.read { tx in
                let employment = try #require(try PersonStore.employments(of: person, tx).last)
                #expect(employment.hireDay == iso("2021-02-01") && employment.confirmationDay == iso("2021-05-01"))
                let posts = try EmploymentStore.assignments(of: employment.id, tx)
                #expect(posts.first?.days.start == iso("2021-02-01"))
                try AsOf.check(Company.today, tx)
                #expect(try Audit.verify(tx).isGood)
            }
            // A contract that begins on the old day moves along; one that begins between is in the way.
            let other = try await company.person("2")
            try await PageVisit.with(company, .hr) { hr async throws in
                #expect(
                    try await hr.post("/people/\(other)/edit", ["hired_on": "2020-02-01"]).location
                        == "/people/\(other)")
                #expect(
                    try await hr.problems("/people/\(other)/edit", ["hired_on": "2027-02-01"]).keys.sorted()
                        == ["hired_on"])
            }
            let start = try await company.database.read { tx in
                try PersonStore.contracts(of: other, tx).first?.start
            }
            #expect(start == iso("2020-02-01"))
            // Nobody corrects their own days.
            try await PageVisit.with(company, .hr, number: "4") { own async throws in
                #expect(try await !own.page(edit).contains("name=\"hired_on\""))
                #expect(try await own.problems(edit, ["hired_on": "2021-01-01"]).keys.sorted() == [""])
            }
        }
    }

    @Test func degreesAndTheTimelineSpeakTheReadersLanguage() async throws {
        try await Company.with { company in
            try await company.bring(VisibilityTests.sheet)
            let (person, occasion) = (try await company.person("2"), company.occasion)
            try await company.database.write { tx in
                try Confirmations.confirm(person, on: iso("2026-06-01"), occasion, tx)
            }
            try await PageVisit.with(company, .hr) { hr async throws in
                let path = "/people/\(person)"
                #expect(try await hr.post(path + "/edit", ["education": "本科，浙江大学"]).location == path)
                #expect(try await hr.page(path).contains("本科 · 浙江大学"))
                let page = try await hr.page(path, .en)
                #expect(page.contains("Bachelor · 浙江大学") && !page.contains("本科"))
                let form = try await hr.page(path + "/edit", .en)
                #expect(form.contains("Bachelor，浙江大学") && !form.contains("本科，浙江大学"))
                // What is shown is read back.
                #expect(try await hr.post(path + "/edit", ["education": "Bachelor，浙江大学"]).location == path)
                #expect(try await hr.page(path).contains("本科 · 浙江大学"))
            }
            try await company.database.read { tx in
                let file = try PersonStore.file(
                    person, as: Company.program, company.house.keyring, today: Company.today, tx)
                let entries = PersonTimeline.entries(of: file)
                #expect(entries.contains { $0.kind == .confirmed })
                for entry in entries { #expect(entry.title != entry.kind.name, "\(entry.kind)") }
            }
        }
    }

    @Test(arguments: Engine.all) func contractsAfterOneWithoutEndAndTheHeading(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let people = [try await company.person("4"), try await company.person("2")]
            let occasion = company.occasion
            try await company.database.write { tx in
                let employment = try #require(try PersonStore.employments(of: people[0], tx).last)
                try tx.insert(
                    into: "contracts", Contracts.columns,
                    values: Contract(
                        id: try tx.newID(), person: people[0], employment: employment.id, kind: .openEnded,
                        start: iso("2022-01-01"), signed: iso("2022-01-01")
                    ).values)
                try tx.execute("update contracts set last_day = \(iso("2026-07-31")) where person_id = \(people[1])")
                try StaffProjection.refresh(people, on: Company.today, tx)
            }
            try await PageVisit.with(company, .hr) { hr async throws in
                let page = try await hr.page("/people/\(people[0])/contracts/new")
                #expect(page.contains("2026-06-15") && !page.contains("value=\"2021-01-01\""))
            }
            let waiting: @Sendable () async throws -> [ContractNotice: Int] = {
                try await company.database.read { tx in
                    try ContractCalendar.load(
                        nil, today: Company.today, as: Company.viewer(.hr), StaffFigures(), tx
                    ).notices
                }
            }
            #expect(try await waiting() == [.in60Days: 1])
            try await company.database.write { tx in
                let contract = try #require(
                    try tx.value("select id from contracts where person_id = \(people[1])", as: ID<Contract>.self))
                try ContractDecisions.decide(.init(choice: .renewOpenEnded), about: contract, occasion, tx)
            }
            #expect(try await waiting().isEmpty)
        }
    }

    @Test(arguments: Engine.all) func fieldsInUseStayReadable(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let person = try await company.person("4")
            let sent = [
                "code": "shirt", "name": "工服尺码", "name_en": "Shirt size", "kind": "choice",
                "field_class": "personal", "place": "1", "choices": "S\nM\nL",
            ]
            try await PageVisit.with(company, .hr) { hr async throws in
                #expect(try await hr.problems("/custom-fields/new", sent).isEmpty)
                let id = try #require(
                    try await company.database.read { tx in
                        try tx.value("select id from custom_fields where code = 'shirt'", as: ID<CustomField>.self)
                    })
                let path = "/custom-fields/\(id)"
                // As long as nobody has a value everything may change.
                #expect(
                    try await hr.problems(path, sent.merging(["field_class": "work"]) { $1 }).isEmpty)
                #expect(try await hr.problems(path, sent).isEmpty)
                #expect(try await hr.post("/people/\(person)/edit", ["custom_\(id)": "M"]).location != nil)
                let other = try await hr.problems(path, sent.merging(["field_class": "work"]) { $1 })
                #expect(other["field_class"]?.contains("1 人") == true)
                let fewer = try await hr.problems(path, sent.merging(["choices": "S\nL"]) { $1 })
                #expect(fewer["choices"]?.contains("“M”") == true && fewer["choices"]?.contains("1 人") == true)
                // Options nobody has may go, and others may come.
                #expect(try await hr.problems(path, sent.merging(["choices": "M\nL\nXL"]) { $1 }).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.all) func plannedPlacesSayWhatWasBefore(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let (sales, occasion) = (try await company.unit("总部/销售部"), company.occasion)
            try await company.database.write { tx in
                try UnitChanges.plan(3107, in: sales, from: iso("2026-01-01"), occasion, tx)
                try UnitChanges.plan(5711, in: sales, from: iso("2026-06-01"), occasion, tx)
            }
            let entry = try await company.database.read { tx in
                try tx.value("select max(number) from audit_entries", as: Int.self)
            }
            let number = try #require(entry)
            try await PageVisit.with(company, .auditor) { auditor async throws in
                let page = try await auditor.page("/audit/\(number)")
                #expect(page.contains("3107") && page.contains("5711"))
            }
            let reports = try await company.database.read { tx in
                try tx.rows(
                    "select places from headcount_plans where unit_id = \(sales) order by starts_on"
                ) { row in try row.value(Int.self) }
            }
            #expect(reports == [3107, 5711])
        }
    }
}
