import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Organization
@testable import Retention
@testable import Shell

/// The jobs of a night follow each other, and learning is begun by hand or by what is brought in.
struct NightOrderTests {
    private func jobs(_ company: Company) async throws -> [String] {
        try await company.database.read { tx in
            try tx.rows("select kind, state from jobs where kind like 'retention.%' order by id") { row in
                "\(try row.value(String.self)) \(try row.value(String.self))"
            }
        }
    }

    @Test(arguments: Engine.all) func eachQueuesTheNext(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.staff(20)
            try await company.run(SnapshotJob.job)
            #expect(
                try await jobs(company) == [
                    "retention.snapshots done", "retention.signals done", "retention.scoring done",
                ])
            // The next night comes by the clock, once, and goes the same way.
            try await company.move(to: company.today + 1)
            try await JobRunner(company.house).runDue()
            #expect(try await jobs(company).count == 6)
            let last = try await company.database.read { tx in try Snapshots.latestDay(.employees, tx) }
            #expect(last == company.today - 1)
        }
    }

    @Test func learningGoesAllTheWay() async throws {
        try await Population.with { company in
            try await company.staff(120)
            let house = company.house
            let (job, again, standing) = try await company.database.write { tx in
                let job = try RiskLearning.begin(in: tx, house)
                return (job, try RiskLearning.begin(in: tx, house), try RiskLearning.standing(house, tx))
            }
            #expect(job != nil && again == job && standing?.job == job && (standing?.minutes ?? 0) >= 1)
            try await JobRunner(house).runDue()
            let done = try await jobs(company)
            #expect(
                done.prefix(4) == [
                    "retention.snapshots done", "retention.signals done", "retention.scoring done",
                    "retention.training done",
                ])
            #expect(done.allSatisfy { $0.hasSuffix("done") })
            try await company.database.read { tx throws in
                #expect(try RiskLearning.standing(house, tx) == nil)
                // Few have left: signals are counted, and everybody is listed.
                let programme = try RiskProgramme.named("employees", tx)
                let run = try #require(try programme.run.flatMap { try RiskRuns.line($0, tx) })
                #expect(run.people > 0)
            }
        }
    }

    /// The night's work is late: the month is learned from after its snapshots.
    @Test func theMonthWaitsForItsSnapshots() async throws {
        try await Population.with(today: iso("2026-06-01")) { company in
            try await company.staff(120)
            try await JobRunner(company.house).runDue()
            try await company.database.write { tx in
                try tx.execute(
                    """
                    update job_timetable set next_at = \(company.house.now.adding(milliseconds: 30 * 86_400_000))
                    where kind = \(SnapshotJob.code)
                    """)
            }
            let before = try await jobs(company).count
            try await company.move(to: iso("2026-06-02"))
            try await JobRunner(company.house).runDue()
            let done = try await jobs(company)
            #expect(
                done.dropFirst(before).prefix(3) == [
                    "retention.training done", "retention.snapshots done", "retention.signals done",
                ])
            #expect(done.allSatisfy { $0.hasSuffix("done") })
            let models = try await company.database.read { tx in try RiskModels.lines(of: nil, tx) }
            #expect(models.count { $0.programme == "employees" } == 1)
        }
    }

    @Test func aPersonBegins() async throws {
        try await Population.with { company in
            try await PageVisit.with(company, .hr) { visit async throws in
                let page = try await visit.page("/risk")
                #expect(page.contains("至少有 50 名在职员工") && !page.contains("/risk/learning"))
            }
            try await company.staff(120)
            try await PageVisit.with(company, .hr) { visit async throws in
                #expect(try await visit.page("/risk").contains("/risk/learning"))
                #expect(try await visit.page("/risk", .en).contains("Start learning"))
                #expect(try await visit.post("/risk/learning").location == "/risk")
                let page = try await visit.page("/risk")
                #expect(page.contains("正在训练模型，约需 ") && page.contains("/jobs/") && !page.contains("\"/risk/learning\""))
                _ = try await visit.page("/risk", .en)
                // Asked twice, it is done once.
                #expect(try await visit.post("/risk/learning").status == .seeOther)
            }
            #expect(try await jobs(company) == ["retention.snapshots waiting"])
            try await PageVisit.with(company, .manager) { visit async throws in
                #expect(!(try await visit.page("/risk")).contains("\"/risk/learning\""))
                #expect(try await visit.post("/risk/learning").status == .notFound)
            }
        }
    }

    @Test(
        "Minutes grow with the company and shrink with the work",
        arguments: [
            (600, SnapshotJob.code, nil, nil, 1...8), (100_000, SnapshotJob.code, nil, nil, 10...90),
            (600, RiskJobs.training.code, 0.5, 60, 1...2), (600, RiskJobs.training.code, 0.1, 60, 9...11),
            (600, RiskJobs.scoring.code, 1, 5, 1...1),
        ] as [(Int, String, Double?, Double?, ClosedRange<Int>)])
    func minutes(people: Int, kind: String, share: Double?, elapsed: Double?, expected: ClosedRange<Int>) {
        #expect(expected.contains(LearningTime(people: people).minutes(during: kind, share: share, after: elapsed)))
    }

    @Test("Too many items for one receiver become one; only the first are worded")
    func alerts() {
        var alerts = AlertsOfANight(most: 2)
        var worded = 0
        func notice(_ number: Int) -> InboxNotice {
            worded += 1
            return InboxNotice(.alert, Phrase(verbatim: "\(number)"), link: "/")
        }
        for number in 1...5 { alerts.add(.account(ID(1)), notice(number)) }
        for number in 1...2 { alerts.add(.account(ID(2)), notice(number)) }
        let all = alerts.notices { count in InboxNotice(.alert, Phrase(verbatim: "\(count) in all"), link: "/") }
        #expect(Set(all.map(\.notice.title.en)) == ["5 in all", "1", "2"])
        #expect(all.count == 3 && worded == 4)
    }
}
