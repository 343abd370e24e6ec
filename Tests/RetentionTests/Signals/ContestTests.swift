import HTTPTypes
import HummingbirdTesting
import Kernel
import Organization
import SQL
import Shell
import Testing

@testable import Retention
@testable import Shell

struct ContestTests {
    @Test(arguments: Engine.all) func aWrongFactStaysOutUntilCorrected(_ engine: Engine) async throws {
        try await SignalNightTests.with(engine) { office in
            let (two, day, company) = (office.people[1], Company.today, office.company)
            let house = company.house
            office.board.set("m_training_completion_last", two, 0.5, from: day)
            try await office.night(day)
            let subject = ID<Subject>(two.rawValue)
            let id = try await company.database.write { tx in
                let target = try Contests.target(
                    .fact, code: "m_training_completion_last", hit: nil, of: subject, house, tx)
                return try Contests.raise(target, "我已完成全部课程", of: subject, by: .program, house, tx)
            }
            // Once is enough while it is open.
            await #expect(throws: FormProblem.self) {
                try await company.database.write { tx in
                    let target = try Contests.target(
                        .fact, code: "m_training_completion_last", hit: nil, of: subject, house, tx)
                    return try Contests.raise(target, "再次", of: subject, by: .program, house, tx)
                }
            }
            let hr = company.viewer(.hr, office.people[3])
            let due = try await company.database.read { tx in
                try Contests.contest(id, as: hr, house, tx).due
            }
            #expect(due == house.today + 15)
            try await company.database.write { tx in
                try Contests.answer(id, .wrong, "系统漏记，已核实", as: hr, by: .program, house, tx)
            }
            #expect(try await office.hits().allSatisfy { $0.until != nil })
            #expect(try await office.inboxes().isEmpty)
            // Still out of use the next night, though the source says the same.
            try await office.night(day + 1)
            #expect(try await office.hits().count == 1)
            try await company.database.write { tx in try Contests.correct(id, as: hr, by: .program, house, tx) }
            try await office.night(day + 2)
            #expect(try await office.hits().filter { $0.until == nil }.map(\.subject) == [two.rawValue])
        }
    }

    /// A withdrawn signal says nothing more while its rule goes on holding, and is a fresh one later.
    @Test func aWithdrawnSignalStaysAwayForItsSpell() async throws {
        try await SignalNightTests.with { office in
            let (two, day, company) = (office.people[1], Company.today, office.company)
            let house = company.house
            office.board.set("manager_changes_12m", two, 2, from: day)
            office.board.set("manager_changes_12m", two, 0, from: day + 3)
            office.board.set("manager_changes_12m", two, 3, from: day + 5)
            try await office.night(day)
            let (subject, hr) = (ID<Subject>(two.rawValue), company.viewer(.hr, office.people[3]))
            try await company.database.write { tx in
                let hit = try tx.value("select id from signal_hits", as: Int64.self)
                let target = try Contests.target(.signal, code: nil, hit: hit, of: subject, house, tx)
                let id = try Contests.raise(target, "组织调整造成", of: subject, by: .program, house, tx)
                try Contests.answer(id, .withdrawn, "属实", as: hr, by: .program, house, tx)
            }
            try await office.night(day + 1)
            #expect(try await office.inboxes().isEmpty)
            #expect(try await office.hits().count == 1)
            try await office.night(day + 3)
            try await office.night(day + 5)
            #expect(try await office.hits().count == 2)
            #expect(try await office.inboxes().count == 2)
        }
    }

    @Test func everyEmployeeReadsTheirOwnRecordAndNobodyElses() async throws {
        try await SignalNightTests.with { office in
            let (two, three, day, company) = (office.people[1], office.people[2], Company.today, office.company)
            office.board.set("m_training_completion_last", two, 0.5, from: day)
            office.board.set("manager_changes_12m", three, 2, from: day)
            try await office.night(day)
            try await company.run(SnapshotJob.job)
            let hits = try await office.hits()
            #expect(hits.count == 2)
            let ids = try await company.database.read { tx in
                try tx.rows("select subject_id, id from signal_hits") { row in
                    (try row.value(Int64.self), try row.value(Int64.self))
                }
            }
            let foreign = try #require(ids.first { $0.0 == three.rawValue }?.1)
            // The account of number 2 exists already: walk with a session of it.
            try await company.database.write { tx in
                _ = try tx.execute("update accounts set subject_id = null where subject_id = \(two)")
            }
            try await PageVisit.with(company, .employee, number: "2") { visit async throws in
                let page = try await visit.page("/my-record")
                #expect(page.contains("培训完成率偏低") && page.contains("50%") && page.contains("测试用途"))
                #expect(page.contains("个人信息保护法第十三条第二项") && page.contains("24 个月"))
                let form = try await visit.page("/my-record/contests/new?matter=fact&code=m_training_completion_last")
                #expect(form.contains("50%"))
                #expect(
                    try await visit.get("/my-record/contests/new?matter=signal&hit=\(foreign)").status == .notFound)
                #expect(try await visit.get("/my-record/contests/new?matter=fact&code=nothing").status == .notFound)
                let sent = try await visit.post(
                    "/my-record/contests/new",
                    ["matter": "fact", "code": "m_training_completion_last", "words": "已完成全部课程"])
                #expect(sent.status == .seeOther)
                let own = try #require(sent.location)
                #expect(try await visit.page(own).contains("待答复"))
                #expect(try await visit.get("/contests").status == .notFound)
            }
            try await PageVisit.with(company, .hr) { visit async throws in
                let list = try await visit.page("/contests")
                #expect(list.contains("乙") && list.contains("待答复"))
                #expect(try await visit.get("/signals/hits").status == .ok)
            }
        }
    }
}
