import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

struct WorkbenchTests {
    private static func part(_ viewer: Viewer, _ company: Company) async throws -> WorkbenchPart {
        let card = WorkbenchCard.organization(StaffFigures())
        let asked = WorkbenchQuestion(viewer: viewer, today: Company.today, house: company.house)
        return try await company.database.read { tx in try card.load(asked, tx) }
    }

    /// 2026-06-15: two joined this month, one of them this week; one left; one contract ends within 90 days.
    @Test(arguments: Engine.all) func countsWhatTheRoleMayCount(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(
                """
                工号,姓名,部门,入职日期,离职日期,合同开始日期,合同结束日期
                A1,王芳,总部,2024-01-02,,2024-01-02,2026-08-01
                A2,李雷,总部,2026-06-02,,,
                A3,韩梅,总部,2026-06-12,,,
                A4,张伟,总部,2020-06-12,2026-06-10,,
                """)
            let figures = try await Self.part(Company.viewer(.hr), company).figures
            let values = Dictionary(uniqueKeysWithValues: figures.map { ($0.code, $0.value) })
            #expect(values["headcount"] == 3 && values["joiners"] == 2 && values["leavers"] == 1)
            #expect(values["contracts"] == 1)
            #expect((values["quality"] ?? 0) > 0)
            let person = try await company.person("A1")
            let employee = try await Self.part(Company.viewer(.employee, person), company)
            #expect(employee.figures.isEmpty && employee.changes.isEmpty)
            #expect(employee.links.contains { $0.target == "/people/\(person)" })
        }
    }

    @Test func urgentFirstThenByDay() {
        let link = WorkbenchLink(Phrase(verbatim: "x"), "/")
        func need(_ name: String, _ day: Int?, urgent: Bool = false) -> WorkbenchNeed {
            WorkbenchNeed(
                Phrase(verbatim: name), due: day.map { Company.today + $0 }, isUrgent: urgent, action: link)
        }
        let sorted = WorkbenchInbox.sorted([
            need("a", nil), need("b", 3), need("c", nil, urgent: true), need("d", -1), need("e", 9, urgent: true),
        ])
        #expect(sorted.map(\.title.zh) == ["e", "c", "d", "b", "a"])
    }
}
