import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// The pages through the doorway, role by role, on a company of its own.
@Suite struct TurnoverPageTests {
    /// Two teams of six under a manager, and a third of three; four left in May 2026, one of them of the small team.
    private static func sheet() -> String {
        var lines = ["工号,姓名,部门,岗位,职级,直属上级,入职日期,离职日期,状态,离职类型,基本工资"]
        lines.append("1,总经理,总部,总经理,M5,,2018-01-01,,在职,,30000")
        lines.append("2,经理甲,总部/一部,经理,M1,1,2019-01-01,,在职,,15000")
        lines.append("3,经理乙,总部/二部,经理,M1,1,2019-01-01,,在职,,15000")
        for number in 10..<16 {
            let left = number < 12
            lines.append(
                "\(number),一部\(number),总部/一部,销售,P1,2,2020-03-01,\(left ? "2026-05-\(number)" : ""),"
                    + "\(left ? "离职" : "在职"),\(left ? "主动" : ""),8000")
        }
        for number in 20..<26 {
            let left = number == 20
            lines.append(
                "\(number),二部\(number),总部/二部,销售,P1,3,2021-03-01,\(left ? "2026-05-31" : ""),"
                    + "\(left ? "离职" : "在职"),\(left ? "主动" : ""),8000")
        }
        for number in 30..<33 {
            let left = number == 30
            lines.append(
                "\(number),三部\(number),总部/三部,销售,P1,1,2022-03-01,\(left ? "2026-05-20" : ""),"
                    + "\(left ? "离职" : "在职"),\(left ? "主动" : ""),8000")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rows(_ page: [String: Any]) throws -> [[String: Any]] {
        let board = try #require(page["board"] as? [String: Any])
        return try #require(board["rows"] as? [[String: Any]])
    }

    @Test(arguments: Engine.all) func aFigureLeadsToItsPeople(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.bring(Self.sheet())
            try await PageVisit.with(company, .hr) { visit async throws in
                let page = try await visit.page("/turnover")
                #expect(page.contains("谁在离开") && page.contains("期初口径") && page.contains("期内离职人次"))
                #expect(page.contains("/turnover/people?"))
                for group in TurnoverGrouping.allCases {
                    let asked = "period=month&through=2026-05-31&group=\(group.rawValue)"
                    let rows = try Self.rows(try await visit.json("/turnover?\(asked)"))
                    #expect(!rows.isEmpty)
                    for row in rows {
                        guard let count = row["count"] as? [String: Any] else { continue }
                        let period = try #require(row["period"] as? [String: Any])
                        let key = group == .time ? period["first"] as? String : row["key"] as? String
                        let at = try #require(key)
                        let list = try await visit.json("/turnover/people?\(asked)&part=leavers&at=\(at)")
                        #expect(list["count"] as? Int == count["leavers"] as? Int, "\(group) \(at)")
                    }
                }
                let may = try await visit.json("/turnover?through=2026-05-31")
                let last = try #require(try Self.rows(may).last)
                let count = try #require(last["count"] as? [String: Any])
                #expect(count["opening"] as? Int == 18)
                #expect(count["leavers"] as? Int == 4)
                // Whoever works until the 31st is still counted at its end.
                #expect(count["closing"] as? Int == 15)
                #expect(last["rate"] as? String == "0.222222222")
            }
        }
    }

    @Test func whoSeesFiguresSeesNobody() async throws {
        try await Population.with { company in
            try await company.bring(Self.sheet())
            let small = try await company.unit("总部/三部")
            try await PageVisit.with(company, .executive) { visit async throws in
                let page = try await visit.page("/turnover?period=year&through=2026-05-31&group=unit")
                #expect(!page.contains("/turnover/people"))
                // The small team and the manager's own unit are shown with the next larger one.
                #expect(page.contains("合并") && !page.contains(">三部<"))
                for path in [
                    "/turnover/people?part=leavers", "/turnover?unit=\(small)", "/turnover/people/export",
                    "/turnover/cohorts/export",
                ] { #expect(try await visit.get(path).status == .notFound, "\(path)") }
                #expect(try await visit.get("/turnover/benchmarks/new").status == .notFound)
            }
            try await PageVisit.with(company, .employee, number: "12") { visit async throws in
                for path in ["/turnover", "/turnover/cohorts", "/turnover/survival", "/turnover/cost"] {
                    let answer = try await visit.get(path)
                    #expect(answer.status == .notFound, "\(path)")
                }
            }
        }
    }

    @Test func aManagerCountsTheLine() async throws {
        try await Population.with { company in
            try await company.bring(Self.sheet())
            try await PageVisit.with(company, .manager, number: "2") { visit async throws in
                let list = try await visit.json("/turnover/people?through=2026-05-31&part=leavers&at=2026-05-01")
                #expect(list["count"] as? Int == 2)
                let page = try await visit.page("/turnover/people?through=2026-05-31&part=opening&at=2026-05-01")
                #expect(page.contains("一部10") && !page.contains("二部20") && !page.contains("经理乙"))
                // Pay is nothing a line shows.
                #expect(try await visit.get("/turnover/cost").status == .notFound)
            }
        }
    }

    @Test func theHeadcountBoardCountsTheSame() async throws {
        try await Population.with { company in
            try await company.staff(300, seed: 5)
            let (house, viewer, today) = (company.house, company.program, company.today)
            try await company.database.read { tx in
                let desk = TurnoverDesk()
                let sheet = try desk.sheet(on: today, as: viewer, house, tx)
                let board = try desk.board(TurnoverQuestion(through: today), sheet)
                let other = try HeadcountBoard.load(through: today, months: 12, as: viewer, StaffFigures(), tx)
                #expect(board.rows.count == other.months.count)
                for (row, month) in zip(board.rows, other.months) {
                    let count = try #require(row.count)
                    #expect(row.key == month.month.firstDay.iso)
                    #expect(count.opening == month.movement.opening)
                    #expect(count.joiners == month.movement.joiners)
                    #expect(count.leavers == month.movement.leavers)
                    #expect(count.closing == month.movement.closing)
                }
            }
        }
    }

    @Test func costsAndBenchmarksAreEdited() async throws {
        try await Population.with { company in
            try await company.bring(Self.sheet())
            try await PageVisit.with(company, .hr) { visit async throws in
                let before = try await visit.page("/turnover/cost?through=2026-05-31")
                // Four leavers of P1: 8,000 × 12 × 150 % × 4.
                #expect(before.contains("576,000.00"))
                let saved = try await visit.post(
                    "/turnover/cost/multiples", ["ordinary": "200%", "key": "500%"])
                #expect(saved.status == .seeOther)
                #expect(try await visit.page("/turnover/cost?through=2026-05-31").contains("768,000.00"))
                let refused = try await visit.problems(
                    "/turnover/cost/multiples", ["ordinary": "-5%", "key": "many"])
                #expect(refused.keys.sorted() == ["key", "ordinary"])
                #expect(try await visit.page("/turnover/benchmarks").contains("还没有行业基准"))
                let made = try await visit.post(
                    "/turnover/benchmarks/new",
                    [
                        "name": "零售业", "year": "2025", "rate": "24%", "kind": "all", "definition": "opening",
                        "source": "某协会年报第 12 页",
                    ])
                #expect(made.status == .seeOther)
                let list = try await visit.page("/turnover/benchmarks")
                #expect(list.contains("零售业") && list.contains("某协会年报第 12 页"))
                #expect(try await visit.page("/turnover?through=2026-05-31").contains("零售业 2025"))
                #expect(
                    try await visit.problems("/turnover/benchmarks/new", ["name": "甲", "year": "2025", "rate": "24%"])[
                        "source"] != nil)
                let id = try await company.database.read { tx in
                    try tx.value("select id from turnover_benchmarks", as: Int64.self)
                }
                let gone = try await visit.post("/turnover/benchmarks/\(try #require(id))/deletion")
                #expect(gone.status == .seeOther)
            }
        }
    }

    @Test func everyTableIsAFileAndEveryPageReadsInBothLanguages() async throws {
        try await Population.with { company in
            try await company.staff(400, seed: 3)
            try await PageVisit.with(company, .hr) { visit async throws in
                for path in ["", "/people", "/cohorts", "/survival", "/cost", "/benchmarks"] {
                    for form in ["csv", "xlsx"] {
                        let file = try await visit.get("/turnover\(path)/export?form=\(form)")
                        #expect(file.status == .ok, "\(path) \(form)")
                    }
                    for language in Language.allCases {
                        #expect(try await visit.get("/turnover\(path)", language).status == .ok, "\(path)")
                    }
                }
                for by in CohortQuestion.Comparison.allCases {
                    #expect(try await visit.get("/turnover/survival?by=\(by.rawValue)&period=year").status == .ok)
                }
                #expect(try await visit.get("/turnover?through=2026-13-01").status != .ok)
                #expect(try await visit.get("/turnover?unit=999999").status == .notFound)
            }
        }
    }
}
