import Kernel
import Organization
import SQL
import Testing

@testable import Retention
@testable import Shell

/// The weeks before signals were first looked for.
struct SignalPastTests {
    private func learn(_ office: SignalNightTests.Office) async throws {
        let house = office.company.house
        try await office.company.database.write { tx in
            _ = try Jobs.enqueue(SignalJob.job, NightPlan(learns: true), in: tx, house)
        }
        try await JobRunner(house).runDue()
    }

    /// What held for a while and is over, what goes on, and what began yesterday.
    private func set(_ office: SignalNightTests.Office) {
        let (two, three, day) = (office.people[1], office.people[2], Company.today)
        office.board.set("m_training_completion_last", two, 0.5, from: day - 60)
        office.board.set("m_training_completion_last", two, 0.9, from: day - 30)
        office.board.set("manager_changes_12m", three, 2, from: day - 20)
        office.board.set("m_training_completion_last", three, 0.5, from: day - 1)
    }

    @Test(arguments: Engine.all) func spellsOfThePastAreKept(_ engine: Engine) async throws {
        try await SignalNightTests.with(engine) { office in
            set(office)
            try await learn(office)
            let (two, three, day) = (office.people[1].rawValue, office.people[2].rawValue, Company.today)
            let expected = [
                SignalNightTests.Office.Hit(
                    signal: "training_completion_low", subject: two, version: 1, day: day - 57, until: day - 29),
                SignalNightTests.Office.Hit(
                    signal: "manager_changes", subject: three, version: 1, day: day - 15, until: nil),
                SignalNightTests.Office.Hit(
                    signal: "training_completion_low", subject: three, version: 1, day: day - 1, until: nil),
            ]
            #expect(try await office.hits() == expected)
            // Told is what holds now, once; nobody hears of what is over.
            let told = [office.people[0].rawValue: 1, office.people[3].rawValue: 1]
            #expect(try await office.inboxes() == told)
            // Learning again looks at the day only.
            try await learn(office)
            #expect(try await office.hits() == expected)
            #expect(try await office.inboxes() == told)
            // The spells end like any other.
            office.board.set("manager_changes_12m", office.people[2], 0, from: day)
            try await office.night(day)
            #expect(try await office.hits()[1].until == day)
        }
    }

    @Test func anUsualNightLooksAtItsDayOnly() async throws {
        try await SignalNightTests.with { office in
            set(office)
            try await office.company.run(SignalJob.job)
            #expect(try await office.hits().allSatisfy { $0.day == Company.today - 1 })
            #expect(try await office.hits().count == 2)
        }
    }

    @Test func theDaysLieAWeekApart() {
        let last = iso("2026-06-29")
        let days = SignalPast.days(before: last)
        #expect(days.first == last - 77 && days.last == last - 7 && days.count == SignalPast.weeks)
    }
}
