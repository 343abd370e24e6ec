import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// From snapshots in the database through both jobs to the pages, by role.
@Suite(.serialized)
struct RiskPagesTests {
    /// A staff with snapshots of two planted facts, of whom enough have left by own wish.
    func prepared(_ engine: Engine, _ body: @escaping (Company, [Int64]) async throws -> Void) async throws {
        try await Population.with(engine) { company in
            try await company.staff(260, seed: 3)
            let house = company.house
            let today = company.today
            let present = try await company.database.write { tx in
                var random = SplitMix(5)
                let present = try Population.employees.subjects(on: today, tx)
                let employments = try tx.rows(
                    "select person_id, id from employments where last_day is null order by person_id"
                ) { row in (try row.value(Int64.self), try row.value(Int64.self)) }
                var ends: [Int64: Day] = [:]
                for (person, employment) in employments.dropFirst(20) where random.unit() < 0.35 {
                    let last = today - 60 - random.below(300)
                    ends[person] = last
                    try tx.execute(
                        "update employments set hired_on = '2023-01-02', last_day = \(last) where id = \(employment)")
                    try tx.execute(
                        """
                        insert into separations (id, person_id, employment_id, notice_day, last_day, kind, recorded_at)
                        values (\(try tx.newIDs(1).lowerBound), \(person), \(employment), \(last - 30), \(last), 'voluntary',
                            \(house.now))
                        """)
                }
                try StaffProjection.rebuild(on: today, tx)
                var days = Population.employees.days(from: today.adding(months: -14), through: today - 1)
                days.append(today - 1)
                for day in days {
                    let subjects = try Population.employees.subjects(on: day, tx)
                    let values = subjects.map { subject -> (Float, Float) in
                        let isLeaving = ends[subject].map { $0 > day && $0 <= day + 120 } ?? false
                        return isLeaving
                            ? (Float(0.3 + 0.4 * random.unit()), Float(4 + 3 * random.unit()))
                            : (Float(0.5 + 0.5 * random.unit()), Float(5 + 5 * random.unit()))
                    }
                    try Snapshots.store(
                        Snapshot(
                            population: .employees, day: day, subjects: subjects,
                            columns: [
                                SnapshotColumn(
                                    code: "training", name: Phrase(zh: "培训完成率", en: "Training completion"),
                                    unit: .share,
                                    values: values.map(\.0)),
                                SnapshotColumn(
                                    code: "mentor", name: Phrase(zh: "导师评分", en: "Mentor rating"), unit: .score,
                                    values: values.map(\.1)),
                            ]), at: house.now, tx)
                }
                return present
            }
            try await body(company, present)
        }
    }

    private func run(_ company: Company, _ kind: JobKind) async throws {
        let house = company.house
        try await company.database.write { tx in
            try Jobs.enqueue(kind, RiskJobs.Payload(programme: "employees"), in: tx, house)
        }
        try await JobRunner(house).runDue()
    }

    @Test("Learned, scored and listed; one's own score is seen by nobody", arguments: Engine.all)
    func whole(engine: Engine) async throws {
        try await prepared(engine) { company, _ in
            try await run(company, RiskJobs.training)
            let models = try await company.database.read { tx in try RiskModels.lines(of: "employees", tx) }
            let model = try #require(models.first)
            #expect(model.isInForce && model.verdict == .predicts)
            let list = try await company.database.read { tx in
                let run = try #require(try RiskProgramme.named("employees", tx).run)
                return try RiskList.page(
                    RiskFilter(), try #require(try RiskRuns.line(run, tx)), today: company.today,
                    as: company.viewer(.hr), tx)
            }
            #expect(list.rows.count == RiskList.length)
            let top = try #require(list.rows.first)
            #expect(top.tier == .veryHigh && !top.drivers.isEmpty && top.yearlyPay == nil && !top.seesPay)
            let own = top.number
            try await PageVisit.with(company, .hr) { visit async throws in
                let page = try await visit.page("/risk")
                #expect(page.contains(top.name) && page.contains("每 100 人约"))
                #expect(try await visit.page("/risk", .en).contains("in 100"))
                let person = try await visit.page("/risk/\(top.person)")
                #expect(person.contains("主要因素") && person.contains("评分是怎样得出的"))
                _ = try await visit.page("/risk/\(top.person)", .en)
                _ = try await visit.page("/risk/models")
                let report = try await visit.page("/risk/models/\(model.id)")
                #expect(report.contains("回测") && report.contains("校准"))
                _ = try await visit.page("/risk/models/\(model.id)", .en)
                _ = try await visit.page("/risk/programmes/employees")
                #expect(try await visit.get("/risk/export?form=csv").status == .ok)
                let numbers = try await visit.json("/risk/\(top.person)")
                let steps = try #require(numbers["steps"] as? [[String: Any]])
                let sum = steps.reduce(numbers["baseProbability"] as? Double ?? 0) {
                    $0 + ($1["points"] as? Double ?? 0)
                }
                #expect(abs(sum - (numbers["probability"] as? Double ?? 0)) < 1e-3)
            }
            // The same person with the right to read everybody's risk does not see the own score.
            try await PageVisit.with(company, .hr, number: own) { visit async throws in
                #expect(try await visit.get("/risk/\(top.person)").status == .notFound)
                #expect(!(try await visit.page("/risk?q=\(own)")).contains("/risk/\(top.person)\""))
                // Nor do places with a gap, or figures of everybody beside those of the others, tell it.
                let page = try await visit.json("/risk")
                let rows = try #require(page["rows"] as? [[String: Any]])
                #expect(rows.compactMap { $0["place"] as? Int } == Array(1...RiskList.length))
                #expect(page["next"] as? Int == RiskList.length)
                let line = try #require(page["run"] as? [String: Any])
                #expect(["tiers", "expected", "risen", "cost"].allSatisfy { line[$0] == nil })
                let second = try await visit.json("/risk?after=\(RiskList.length)")
                let next = try #require(second["rows"] as? [[String: Any]])
                #expect(next.first?["place"] as? Int == RiskList.length + 1)
                let listed = Set(rows.map { "\($0["person"] ?? "")" })
                #expect(listed.isDisjoint(with: next.map { "\($0["person"] ?? "")" }))
            }
            try await PageVisit.with(company, .employee, number: list.rows[1].number) { visit async throws in
                #expect(try await visit.get("/risk").status == .notFound)
                #expect(try await visit.get("/risk/\(top.person)").status == .notFound)
                #expect(try await visit.get("/risk/models").status == .notFound)
            }
        }
    }

    @Test("Every page of the list follows the one before, and filters narrow it", arguments: Engine.all)
    func paging(engine: Engine) async throws {
        try await prepared(engine) { company, _ in
            try await run(company, RiskJobs.training)
            try await company.database.read { tx in
                let last = try #require(try RiskProgramme.named("employees", tx).run)
                let run = try #require(try RiskRuns.line(last, tx))
                let viewer = company.viewer(.hr)
                var (seen, after): ([Int], Int?) = ([], 0)
                while let place = after {
                    let page = try RiskList.page(
                        RiskFilter(), run, after: place, limit: 30, today: company.today, as: viewer, tx)
                    seen += page.rows.map(\.place)
                    #expect(page.count == run.people)
                    after = page.next
                }
                #expect(seen == Array(1...run.people))
                var filter = RiskFilter()
                filter.tier = .high
                let high = try RiskList.page(filter, run, limit: 1_000, today: company.today, as: viewer, tx)
                #expect(high.rows.count == run.count(.high) && high.rows.allSatisfy { $0.tier == .high })
                let score = try RiskScores.latest(of: high.rows[0].person.rawValue, programme: "employees", tx)
                #expect(score?.tier == .high)
                #expect(try RiskScores.tiers(programme: "employees", tx).count == run.people)
            }
        }
    }

    @Test("A person puts a model into force and back; a job that fails leaves what is in force")
    func promotion() async throws {
        try await prepared(.sqlite) { company, _ in
            try await run(company, RiskJobs.training)
            try await run(company, RiskJobs.training)
            let models = try await company.database.read { tx in try RiskModels.lines(of: "employees", tx) }
            #expect(models.count == 2 && models[1].isInForce && !models[0].isInForce)
            try await PageVisit.with(company, .hr) { visit async throws in
                let answer = try await visit.post("/risk/models/\(models[0].id)/promotion")
                #expect(answer.status == .seeOther)
                let back = try await visit.post("/risk/models/\(models[1].id)/promotion")
                #expect(back.status == .seeOther)
            }
            try await PageVisit.with(company, .manager) { visit async throws in
                #expect(try await visit.post("/risk/models/\(models[0].id)/promotion").status == .notFound)
            }
            let now = try await company.database.read { tx in try RiskProgramme.named("employees", tx) }
            #expect(now.model == models[1].id)
            let kept = now.run
            // Another schema: the newest snapshot holds other facts, so scoring refuses and the last scores stay.
            let house = company.house
            try await company.database.write { tx in
                try Snapshots.store(
                    Snapshot(
                        population: .employees, day: company.today, subjects: [1, 2],
                        columns: [
                            SnapshotColumn(code: "else", name: Phrase(verbatim: "else"), unit: .score, values: [1, 2])
                        ]), at: house.now, tx)
            }
            try await run(company, RiskJobs.scoring)
            let after = try await company.database.read { tx in try RiskProgramme.named("employees", tx) }
            #expect(after.model == models[1].id && after.run == kept)
        }
    }

    @Test("Shares that make no hundred come back at the form; right ones are kept and recorded")
    func shares() async throws {
        try await Population.with { company in
            try await PageVisit.with(company, .hr) { visit async throws in
                let wrong = try await visit.problems(
                    "/risk/programmes/employees",
                    ["very_high": "10", "high": "10", "medium": "10", "low": "10", "very_low": "10"])
                #expect(wrong["very_high"]?.contains("50%") == true)
                let right = try await visit.post(
                    "/risk/programmes/employees",
                    ["very_high": "10", "high": "20", "medium": "20", "low": "30", "very_low": "20"])
                #expect(right.status == .seeOther)
                #expect(try await visit.get("/risk/programmes/nobody").status == .notFound)
                #expect(try await visit.page("/risk").contains("还没有评分"))
            }
            let programme = try await company.database.read { tx in try RiskProgramme.named("employees", tx) }
            #expect(programme.shares.text == "10,20,20,30,20")
        }
    }
}
