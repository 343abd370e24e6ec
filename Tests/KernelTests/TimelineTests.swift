import Foundation
@testable import Kernel
import Testing

@Suite struct TimelineTests {
    private func day(_ number: Int) -> Day { Day(number: number) }

    @Test func aHistoryReadsAsWritten() throws {
        var pay = Timeline(Money(yuan: 8000), from: try Day("2023-01-01"))
        pay.set(Money(yuan: 9000), from: try Day("2024-01-01"))
        pay.set(Money(yuan: 8500), untilNextChangeFrom: try Day("2023-07-01"))
        pay.set(nil, from: try Day("2025-01-01"))
        #expect(pay[try Day("2022-12-31")] == nil)
        #expect(pay[try Day("2023-06-30")] == Money(yuan: 8000))
        #expect(pay[try Day("2023-07-01")] == Money(yuan: 8500))
        #expect(pay[try Day("2024-12-31")] == Money(yuan: 9000))
        #expect(pay[try Day("2025-01-01")] == nil)
        #expect(pay.extent?.description == "2023-01-01/2024-12-31")
        let year = pay.segments(in: try DayRange(from: Day("2023-04-01"), through: Day("2023-12-31")))
        #expect(year.map(\.days.description) == ["2023-04-01/2023-06-30", "2023-07-01/2023-12-31"])
        let back = try JSONDecoder().decode(Timeline<Money>.self, from: JSONEncoder().encode(pay))
        #expect(back == pay)
    }

    @Test func overlapsAreRefused() {
        let one = DayRange(day(0)...day(9))
        let other = DayRange(from: day(9))
        #expect(throws: TimelineRefusal.overlap(one, other)) {
            try Timeline([.init(value: 2, days: other), .init(value: 1, days: one)])
        }
    }

    /// Any run of settings gives what a plain list of days would hold, and keeps the invariants.
    @Test func agreesWithAListOfDays() throws {
        var dice = Dice(seed: 23)
        for _ in 0..<400 {
            var timeline = Timeline<Int>()
            var list = [Int?](repeating: nil, count: 60)
            for _ in 0..<12 {
                let value: Int? = dice.roll(0...3) == 0 ? nil : dice.roll(1...3)
                let start = dice.roll(0...49)
                switch dice.roll(0...2) {
                case 0:
                    timeline.set(value, from: day(start))
                    for index in start..<60 { list[index] = value }
                case 1:
                    let last = start + dice.roll(0...9)
                    timeline.set(value, during: DayRange(day(start)...day(last)))
                    for index in start...last { list[index] = value }
                default:
                    let next = timeline.changes.first { $0.day > day(start) }?.day.number ?? 60
                    timeline.set(value, untilNextChangeFrom: day(start))
                    for index in start..<next { list[index] = value }
                }
                check(timeline)
            }
            #expect((0..<60).map { timeline[day($0)] } == list)
            #expect(try Timeline(timeline.segments.shuffled(using: &dice)) == timeline)
            #expect(timeline.map { $0 % 2 } == (try Timeline(timeline.segments)).map { $0 % 2 })
            let days = DayRange(day(dice.roll(0...20))...day(dice.roll(21...50)))
            let inside = list[days.start.number..<(days.end?.number ?? 0)]
            #expect(timeline.covers(days) == inside.allSatisfy { $0 != nil })
            let limited = timeline.limited(to: days)
            #expect((0..<60).allSatisfy { limited[day($0)] == (days.contains(day($0)) ? list[$0] : nil) })
        }
    }

    private func check(_ timeline: Timeline<Int>) {
        let changes = timeline.changes
        #expect(changes.first?.value != .some(nil))
        for (one, next) in zip(changes, changes.dropFirst()) {
            #expect(one.day < next.day)
            #expect(one.value != next.value)
        }
    }

    @Test func combinesWhereBothHaveValues() {
        var hours = Timeline(8, during: DayRange(day(0)...day(9)))
        hours.set(6, during: DayRange(day(4)...day(5)))
        let rate = Timeline(100, during: DayRange(day(5)...day(20)))
        let pay = hours.combined(with: rate) { $0 * $1 }
        #expect(pay.segments.map(\.value) == [600, 800])
        #expect(
            pay.segments.map(\.days) == [
                DayRange(day(5)...day(5)), DayRange(day(6)...day(9)),
            ])
    }
}
