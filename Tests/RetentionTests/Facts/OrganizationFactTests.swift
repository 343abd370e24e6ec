import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// Worked by hand: a small company over two years.
struct OrganizationFactTests {
    private static let sheet = """
        工号,姓名,部门,岗位,职级,直属上级,入职日期,离职日期,状态,试用期到期日,转正日期,基本工资,合同类型,合同起始日期,合同到期日期,用工形式
        1,总经理,总部,总经理,M5,,2018-01-01,,在职,,,,,,,全职
        2,甲,总部/销售部,销售,P3,1,2023-06-15,,在职,,,8000,固定期限,2023-06-15,2026-12-31,全职
        3,乙,总部/销售部,销售,P3,1,2024-01-01,,在职,,,12000,无固定期限,2024-01-01,,全职
        4,丙,总部/销售部,销售,P3,1,2024-01-01,2026-03-31,离职,,,9000,,,,全职
        5,丁,总部/客服部,客服,P2,1,2026-05-01,,试用期,2026-07-31,,6000,固定期限,2026-05-01,2028-04-30,全职

        """

    @Test(arguments: Engine.all) func eachFactIsWhatHandsCount(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.bring(Self.sheet)
            try await company.database.write { tx in
                try tx.execute("update positions set pay_least = 600000, pay_most = 1600000 where name = '销售'")
                try tx.execute("update employments set kind = 'intern' where hired_on = '2026-05-01'")
            }
            let (two, three, five) = (
                try await company.person("2"), try await company.person("3"), try await company.person("5")
            )
            let service = try await company.unit("总部/客服部")
            let occasion = company.occasion
            // 甲 moves to 客服部 under 乙 on 1 June 2026 and is promoted there.
            try await company.database.write { tx in
                let position = try tx.value("select id from positions where name = '客服'", as: ID<Position>.self)
                let level = try tx.newID(Level.self)
                try tx.execute("insert into levels (id, name, rank) values (\(level), 'P5', 5)")
                try Posts.change(
                    two, to: Post(unit: service, position: position, level: level, manager: three),
                    from: iso("2026-06-01"), cause: .promotion, replacing: true, occasion, tx)
            }
            let june = try await company.snapshot(iso("2026-06-14"))
            func value(_ code: String, _ person: ID<Person>, _ snapshot: Snapshot) -> Double? {
                snapshot.value(code, of: person.rawValue)
            }
            #expect(june.subjects.count == 4)
            #expect(value("tenure_months", two, june) == 35)
            #expect(value("on_probation", two, june) == 0)
            #expect(value("on_probation", five, june) == 1)
            #expect(value("probation_days_left", five, june) == 47)
            #expect(value("probation_days_left", two, june) == nil)
            #expect(value("employment_kind", five, june) == 2)
            #expect(value("level_rank", two, june) == 5)
            #expect(value("post_months", two, june) == 0)
            #expect(value("post_months", three, june) == 29)
            #expect(value("months_since_promotion", two, june) == 0)
            #expect(value("months_since_promotion", three, june) == 29)
            #expect(value("unit_moves_24m", two, june) == 1)
            #expect(value("unit_moves_24m", three, june) == 0)
            #expect(value("manager_changes_12m", two, june) == 1)
            #expect(value("manager_months", two, june) == 0)
            #expect(value("manager_months", three, june) == 29)
            #expect(value("manager_span", two, june) == 1)
            #expect(value("manager_span", three, june) == 2)
            #expect(value("unit_size", two, june) == 2)
            #expect(value("contract_days_left", two, june) == 200)
            #expect(value("contract_days_left", three, june) == nil)
            #expect(value("contract_renewals", two, june) == 0)
            // 客服 has no band; 乙 stands at (12,000 − 6,000) ÷ 10,000.
            #expect(value("pay_position", two, june) == nil)
            #expect(abs((value("pay_position", three, june) ?? 0) - 0.6) < 1e-6)
            #expect(value("months_since_pay_change", three, june) == 29)
            // One of three left 销售部 between 14 December and 13 June; there were three at the start.
            #expect(abs((value("unit_turnover_6m", three, june) ?? 0) - 1.0 / 3) < 1e-6)
            // Nobody was in 客服部 half a year before.
            #expect(value("unit_turnover_6m", five, june) == nil)

            // Before the move all that did not hold.
            let may = try await company.snapshot(iso("2026-05-31"))
            #expect(value("unit_moves_24m", two, may) == 0)
            #expect(value("manager_months", two, may) == 35)
            #expect(value("level_rank", two, may) == 3)
            #expect(abs((value("pay_position", two, may) ?? 0) - 0.2) < 1e-6)
            #expect(value("unit_size", two, may) == 2)
        }
    }

    @Test func whatIsProtectedIsNotPublished() {
        let codes = PublishedFact.ofOrganization.map(\.code)
        #expect(Set(codes).count == codes.count)
        for word in ["age", "gender", "birth", "health", "nation", "marri"] {
            #expect(!codes.contains { $0.split(separator: "_").contains { $0.hasPrefix(word) && $0 != "manager" } })
        }
        for fact in PublishedFact.ofOrganization {
            #expect(!fact.purpose.zh.isEmpty && !fact.name.en.isEmpty && fact.keptMonths <= 36)
        }
    }
}
