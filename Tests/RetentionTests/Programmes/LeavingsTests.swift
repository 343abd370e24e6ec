import Kernel
import Testing

@testable import Retention

/// Which outcome a snapshot has; the rules of `spec/retention.md` §3.
struct LeavingsTests {
    private static let day = 20_000
    private static let cases: [(last: Int, notice: Int?, isVoluntary: Bool, fate: Leavings.Fate)] = [
        (day + 30, day + 1, true, .left(day + 30)),
        (day + 90, day + 60, true, .left(day + 90)),
        (day + 91, day + 60, true, .stayed),
        (day + 30, day + 1, false, .censored),
        (day + 30, nil, false, .censored),
        // Everybody knew.
        (day + 30, day, true, .announced),
        (day + 200, day - 5, true, .announced),
        (day, nil, true, .announced),
        // Left before, and is back.
        (day - 100, day - 120, true, .stayed),
    ]

    @Test("What became of somebody", arguments: cases.indices)
    func fate(index: Int) {
        let one = Self.cases[index]
        let leavings = Leavings([7: [.init(lastDay: one.last, notice: one.notice, isVoluntary: one.isVoluntary)]])
        #expect(leavings.fate(of: 7, after: Self.day, within: 90) == one.fate)
        #expect(leavings.fate(of: 8, after: Self.day, within: 90) == .stayed)
    }

    @Test("Before the first recorded leaver only those who stayed are known: nothing is learned from that time")
    func covered() {
        let leavings = Leavings(
            [
                7: [.init(lastDay: Self.day, notice: nil, isVoluntary: true)],
                8: [.init(lastDay: Self.day - 5_000, notice: nil, isVoluntary: true)],
            ], after: Self.day - 1_000)
        let (first, today) = (Day(number: Self.day), Day(number: Self.day + 200))
        #expect(!leavings.covers(first - 1, horizon: 90, knownOn: today))
        #expect(leavings.covers(first, horizon: 90, knownOn: today))
        #expect(leavings.covers(today - 90, horizon: 90, knownOn: today))
        #expect(!leavings.covers(today - 89, horizon: 90, knownOn: today))
        #expect(!Leavings([:]).covers(first, horizon: 90, knownOn: today))
    }
}
