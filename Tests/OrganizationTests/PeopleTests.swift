import Kernel
import Testing

@testable import Organization

@Suite struct SeniorityTests {
    private func range(_ start: String, _ last: String?) throws -> DayRange {
        DayRange(from: try day(start)).ending(by: try last.map { try day($0) + 1 } ?? .last) ?? DayRange(from: .first)
    }

    @Test func continuousService() throws {
        let stretches = [
            try range("2018-01-01", "2019-12-31"), try range("2020-01-01", "2020-06-30"), try range("2020-07-31", nil),
        ]
        let on = try day("2021-07-30")
        #expect(Seniority.continuous(stretches, on: on)?.months == 12)
        // Thirty days lie between; bridged, they join without counting.
        let bridged = try #require(Seniority.continuous(stretches, on: on, bridging: 30))
        #expect(bridged.gapDays == 30)
        #expect(bridged.since == (try day("2018-01-31")))
        #expect(bridged.months == 42)
        #expect(Seniority.continuous(stretches, on: on, bridging: 29)?.months == 12)
        #expect(Seniority.continuous(stretches, on: try day("2020-07-15")) == nil)
        #expect(Seniority.continuous(stretches, on: try day("2020-06-30"))?.months == 30)
    }

    @Test func cumulativeService() throws {
        let stretches = [
            try range("2010-01-01", "2014-12-31"), try range("2014-06-01", "2015-12-31"), try range("2020-01-01", nil),
        ]
        #expect(Seniority.cumulative(stretches, on: try day("2023-12-31")).months == 120)
        #expect(Seniority.cumulative(stretches, on: try day("2018-01-01")).months == 72)
        #expect(Seniority.cumulative([], on: try day("2018-01-01"), extraMonths: 7).months == 7)
        #expect(Seniority.cumulative(stretches, on: try day("2009-01-01")).months == 0)
    }
}

@Suite struct EmploymentTests {
    @Test func stateAndProbation() throws {
        var job = Employment(id: ID(1), person: ID(1), kind: .full, hireDay: try day("2026-01-15"))
        job.probationEnd = try day("2026-03-14")
        let states = try ["2026-01-14", "2026-01-15", "2026-03-14", "2026-03-15"].map { job.state(on: try day($0)) }
        #expect(states == [.planned, .probation, .probation, .regular])
        #expect(job.probation(on: try day("2026-03-10")) == .running(daysLeft: 4))
        #expect(job.probation(on: try day("2026-03-20")) == .endedUnconfirmed(daysAgo: 6))
        job.confirmationDay = try day("2026-02-15")
        #expect(job.state(on: try day("2026-02-15")) == .regular)
        job.lastDay = try day("2026-06-30")
        #expect(job.state(on: try day("2026-06-30")) == .regular)
        #expect(job.state(on: try day("2026-07-01")) == .left)
    }

    @Test func identityPapers() throws {
        let today = try day("2026-11-22")
        let card = try IdentityPaper(.identityCard, "11010519491231002x", today: today)
        #expect(card.birthday == (try day("1949-12-31")) && card.gender == .female)
        #expect(card.description == "110***********002X")
        #expect(throws: IdentityPaperRefusal.foreignPassport("12")) {
            try IdentityPaper(.foreignPassport, "12", today: today)
        }
        #expect(try IdentityPaper(.foreignPassport, "ab 123456", today: today).number == "AB123456")
        #expect(try IdentityPaper(.taiwanPermit, "12345678", today: today).birthday == nil)
    }
}
