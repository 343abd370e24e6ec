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
}
