import Foundation
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

struct StaffImportTests {
    static let head = "工号,姓名,部门,岗位,职级,直属上级,入职日期,离职日期,状态,身份证号,基本工资,合同起始日期,合同到期日期\n"

    @Test(arguments: Engine.all) func aSheetMakesACompany(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            let text = SampleStaff(count: 400, today: Company.today).csv
            let first = try await company.bring(text)
            #expect(first.report.problems.filter { $0.weight == .refused } == [])
            #expect(first.reconciliation?.counts == ImportCounts(created: 400))
            let second = try await company.bring(text)
            #expect(second.report.counts == ImportCounts(unchanged: 400))
            try await company.database.read { tx in
                try AsOf.check(Company.today, tx)
                #expect(try tx.value("select count(*) from people", as: Int.self) == 400)
                #expect(try tx.value("select max(depth) from unit_paths", as: Int.self) == 3)
                #expect(
                    try tx.value(
                        "select count(*) from staff where line_path is null and status <> 'left'", as: Int.self) == 0)
            }
        }
    }

    /// Of every row: what is wrong, at its row and column.
    @Test(arguments: [
        ("E1,王芳,总部,会计,,,2024-02-01,2024-01-31,离职,,,,", "离职日期"),
        ("E1,王芳,总部,会计,,,2024-02-01,,离职,,,,", "离职日期"),
        ("E1,王芳,总部,会计,,,2024-02-01,2025-01-31,在职,,,,", "状态"),
        ("E1,王芳,总部,会计,,E1,2024-02-01,,在职,,,,", "直属上级"),
        ("E1,王芳,总部,会计,,没有,2024-02-01,,在职,,,,", "直属上级"),
        ("E1,王芳,总部//会计部,会计,,,2024-02-01,,在职,,,,", "部门"),
        ("E1,王芳,总部,会计,,,1900-02-01,,在职,,,,", "入职日期"),
        ("E1,王芳,总部,会计,,,2024-02-01,,在职,11010519491231002X1,,,", "身份证号"),
        ("E1,王芳,总部,会计,,,2024-02-01,,在职,,abc,,", "基本工资"),
        ("E1,王芳,总部,会计,,,2024-02-01,,在职,,,2024-02-01,2024-01-01", "合同到期日期"),
    ])
    func everyProblemIsNamed(_ row: String, _ column: String) async throws {
        try await Company.with { company in
            let report = try await company.bring(Self.head + row + "\n", dryRun: true).report
            #expect(report.problems.contains { $0.row == 2 && $0.column == column }, "\(report.problems)")
        }
    }

    @Test func twoPeopleOfOneNameCannotBothBeTheManager() async throws {
        try await Company.with { company in
            let report = try await company.bring(
                Self.head + "1,王芳,总部,,,,2020-01-01,,,,,,\n2,王芳,总部,,,,2020-01-01,,,,,,\n3,李雷,总部,,,王芳,2020-01-01,,,,,,\n",
                dryRun: true
            ).report
            #expect(report.problems.contains { $0.row == 4 && $0.column == "直属上级" && $0.weight == .refused })
        }
    }

    /// Two rows of one number are two stretches, if they do not overlap.
    @Test(arguments: Engine.all) func whoReturnedHasTwoRows(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            let rows = "7,李雷,总部/销售部,销售,,,2023-01-01,,在职,,8000,,\n7,李雷,总部/客服部,客服,,,2020-01-01,2021-12-31,离职,,6000,,\n"
            try await company.bring(Self.head + rows)
            let person = try await company.person("7")
            try await company.database.read { tx in
                let stretches = try PersonStore.employments(of: person, tx)
                #expect(stretches.map(\.hireDay) == [iso("2020-01-01"), iso("2023-01-01")])
                #expect(stretches[1].previous == stretches[0].id)
                #expect(try PersonStore.posts(of: person, tx).map(\.unitName) == ["客服部", "销售部"])
                #expect(
                    try PersonStore.payRates(of: person, tx).map(\.monthly) == [Money(yuan: 6000), Money(yuan: 8000)])
                try AsOf.check(Company.today, tx)
            }
            #expect(try await company.bring(Self.head + rows).report.counts == ImportCounts(unchanged: 2))
            let overlap = "7,李雷,总部,,,,2019-01-01,,,,,,\n7,李雷,总部,,,,2023-01-01,,,,,,\n"
            #expect(try await company.bring(Self.head + overlap, dryRun: true).report.problemCount > 0)
        }
    }

    /// What differs in a later sheet begins on the day of the import; what stood before stays in the history.
    @Test(arguments: Engine.all) func aLaterSheetChangesFromThatDay(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            let boss = "1,张敏,总部,总经理,,,2019-01-01,,在职,,20000,,\n"
            try await company.bring(Self.head + boss + "2,李雷,总部/销售部,销售,P1,,2020-01-01,,在职,,8000,,\n")
            let second = try await company.bring(
                Self.head + boss + "2,李雷,总部/客服部,客服,P2,张敏,2020-01-01,,在职,,9000,,\n")
            #expect(second.reconciliation?.counts == ImportCounts(updated: 1, unchanged: 1))
            let person = try await company.person("2")
            try await company.database.read { tx in
                let posts = try PersonStore.posts(of: person, tx)
                #expect(posts.map(\.unitName) == ["销售部", "客服部"])
                #expect(posts[0].days.end == Company.today && posts[1].days.start == Company.today)
                #expect(
                    try PersonStore.payRates(of: person, tx).map(\.monthly) == [Money(yuan: 8000), Money(yuan: 9000)])
                try AsOf.check(Company.today, tx)
            }
            // Leaving closes post and pay on the day after the last.
            try await company.bring(
                Self.head + boss + "2,李雷,总部/客服部,客服,P2,张敏,2020-01-01,2026-06-20,,,9000,,\n")
            try await company.database.read { tx in
                #expect(try PersonStore.posts(of: person, tx).last?.days.end == iso("2026-06-21"))
                #expect(try PersonStore.payRates(of: person, tx).last?.days.end == iso("2026-06-21"))
                try AsOf.check(Company.today, tx)
            }
        }
    }

    /// A batch that is undone leaves nothing behind.
    @Test(arguments: Engine.all) func undoneLeavesNothing(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(SampleStaff(count: 60, today: Company.today).csv)
            let before = try await contents(company)
            let batch = try #require(
                try await company.bring(SampleStaff(count: 150, today: Company.today, seed: 2).csv, takesGoodRows: true)
                    .batch)
            #expect(try await contents(company) != before)
            try await Importing.undo(batch, house: company.house, viewer: Company.program)
            let after = try await contents(company)
            #expect(after.filter { !before.contains($0) } == [])
            #expect(before.filter { !after.contains($0) } == [])
        }
    }

    private func contents(_ company: Company) async throws -> [String] {
        try await company.database.read { tx in
            var lines: [String] = []
            let questions: [Query] = [
                "select * from people order by 1", "select * from employments order by 1",
                "select * from assignments order by 1", "select * from contracts order by 1",
                "select * from pay_rates order by 1, 2", "select * from separations order by 1",
                "select * from staff order by 1", "select * from unit_facts order by 1, 2",
                "select * from staff_search order by 1, 2", "select * from unit_paths order by 1",
            ]
            for question in questions {
                try tx.each(question) { row in
                    lines.append("\((0..<row.width).map { row.stored(at: $0) })")
                }
            }
            return lines
        }
    }
}
