import HTTPTypes
import HummingbirdTesting
import Kernel
import Organization
import SQL
import Shell
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

struct InterviewPageTests {
    private static let staff =
        "工号,姓名,部门,直属上级,入职日期\n1,甲,总部,,2020-01-01\n2,乙,总部/销售部,1,2020-01-01\n3,丙,总部/销售部,1,2020-01-01\n"

    private static let exit: KeyValuePairs<String, String> = [
        "held_on": "2026-06-14", "held_by": "丁经理", "decision": "leaves", "main_reason": "betterPay",
        "reasons": "career", "kept_by": "加薪", "would_return": "maybe",
    ]

    private static func resign(_ person: ID<Person>, _ company: Company) async throws {
        let occasion = company.occasion
        try await company.database.write { tx in
            var draft = Leaving.Draft(lastDay: Company.today + 20, kind: .voluntary)
            draft.noticeDay = Company.today - 2
            draft.reason = .career
            try Leaving.separate(person, draft, occasion, tx)
        }
    }

    @Test(arguments: Engine.all) func anExitInterviewIsAskedForHeldAndCounted(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.bring(Self.staff)
            let two = try await company.person("2")
            try await PageVisit.with(company, .hr) { visit async throws in
                try await Self.resign(two, company)
                // HR is asked to talk to them, with the last day as due day.
                #expect(try await visit.page("/inbox").contains("安排与乙的离职面谈"))
                #expect(try await visit.page("/leaving/interviews").contains("乙"))
                let page = try await visit.page("/people/\(two)/leaving")
                #expect(page.contains("主动离职") && page.contains("/people/\(two)/separation"))
                let saved = try await visit.post("/people/\(two)/exit-interview", Self.exit)
                #expect(saved.status == .seeOther)
                // Sent twice it is one interview.
                let again = Dictionary(uniqueKeysWithValues: Self.exit.map { ($0.key, $0.value) })
                #expect(try await visit.problems("/people/\(two)/exit-interview", again)["held_on"] != nil)
                let path = try #require(saved.location)
                let shown = try await visit.page(path)
                #expect(shown.contains("薪酬福利") && shown.contains("职业发展") && shown.contains("加薪"))
                #expect(try await visit.page("/inbox").contains("没有待处理的事项"))
                #expect(!(try await visit.page("/leaving/interviews").contains("乙")))
                #expect(try await visit.page("/leaving/interviews?tab=exit&reason=career").contains("乙"))
                // One leaver is no group.
                #expect(try await visit.page("/leaving").contains("人数太少"))
                #expect(try await visit.page(path + "/edit").contains("丁经理"))
                #expect(try await visit.get("/leaving/interviews/export?form=csv&tab=exit").status == .ok)
            }
        }
    }

    @Test func problemsStandAtTheirFields() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            let two = try await company.person("2")
            try await PageVisit.with(company, .hr) { visit async throws in
                var fields = Dictionary(uniqueKeysWithValues: Self.exit.map { ($0.key, $0.value) })
                fields["held_on"] = "2026-07-01"
                #expect(try await visit.problems("/people/\(two)/exit-interview", fields)["held_on"] != nil)
                fields["held_on"] = "2026-06-01"
                fields["main_reason"] = "misconduct"
                #expect(try await visit.problems("/people/\(two)/exit-interview", fields)["main_reason"] != nil)
                fields["main_reason"] = ""
                #expect(try await visit.problems("/people/\(two)/exit-interview", fields)["main_reason"] != nil)
            }
        }
    }

    @Test func aStayInterviewIsFollowedUp() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            let three = try await company.person("3")
            try await PageVisit.with(company, .hr) { visit async throws in
                let saved = try await visit.post(
                    "/people/\(three)/stay-interview",
                    [
                        "held_on": "2026-06-15", "held_by": "丁经理", "outlook": "unsure", "staying": "同事很好",
                        "follow_up_on": "2026-07-15",
                    ])
                let path = try #require(saved.location)
                #expect(try await visit.page(path).contains("同事很好"))
                #expect(try await visit.page("/inbox").contains("跟进与丙的留任面谈"))
                #expect(try await visit.post(path + "/follow-up").status == .seeOther)
                #expect(try await visit.page("/inbox").contains("没有待处理的事项"))
                let decided = try await visit.post(
                    "/people/\(three)/rehire", ["eligibility": "eligible", "reason": "表现稳定"])
                #expect(decided.status == .seeOther)
                #expect(try await visit.page("/people/\(three)/leaving").contains("可以再次录用"))
            }
        }
    }

    /// Interviews are for HR: nobody else finds them, and nobody finds their own.
    @Test func foreignIsMissing() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            let two = try await company.person("2")
            try await PageVisit.with(company, .hr, number: "3") { visit async throws in
                let saved = try await visit.post("/people/\(two)/exit-interview", Self.exit)
                #expect(saved.status == .seeOther)
                let own = try await company.person("3")
                #expect(try await visit.get("/people/\(own)/leaving").status == .notFound)
                #expect(try await visit.post("/people/\(own)/exit-interview", Self.exit).status == .notFound)
            }
            let id = try await company.database.read { tx in
                try tx.value("select id from exit_interviews", as: Int64.self)
            }
            let path = "/exit-interviews/\(try #require(id))"
            for role in [BuiltinRole.manager, .employee, .payroll, .executive, .auditor] {
                try await PageVisit.with(company, role) { visit async throws in
                    #expect(try await visit.get(path).status == .notFound, "\(role)")
                    #expect(try await visit.get("/people/\(two)/leaving").status == .notFound, "\(role)")
                }
            }
            try await PageVisit.with(company, .executive) { visit async throws in
                #expect(try await visit.get("/leaving").status == .ok)
                #expect(try await visit.get("/leaving/interviews?tab=exit").status == .notFound)
            }
        }
    }
}
