import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

struct SnapshotTests {
    @Test(arguments: Engine.all) func whatIsKeptIsWhatWasMeasured(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.staff(120)
            try await company.metric("sales")
            let day = company.today - 1
            let (now, catalogue) = (company.house.now, FactCatalogue(company.house))
            let taken = try await company.database.write { tx in
                try Snapshots.take(.employees, day, catalogue, at: now, tx)
            }
            #expect(taken.subjects.count > 50)
            #expect(taken.columns.contains { $0.code == "tenure_months" && $0.missing == nil })
            #expect(taken.column("employment_kind")?.levels == EmploymentKind.allCases.map(\.name.zh))
            try await company.database.read { tx in
                #expect(try Snapshots.load(.employees, day, tx) == taken)
                #expect(try Snapshots.days(.employees, tx) == [day])
                #expect(try Snapshots.load(.probationers, day, tx) == nil)
                let part = try Snapshots.load(.employees, day, codes: ["unit_size"], tx)
                #expect(part?.columns.map(\.code) == ["unit_size"])
            }
        }
    }

    /// A fact whose query fails is missing with its reason, never zero, and spoils no other.
    @Test(arguments: Engine.all) func aFailedQueryIsMissing(_ engine: Engine) async throws {
        let broken = PublishedFact(
            "broken", Phrase(zh: "坏", en: "Broken"), .count, purpose: Phrase(zh: "测试", en: "Test"),
            basis: .employment, audience: .work
        ) { _ in "select person_id, nothing_of_the_kind from employments order by 1" }
        let wrong = PublishedFact(
            "wrong", Phrase(zh: "错", en: "Wrong"), .count, purpose: Phrase(zh: "测试", en: "Test"), basis: .employment,
            audience: .work
        ) { _ in "select id, name from people order by 1" }
        try await Population.with(engine, facts: [broken, wrong] + PublishedFact.ofOrganization) { company in
            try await company.staff(40)
            let (now, catalogue, day) = (company.house.now, FactCatalogue(company.house), company.today - 1)
            try await company.database.write { tx in
                try Snapshots.take(.employees, day, catalogue, at: now, tx)
            }
            let stored = try await company.database.read { tx in try Snapshots.load(.employees, day, tx) }
            let snapshot = try #require(stored)
            for code in ["broken", "wrong"] {
                let column = try #require(snapshot.column(code))
                #expect(column.missing != nil)
                #expect(column.values.count == snapshot.subjects.count)
                #expect(column.values.allSatisfy { $0.isNaN })
            }
            for column in snapshot.columns where !["broken", "wrong"].contains(column.code) {
                #expect(column.missing == nil, "\(column.code): \(column.missing?.en ?? "")")
            }
            // What failed is tried again by the next run.
            let due = try await company.database.read { tx in try Snapshots.due(catalogue, through: day, tx) }
            #expect(
                due.first { $0.population == .employees && $0.day == day }?.codes == ["broken", "wrong"])
        }
    }

    @Test func theNightTakesWhatIsMissingAndNothingTwice() async throws {
        try await Population.with { company in
            try await company.staff(30)
            try await company.metric("sales")
            try await company.run(SnapshotJob.job)
            let (catalogue, last) = (FactCatalogue(company.house), company.today - 1)
            let days = try await company.database.read { tx in try Snapshots.days(.employees, tx) }
            #expect(days.last == last)
            #expect(days.dropLast().allSatisfy { $0 == $0.month.lastDay || $0 == Population.compared(with: last) })
            #expect(days.count >= 12)
            #expect(try await company.database.read { tx in try Snapshots.due(catalogue, through: last, tx) } == [])
            // Those on probation were taken from everybody's; asked for themselves they are the same.
            let (kept, asked) = try await company.database.read { tx in
                (
                    try Snapshots.load(.probationers, last, tx),
                    try Snapshots.measure(.probationers, last, catalogue, tx)
                )
            }
            #expect(kept == asked)
            // A night later only that day is missing, and yesterday's goes, unless it ended a month or a week.
            for night in 1...8 {
                try await company.move(to: company.today + 1)
                let due = try await company.database.read { tx in
                    try Snapshots.due(catalogue, through: last + night, tx)
                }
                #expect(due.allSatisfy { $0.day == last + night && $0.codes == nil })
                try await company.run(SnapshotJob.job)
                let kept = try await company.database.read { tx in try Snapshots.days(.employees, tx) }
                let compared = Population.compared(with: last + night)
                #expect(kept.last == last + night && kept.contains(compared))
                #expect(
                    kept.dropLast().allSatisfy {
                        $0 == $0.month.lastDay || $0.weekday == .sunday && $0 >= compared
                    })
            }
            // A new metric completes every day that is kept.
            try await company.metric("quality")
            let open = try await company.database.read { tx in try Snapshots.due(catalogue, through: last + 8, tx) }
            #expect(!open.isEmpty && open.allSatisfy { $0.codes?.allSatisfy { $0.hasPrefix("m_quality_") } == true })
        }
    }

    @Test func whatIsKeptTooLongGoes() async throws {
        try await Population.with { company in
            try await company.staff(30)
            let metric = try await company.metric("sales", keptMonths: 2)
            let person = try await company.database.read { tx in
                try #require(try tx.value("select number from people order by id limit 1", as: String.self))
            }
            for back in [1, 40, 70, 100] {
                let day = company.today - back
                try await company.send([FactItem(metric: "sales", subject: person, day: day.iso, value: 1)])
            }
            let (catalogue, today) = (FactCatalogue(company.house), company.today)
            try await company.run(SnapshotJob.job)
            try await company.database.write { tx in try Snapshots.purge(catalogue, today: today, tx) }
            try await company.database.read { tx in
                let left = try tx.rows("select day from metric_values where metric_id = \(metric.id) order by day") {
                    row in Day(number: try row.value())
                }
                #expect(left == [today - 40, today - 1])
                let old = try Snapshots.load(.employees, today.adding(months: -6).month.lastDay, tx)
                #expect(old != nil && old?.column("m_sales_last") == nil)
                #expect(old?.column("tenure_months") != nil)
                #expect(try Snapshots.due(catalogue, through: today - 1, tx) == [])
            }
        }
    }

    @Test(arguments: Engine.all) func populations(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.bring(
                """
                工号,姓名,部门,入职日期,离职日期,状态,试用期到期日,转正日期
                1,甲,总部,2020-01-01,,在职,,
                2,乙,总部,2026-05-01,,试用期,2026-07-31,
                3,丙,总部,2026-04-01,,在职,2026-06-30,2026-06-10
                4,丁,总部,2020-01-01,2026-06-10,离职,,

                """)
            let ids = try await ["1", "2", "3", "4"].asyncMap { try await company.person($0).rawValue }
            try await company.database.read { tx throws in
                func subjects(_ population: Population, _ day: String) throws -> [Int64] {
                    try population.subjects(on: iso(day), tx)
                }
                #expect(try subjects(.employees, "2026-06-11") == [ids[0], ids[1], ids[2]].sorted())
                #expect(try subjects(.employees, "2026-06-10") == ids.sorted())
                #expect(try subjects(.employees, "2026-04-30") == [ids[0], ids[2], ids[3]].sorted())
                #expect(try subjects(.probationers, "2026-06-09") == [ids[1], ids[2]].sorted())
                #expect(try subjects(.probationers, "2026-06-10") == [ids[1]])
                #expect(try subjects(.probationers, "2026-08-01") == [])
            }
        }
    }
}

extension Array {
    func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var found: [T] = []
        for element in self { found.append(try await body(element)) }
        return found
    }
}
