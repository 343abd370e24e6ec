import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

/// The sheets beside the flat staff sheet.
struct SheetImportTests {
    private func withStaff(_ engine: Engine, _ body: (Company) async throws -> Void) async throws {
        try await Company.with(engine) { company in
            try await company.bring(VisibilityTests.sheet)
            try await body(company)
            try await company.database.read { tx in try AsOf.check(Company.today, tx) }
        }
    }

    /// Bringing the same sheet again changes nothing, and undoing the first leaves what was there before.
    private func twice(_ company: Company, _ text: String, as kind: String) async throws -> Reconciliation {
        let first = try await company.bring(text, as: kind)
        #expect(first.report.problemCount == 0, "\(first.report.problems)")
        let second = try await company.bring(text, as: kind, dryRun: true)
        #expect(second.report.counts?.changesSomething == false, "\(String(describing: second.report.counts))")
        return try #require(first.reconciliation)
    }

    @Test(arguments: Engine.all) func units(_ engine: Engine) async throws {
        try await withStaff(engine) { company in
            _ = try await twice(
                company,
                "部门全路径,部门编码,类型,负责人,成本中心,城市,设立日期\n总部/销售部,S1,部门,2,CC1,上海,2019-01-01\n总部/销售部/南区,S2,小组,韩梅,,广州,2024-01-01\n",
                as: "units")
            try await company.database.read { tx in
                let tree = try UnitStore.tree(asOf: Company.today, as: Company.program, StaffFigures(), tx)
                let sales = try #require(tree.first { $0.path == "总部/销售部" })
                #expect(sales.head?.name == "李雷" && sales.costCentre == "CC1" && sales.code == "S1")
                #expect(tree.contains { $0.path == "总部/销售部/南区" && $0.head?.name == "韩梅" })
            }
        }
    }

    @Test(arguments: Engine.all) func posts(_ engine: Engine) async throws {
        try await withStaff(engine) { company in
            _ = try await twice(
                company,
                "工号,姓名,开始日期,结束日期,部门,岗位,职级,直属上级,任职类型\n2,李雷,2020-01-01,,总部/客服部,客服,P1,3,主岗\n2,李雷,2022-03-01,,总部/销售部,销售,P2,1,主岗\n",
                as: "assignments")
            let person = try await company.person("2")
            try await company.database.read { tx in
                let posts = try PersonStore.posts(of: person, tx)
                #expect(posts.map(\.unitName) == ["客服部", "销售部"] && posts.map(\.level) == ["P1", "P2"])
                #expect(posts.map(\.days.start) == [iso("2020-01-01"), iso("2022-03-01")])
            }
            let report = try await company.bring(
                "工号,开始日期,部门\n2,2019-01-01,总部\n99,2021-01-01,总部\n", as: "assignments", dryRun: true
            ).report
            #expect(report.problems.map(\.row) == [2, 3])
        }
    }

    @Test(arguments: Engine.all) func contracts(_ engine: Engine) async throws {
        try await withStaff(engine) { company in
            _ = try await twice(
                company,
                "工号,合同编号,合同类型,合同起始日期,合同到期日期,合同签订日期\n3,C2,固定期限,2023-01-01,2025-12-31,2023-01-01\n3,C1,固定期限,2020-01-01,2022-12-31,2020-01-01\n3,C3,无固定期限,2026-01-01,,2026-01-01\n",
                as: "contracts")
            let person = try await company.person("3")
            try await company.database.read { tx in
                let contracts = try PersonStore.contracts(of: person, tx)
                #expect(contracts.map(\.number) == ["C1", "C2", "C3"] && contracts.map(\.renewals) == [0, 1, 2])
            }
        }
    }

    @Test(arguments: Engine.all) func leavers(_ engine: Engine) async throws {
        try await withStaff(engine) { company in
            _ = try await twice(
                company, "工号,离职日期,离职类型,离职原因,是否遗憾离职,去向\n4,2026-05-31,主动离职,职业发展,是,同行\n5,2025-01-31,被动离职,,,\n",
                as: "separations")
            let person = try await company.person("4")
            try await company.database.read { tx in
                let separation = try #require(try PersonStore.separations(of: person, tx).first)
                #expect(
                    separation.reason == .career && separation.regret.verdict == .regretted && separation.note == "同行")
                #expect(try PersonStore.posts(of: person, tx).last?.days.end == iso("2026-06-01"))
                #expect(try tx.value("select status from staff where number = '4'", as: String.self) == "left")
            }
        }
    }

    @Test(arguments: Engine.all) func pay(_ engine: Engine) async throws {
        try await withStaff(engine) { company in
            _ = try await twice(
                company, "工号,工资月份,基本工资,应发工资,个人养老保险\n2,2026-05,8000,9500.50,640\n3,2026-05,12000,13000,960\n", as: "pay")
            _ = try await twice(company, "工号,生效日期,基本工资\n2,2026-07-01,8800\n2,2026-09-01,9900\n", as: "pay")
            let person = try await company.person("2")
            try await company.database.read { tx in
                let paid = try PersonStore.paidMonths(of: person, tx)
                #expect(paid.first?.items.contains { $0.code == "gross" && $0.amount == Money(fen: 950_050) } == true)
                let rates = try PersonStore.payRates(of: person, tx)
                #expect(rates.map(\.monthly) == [Money(yuan: 8000), Money(yuan: 8800), Money(yuan: 9900)])
                #expect(rates.map(\.days.end) == [iso("2026-07-01"), iso("2026-09-01"), nil])
            }
        }
    }
}
