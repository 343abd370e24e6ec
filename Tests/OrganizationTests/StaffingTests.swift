import Kernel
import Testing

@testable import Organization

@Suite struct PostHistoryTests {
    let employment: DayRange
    let history: PostHistory

    init() throws {
        employment = try DayRange(from: day("2024-01-01"))
        history = try PostHistory(hiredInto: Post(unit: ID(2), manager: ID(50)), during: employment)
    }

    @Test func transferInTheFuture() throws {
        let moved = try history.transferring(to: ID(3), position: ID(7), manager: ID(51), from: day("2030-01-01"))
        #expect(moved.primary[try day("2029-12-31")]?.unit == ID(2))
        #expect(moved.primary[try day("2030-01-01")] == Post(unit: ID(3), position: ID(7), manager: ID(51)))
        #expect(throws: AssignmentRefusal.laterChange(try day("2030-01-01"))) {
            try moved.promoting(to: ID(9), position: nil, from: day("2025-01-01"))
        }
        let replaced = try moved.promoting(to: ID(9), position: nil, from: day("2025-01-01"), .replace)
        #expect(replaced.primary[try day("2031-01-01")]?.unit == ID(2))
        #expect(replaced.primary[try day("2031-01-01")]?.level == ID(9))
    }

    @Test func refusals() throws {
        #expect(throws: AssignmentRefusal.unchanged(try day("2025-01-01"))) {
            try history.transferring(to: ID(2), position: nil, manager: ID(50), from: day("2025-01-01"))
        }
        #expect(throws: AssignmentRefusal.self) {
            try history.transferring(to: ID(3), position: nil, manager: nil, from: day("2023-12-31"))
        }
        #expect(throws: AssignmentRefusal.shareTooLarge(try day("2024-05-01"), total: .percent(120))) {
            try history.adding(Post(unit: ID(4), share: .percent(20)), during: DayRange(from: day("2024-05-01")))
        }
        let one = try DayRange(from: day("2024-01-01"), through: day("2024-06-30"))
        let two = try DayRange(from: day("2024-06-30"), through: day("2024-12-31"))
        let rows = [one, two].map {
            Assignment(id: ID(1), person: ID(1), role: .primary, post: Post(unit: ID(2)), days: $0, cause: .hire)
        }
        #expect(throws: AssignmentRefusal.twoPrimary(one, two)) { try PostHistory(rows, during: employment) }
    }

    @Test func secondmentLendsAShare() throws {
        let days = try DayRange(from: day("2024-03-01"), through: day("2024-05-31"))
        let lent = try history.seconding(to: Post(unit: ID(8), share: .percent(60)), during: days)
        #expect(lent.primary[try day("2024-04-01")]?.share == .percent(40))
        #expect(lent.primary[try day("2024-06-01")]?.share == .one)
        #expect(lent.posts(on: try day("2024-04-01")).map(\.post.unit) == [ID(2), ID(8)])
        #expect(throws: AssignmentRefusal.self) {
            try lent.seconding(to: Post(unit: ID(9), share: .percent(50)), during: days)
        }
        let left = try lent.ending(on: day("2024-04-30"))
        #expect(left.others.first?.days.last == (try day("2024-04-30")))
        #expect(left.primary.extent?.last == (try day("2024-04-30")))
        #expect(try left.ending(on: nil).primary[day("2026-01-01")]?.unit == ID(2))
    }

    @Test func managersDoNotRunInCircles() throws {
        let lines = ReportingLines([ID(2): ID(1), ID(3): ID(2), ID(4): ID(3)])
        let from = try day("2025-01-01")
        let name = { (id: ID<Person>) in "P\(id)" }
        #expect(throws: AssignmentRefusal.managerCircle(["P2", "P4", "P3", "P2"], from)) {
            try lines.check(ID(4), for: ID(2), on: from, name: name)
        }
        #expect(throws: AssignmentRefusal.ownManager) { try lines.check(ID(2), for: ID(2), on: from, name: name) }
        try lines.check(ID(1), for: ID(4), on: from, name: name)
        #expect(lines.everybody(below: ID(2)) == [ID(3), ID(4)])
        #expect(lines.circles.isEmpty)
        let broken = ReportingLines([ID(1): ID(2), ID(2): ID(1), ID(3): ID(1), ID(4): ID(4)])
        #expect(broken.circles == [ID(1), ID(2), ID(4)])
        #expect(broken.line(above: ID(3)) == [ID(1), ID(2)])
    }
}

@Suite struct HeadcountTests {
    /// HE15 of hr_examples.csv.
    @Test(arguments: try Example.all("span_of_control"))
    func span(_ example: Example) throws {
        var ids: [String: ID<Person>] = [:]
        func id(_ name: String) -> ID<Person> {
            ids[name, default: ID(Int64(ids.count + 1))]
        }
        var managers: [ID<Person>: ID<Person>] = [:]
        for edge in example.inputs.pairs("edges") {
            for name in edge where ids[name] == nil { ids[name] = ID(Int64(ids.count + 1)) }
            managers[id(edge[1])] = id(edge[0])
        }
        let span = SpanOfControl(ReportingLines(managers), people: ids.values)
        #expect(span.managers == example.expected.count("managers"))
        #expect(span.layers == example.expected.count("layers"))
        #expect(span.mean == example.expected.text("mean").flatMap { Double($0) })
        #expect(span.median == example.expected.text("median").flatMap { Double($0) })
    }

    @Test func lastDayCounts() throws {
        let spans = [
            StaffSpan(person: ID(1), hireDay: try day("2024-01-10"), lastDay: try day("2024-01-31")),
            StaffSpan(person: ID(1), hireDay: try day("2024-03-01")),
            StaffSpan(person: ID(2), hireDay: try day("2023-01-01")),
        ]
        let counts = try ["2024-01-09", "2024-01-10", "2024-01-31", "2024-02-01", "2024-03-01"].map {
            Headcount.count(on: try day($0), spans)
        }
        #expect(counts == [1, 2, 2, 1, 2])
        let january = try #require(
            StaffMovement(try DayRange(from: day("2024-01-01"), through: day("2024-01-31")), spans))
        #expect([january.opening, january.joiners, january.leavers, january.closing] == [1, 1, 1, 2])
        #expect(january.leavingAtClose == 1 && january.balance == 0)
        let february = try #require(
            StaffMovement(try DayRange(from: day("2024-02-01"), through: day("2024-02-29")), spans))
        #expect([february.opening, february.leavers, february.closing] == [2, 0, 1])
        #expect(february.leftAtOpening == 1 && february.balance == 0)
        let quarter = try DayRange(from: day("2024-01-01"), through: day("2024-03-15"))
        #expect(Headcount.meanOfMonthEnds(quarter, spans) == 5.0 / 3)
    }

    /// However people come, go and move, the figures of every unit and period add up.
    @Test func movementsBalance() throws {
        var state: UInt64 = 20_260_301
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let first = try day("2024-01-01")
        let spans = (1...300).map { person in
            let hired = first + next(400)
            let last = next(2) == 0 ? hired + next(300) : nil
            var units = Timeline(ID<OrgUnit>(Int64(next(4))), from: hired)
            for _ in 0..<next(3) { units.set(ID(Int64(next(4))), from: hired + next(200)) }
            return StaffSpan(person: ID(Int64(person)), hireDay: hired, lastDay: last, units: units)
        }
        for _ in 0..<200 {
            let start = first + next(600)
            let period = try DayRange(from: start, through: start + next(120))
            let all = try #require(StaffMovement(period, spans))
            #expect(all.balance == 0 && all.transfersIn == 0 && all.transfersOut == 0)
            let part = try #require(StaffMovement(period, spans, in: [ID(0), ID(1)]))
            #expect(part.balance == 0)
        }
    }
}
