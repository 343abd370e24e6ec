import HTTPTypes
import HummingbirdTesting
import Kernel
import Organization
import SQL
import Shell
import Testing

@testable import Retention
@testable import Shell

struct SignalNightTests {
    /// 1 leads 2 and 3; 4 is HR.
    static let staff =
        "工号,姓名,部门,直属上级,入职日期\n1,甲,总部,,2020-01-01\n2,乙,总部,1,2020-01-01\n3,丙,总部,1,2020-01-01\n4,丁,总部,1,2020-01-01\n"

    struct Office {
        let company: Company
        let board: FactBoard
        let people: [ID<Person>]

        func night(_ day: Day) async throws {
            try await company.move(to: day + 1)
            try await company.run(SignalJob.job)
        }

        struct Hit: Equatable {
            let signal: String
            let subject: Int64
            let version: Int
            let day: Day
            let until: Day?
        }

        func hits() async throws -> [Hit] {
            try await company.database.read { tx in
                try tx.rows("select signal, subject_id, version, day, until_day from signal_hits order by id") { row in
                    Hit(
                        signal: try row.value(), subject: try row.value(), version: try row.value(),
                        day: try row.value(), until: try row.value())
                }
            }
        }

        /// Who has open items, and how often.
        func inboxes() async throws -> [Int64: Int] {
            try await company.database.read { tx in
                var found: [Int64: Int] = [:]
                try tx.each(
                    """
                    select owner_id, count(*) from inbox_notices where done_at is null and key like 'signals %'
                    group by owner_id
                    """
                ) { row in found[try row.value()] = try row.value(Int.self) }
                return found
            }
        }

        func account(_ role: BuiltinRole, _ person: ID<Person>) async throws {
            let house = company.house
            _ = try await company.database.write { tx in
                try AccountStore.add(
                    login: "\(role.rawValue)\(person)", name: role.rawValue, subject: ID(person.rawValue),
                    roles: [(role.rawValue, nil)], at: house.now, tx)
            }
        }
    }

    static func with(
        _ engine: Engine = .sqlite, _ body: (Office) async throws -> Void
    ) async throws {
        let board = FactBoard()
        let facts = [
            board.fact("m_training_completion_last", .share),
            board.fact("m_leave_days_last", .days, grain: .week, .personal),
            board.fact("manager_changes_12m", .count), board.fact("m_market_ratio_last", .share, .pay),
        ]
        try await Population.with(engine, facts: facts) { company in
            try await company.bring(staff)
            var people: [ID<Person>] = []
            for number in ["1", "2", "3", "4"] { people.append(try await company.person(number)) }
            let office = Office(company: company, board: board, people: people)
            try await office.account(.manager, people[0])
            try await office.account(.employee, people[1])
            try await office.account(.employee, people[2])
            try await office.account(.hr, people[3])
            try await body(office)
        }
    }

    @Test(arguments: Engine.all) func aSpellBeginsGoesOnAndEnds(_ engine: Engine) async throws {
        try await Self.with(engine) { office in
            let two = office.people[1]
            let day = Company.today
            office.board.set("m_training_completion_last", two, 0.9, from: day - 400)
            office.board.set("m_training_completion_last", two, 0.5, from: day)
            office.board.set("m_training_completion_last", two, 0.6, from: day + 1)
            office.board.set("m_training_completion_last", two, 0.95, from: day + 2)
            try await office.night(day - 1)
            #expect(try await office.hits().isEmpty)
            try await office.night(day)
            let begun = Office.Hit(
                signal: "training_completion_low", subject: two.rawValue, version: 1, day: day, until: nil)
            #expect(try await office.hits() == [begun])
            // HR and the manager are told once, nobody else: not the person, not peers.
            let told = [office.people[0].rawValue: 1, office.people[3].rawValue: 1]
            #expect(try await office.inboxes() == told)
            try await office.night(day + 1)
            try await office.company.run(SignalJob.job)
            #expect(try await office.hits() == [begun])
            #expect(try await office.inboxes() == told)
            let value = try await office.company.database.read { tx in
                try tx.value("select last_value from signal_hits", as: Double.self)
            }
            #expect(abs(try #require(value) - 0.6) < 1e-6)
            try await office.night(day + 2)
            #expect(try await office.hits().first?.until == day + 2)
            #expect(try await office.inboxes().isEmpty)
        }
    }

    @Test func onesOwnPastIsTheMeasure() async throws {
        try await Self.with { office in
            let (two, three) = (office.people[1], office.people[2])
            let day = Company.today
            for week in 1...30 {
                office.board.set("m_leave_days_last", two, Double(week % 3), from: day - 7 * week)
                office.board.set("m_leave_days_last", three, Double(5 + week % 3), from: day - 7 * week)
            }
            office.board.set("m_leave_days_last", two, 6, from: day)
            office.board.set("m_leave_days_last", three, 6, from: day)
            try await office.night(day)
            #expect(try await office.hits().map(\.subject) == [two.rawValue])
        }
    }

    @Test func aSnoozeSleepsAndWakes() async throws {
        try await Self.with { office in
            let (two, day, house) = (office.people[1], Company.today, office.company.house)
            office.board.set("manager_changes_12m", two, 2, from: day)
            try await office.night(day)
            let hr = office.company.viewer(.hr, office.people[3])
            let until = day + 5
            try await office.company.database.write { tx in
                let id = try #require(try tx.value("select id from signal_hits", as: ID<SignalHits.Line>.self))
                try SignalHits.snooze(id, until: until, because: "已谈话", as: hr, by: .program, house, tx)
            }
            #expect(try await office.inboxes().isEmpty)
            try await office.night(day + 2)
            #expect(try await office.inboxes().isEmpty)
            try await office.night(until)
            #expect(try await office.inboxes().count == 2)
        }
    }

    /// Pay is for those who see pay: not for the manager, whatever the line, and not for HR without the class.
    @Test func aSignalIsSeenWithItsClassOnly() async throws {
        try await Self.with { office in
            let (two, day, house) = (office.people[1], Company.today, office.company.house)
            office.board.set("m_market_ratio_last", two, 0.7, from: day)
            try await office.night(day)
            #expect(try await office.hits().map(\.signal) == ["pay_behind"])
            #expect(try await office.inboxes().isEmpty)
            for (role, person, count) in [
                (BuiltinRole.manager, office.people[0], 0), (.hr, office.people[3], 0), (.payroll, office.people[3], 1),
                (.payroll, two, 0),
            ] {
                let viewer = office.company.viewer(role, person)
                let rows = try await office.company.database.read { tx in
                    try SignalHits.rows(
                        try SignalHits.Filter(FormFields()), before: nil, limit: 10, as: viewer, house, tx)
                }
                #expect(rows.count == count, "\(role)")
            }
        }
    }

    @Test(arguments: Engine.all) func theRegisterCountsWhomTheViewerSees(_ engine: Engine) async throws {
        try await Self.with(engine) { office in
            let (one, two, day) = (office.people[0], office.people[1], Company.today)
            office.board.set("m_training_completion_last", one, 0.5, from: day)
            office.board.set("m_training_completion_last", two, 0.5, from: day)
            try await office.night(day)
            let house = office.company.house
            func fired(_ grant: Grant, _ code: String = "training_completion_low") async throws -> Int? {
                let viewer = Viewer(account: ID(1), subject: one.subject, name: "甲", grants: [grant])
                return try await office.company.database.read { tx in
                    let version = try SignalPage.load(code, viewer, house, tx).versions.first?.fired
                    let line = try SignalsPage.load(viewer, house, tx).lines.first { $0.code == code }
                    #expect(line?.fired == version)
                    return version
                }
            }
            #expect(try await fired(Grant(.readSignals, .company, classes: [.work])) == 2)
            // A leader counts the line only, and nobody's hits of a class that is not theirs.
            #expect(try await fired(Grant(.readSignals, .line, classes: [.work])) == 1)
            #expect(try await fired(Grant(.readSignals, .line, classes: [.work]), "pay_behind") == nil)
        }
    }

    @Test func aChangeIsAVersionAndHitsNameIt() async throws {
        try await Self.with { office in
            let (two, three, day) = (office.people[1], office.people[2], Company.today)
            office.board.set("m_training_completion_last", two, 0.5, from: day)
            office.board.set("m_training_completion_last", three, 0.7, from: day)
            try await office.night(day)
            try await PageVisit.with(office.company, .hr) { visit async throws in
                let answer = try await visit.post(
                    "/signals/training_completion_low/edit",
                    [
                        "name": "培训完成率偏低", "name_en": "Low training completion",
                        "fact": "m_training_completion_last", "rule": "below", "threshold": "60%", "periods": "1",
                        "period": "week", "window_days": "183", "severity": "medium", "purpose": "测试",
                        "purpose_en": "Test", "basis": "employment", "kept_months": "24", "audience": "work",
                        "active": "yes", "remark": "放宽",
                    ])
                #expect(answer.status == .seeOther)
                let page = try await visit.page("/signals/training_completion_low")
                #expect(page.contains("低于 60%") && page.contains("低于 80%") && page.contains("放宽"))
            }
            try await office.night(day + 1)
            let hits = try await office.hits()
            #expect(hits.filter { $0.until == nil }.map(\.version) == [2])
            #expect(hits.filter { $0.until != nil }.allSatisfy { $0.version == 1 })
            // The same spell under a new version is no new alert; the one that is over is settled for good.
            #expect(try await office.inboxes() == [office.people[0].rawValue: 1, office.people[3].rawValue: 1])
        }
    }

    @Test func onlyPublishedFactsAndNoLooserClass() async throws {
        try await Self.with { office in
            try await PageVisit.with(office.company, .hr) { visit async throws in
                var fields = [
                    "name": "测试", "name_en": "Test", "fact": "browsing_history", "rule": "above", "threshold": "1",
                    "periods": "1", "period": "week", "window_days": "183", "severity": "low", "purpose": "测试",
                    "purpose_en": "Test", "basis": "employment", "kept_months": "12", "audience": "work",
                    "remark": "测试",
                ]
                #expect(try await visit.problems("/signals/new", fields)["fact"] != nil)
                fields["fact"] = "m_market_ratio_last"
                #expect(try await visit.problems("/signals/new", fields)["audience"] != nil)
                fields["threshold"] = "很多"
                #expect(try await visit.problems("/signals/new", fields)["threshold"] != nil)
                let list = try await visit.page("/signals")
                #expect(list.contains("等待数据") && list.contains("培训完成率偏低") && list.contains("敬业度下降"))
            }
            // The register is everybody's: HR of one unit reads it only.
            try await PageVisit.with(office.company, .hr, unit: "总部") { visit async throws in
                #expect(try await visit.get("/signals").status == .ok)
                #expect(try await visit.get("/signals/new").status == .notFound)
            }
            try await PageVisit.with(office.company, .employee, number: nil) { visit async throws in
                #expect(try await visit.get("/signals").status == .notFound)
                #expect(try await visit.get("/signals/hits").status == .notFound)
            }
        }
    }
}
