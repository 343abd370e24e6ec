import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The headcount board, the contract calendar and the data-quality page, through the doorway.
struct BoardPageTests {
    @Test(arguments: Engine.all) func headcount(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let unit = try await company.unit("总部")
            try await PageVisit.with(company, .hr) { hr in
                let page = try await hr.page("/headcount")
                #expect(page.contains("编制看板") && page.contains("5 人"))
                let board = try #require(try await hr.json("/headcount?months=24")["board"] as? [String: Any])
                #expect((board["months"] as? [Any])?.count == 24)
                let whole = try #require(board["whole"] as? [String: Any])
                #expect(whole["closing"] as? Int == 5 && whole["leavers"] as? Int == 1)
                let below = try #require(try await hr.json("/headcount?unit=\(unit)")["board"] as? [String: Any])
                #expect((below["whole"] as? [String: Any])?["closing"] as? Int == 4)
                let past = try #require(try await hr.json("/headcount?through=2019-06-30")["board"] as? [String: Any])
                #expect((past["whole"] as? [String: Any])?["closing"] as? Int == 1)
                #expect(try await hr.get("/headcount?through=gestern").status == .unprocessableContent)
                #expect(try await hr.get("/headcount?unit=999999").status == .notFound)
                #expect(try await hr.page("/headcount/units/export?form=csv").contains("总部,"))
                #expect(try await hr.page("/headcount/months/export?form=csv").contains("2026-06,"))
                #expect(try await hr.get("/headcount/units/export?form=xlsx").status == .ok)
            }
            try await PageVisit.with(company, .employee, number: "4") { employee async throws in
                #expect(try await employee.get("/headcount").status == .notFound)
            }
            // A line of one's own counts; the rest of the company does not.
            try await PageVisit.with(company, .manager, number: "3") { manager in
                let board = try #require(try await manager.json("/headcount")["board"] as? [String: Any])
                #expect((board["whole"] as? [String: Any])?["closing"] as? Int == 1)
            }
        }
    }

    @Test(arguments: Engine.all) func contracts(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let (person, occasion) = (try await company.person("2"), company.occasion)
            // A second fixed term in a row, which ends within 60 days.
            let contract = try await company.database.write { tx in
                let first = try #require(
                    try tx.value("select id from contracts where person_id = \(person)", as: ID<Contract>.self))
                try Contracts.end(first, on: iso("2023-12-31"), occasion, tx)
                return try Contracts.sign(
                    ContractDraft(
                        kind: .fixed, start: iso("2024-01-01"), last: iso("2026-07-31"), signed: iso("2024-01-01")),
                    for: person, occasion, tx)
            }
            try await PageVisit.with(company, .hr) { hr in
                let page = try await hr.page("/contracts")
                #expect(page.contains("李雷") && page.contains("续订应为无固定期限") && page.contains("作决定"))
                let rows = try #require(try await hr.json("/contracts")["rows"] as? [[String: Any]])
                #expect(rows.first?["duty"] as? String == "secondFixedTerm")
                #expect(try await hr.page("/contracts?month=2026-07").contains("李雷"))
                #expect(try await !hr.page("/contracts?month=2026-08").contains("李雷"))
                #expect(try await hr.get("/contracts?month=x").status == .unprocessableContent)
                // HR keeps files without pay: the formula is said, the amount is not.
                let decision = try await hr.page("/contracts/\(contract)")
                #expect(decision.contains("2N") && decision.contains("您没有查看薪酬的权限"))
                #expect(!decision.contains("8,000"))
                let path = "/contracts/\(contract)/decision"
                #expect(try await hr.problems(path, ["choice": "renewFixed"]).keys.sorted() == ["choice"])
                #expect(try await hr.problems(path, ["choice": "end"]).keys.sorted() == ["remark"])
                #expect(try await hr.problems(path, ["choice": "nothing"]).keys.sorted() == ["choice"])
                #expect(try await hr.post(path, ["choice": "renewFixed"]).text.contains("无固定期限"))
                #expect(try await hr.post(path, ["choice": "renewOpenEnded"]).location == "/contracts/\(contract)")
                #expect(try await hr.page("/contracts").contains("续订无固定期限"))
                #expect(try await hr.page("/contracts/\(contract)").contains("/people/\(person)/contracts/new"))
                #expect(try await hr.page("/contracts/export?form=csv").contains("续订无固定期限"))
                _ = try await hr.post(path + "/withdrawal")
                #expect(try await hr.page("/contracts").contains("作决定"))
                #expect(try await hr.get("/contracts/1").status == .notFound)
            }
            // HR of another unit: the contract does not exist.
            try await PageVisit.with(company, .hr, unit: "总部/客服部") { other async throws in
                #expect(try await other.get("/contracts/\(contract)").status == .notFound)
                #expect(
                    try await other.post("/contracts/\(contract)/decision", ["choice": "renewOpenEnded"]).status
                        == .notFound)
                #expect(try await !other.page("/contracts").contains("李雷"))
            }
            // One's own end is seen, the decision about it is not.
            try await PageVisit.with(company, .employee, number: "2") { employee in
                let page = try await employee.page("/contracts")
                #expect(page.contains("李雷") && !page.contains("作决定"))
                #expect(try await employee.get("/contracts/\(contract)").status == .notFound)
            }
        }
    }

    @Test func costOfEndingIsShownToThoseWhoSeePay() async throws {
        try await Company.with { company in
            try await company.bring(VisibilityTests.sheet)
            let (person, occasion) = (try await company.person("2"), company.occasion)
            try await company.database.read { tx in
                let contract = try #require(
                    try tx.value("select id from contracts where person_id = \(person)", as: ID<Contract>.self))
                let file = try ContractFile.load(contract, occasion: occasion, asksFixed: false, tx)
                // 2020-01-01 to 2026-12-31 is seven years at 8,000.
                #expect(file.cost?.total == Money(yuan: 56_000))
                #expect(file.duty == nil && file.basis == .plain)
                let page = ContractDecisionPage(file, today: Company.today, form: FormState())
                #expect(page.cost?.steps.isEmpty == false)
            }
        }
    }

    @Test(arguments: Engine.all) func quality(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            let person = try await company.person("4")
            try await PageVisit.with(company, .hr) { hr in
                let page = try await hr.page("/quality")
                #expect(page.contains("入职满一个月仍没有劳动合同"))
                let list = try await hr.page("/quality?check=contract_missing")
                #expect(list.contains("王芳") && list.contains("/people/\(person)/contracts/new"))
                #expect(try await hr.get("/quality?check=nothing").status == .notFound)
                let lines = try #require(try await hr.json("/quality")["lines"] as? [[String: Any]])
                let total = lines.compactMap { $0["people"] as? Int }.reduce(0, +)
                let file = try await hr.page("/quality/export?form=csv")
                #expect(file.split(separator: "\r\n").count == total + 1)
            }
            // Payroll sees the work side only.
            try await PageVisit.with(company, .payroll) { payroll async throws in
                #expect(try await !payroll.page("/quality").contains("没有证件号码"))
            }
            try await PageVisit.with(company, .employee, number: "4") { employee async throws in
                #expect(try await employee.get("/quality").status == .notFound)
            }
            try await PageVisit.with(company, .hr, unit: "分公司") { other async throws in
                #expect(try await !other.page("/quality?check=contract_missing").contains("王芳"))
            }
        }
    }
}
