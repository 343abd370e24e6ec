import Kernel
import Organization
import Testing

@testable import Retention

struct ReasonBoardTests {
    private static let quarters = ReasonBoard.quarters(4, through: Day(year: 2026, month: 6, day: 15) ?? .first)

    private static func cases(
        _ count: Int, unit: Int64, _ day: String, _ reasons: Set<SeparationReason>
    ) -> [ReasonCase] {
        (0..<count).map { _ in
            ReasonCase(
                lastDay: Day(iso: day) ?? .first, unit: unit, unitName: "部门\(unit)", reasons: reasons,
                isInterviewed: !reasons.isEmpty)
        }
    }

    @Test func quartersEndWithThatOfTheDay() {
        #expect(Self.quarters.map { "\($0.year)-\($0.monthOfYear)" } == ["2025-7", "2025-10", "2026-1", "2026-4"])
    }

    @Test(arguments: [("/1/5/9/", 5), ("/1/5/", 5), ("/1/", 1)]) func unitsAreThoseBelowTheTop(
        _ path: String, _ unit: Int64
    ) {
        #expect(ReasonBoard.group(path) == unit)
    }

    @Test func aLeaverCountsOnceForEveryReasonNamed() {
        let board = ReasonBoard(
            Self.cases(6, unit: 1, "2026-05-01", [.betterPay, .career])
                + Self.cases(5, unit: 2, "2026-02-01", [.betterPay]) + Self.cases(5, unit: 2, "2026-02-01", []),
            quarters: Self.quarters, retained: 2)
        #expect(board.leavers == 16 && board.known == 11 && board.interviewed == 11 && board.retained == 2)
        #expect(board.lines.map(\.reason) == [.betterPay, .career])
        #expect(board.lines[0].counts == [nil, nil, 5, 6] && board.lines[0].total == 11)
        #expect(board.quarters.map(\.leavers) == [nil, nil, 10, 6])
        #expect(board.units.map(\.leavers) == [10, 6])
    }

    /// HR examples: groups under five are hidden or merged.
    @Test func smallGroupsAreHidden() {
        let few = ReasonBoard(
            Self.cases(4, unit: 1, "2026-05-01", [.career]), quarters: Self.quarters, retained: 0)
        #expect(few.leavers == nil && few.lines.isEmpty && few.units.isEmpty && few.known == 0)
        let merged = ReasonBoard(
            Self.cases(9, unit: 1, "2026-05-01", [.career]) + Self.cases(3, unit: 2, "2026-05-01", [.health])
                + Self.cases(2, unit: 3, "2026-05-01", [.family]), quarters: Self.quarters, retained: 0)
        #expect(merged.units.map(\.leavers) == [9, 5])
        // A single small unit would be known by subtraction: the next joins it.
        let alone = ReasonBoard(
            Self.cases(9, unit: 1, "2026-05-01", [.career]) + Self.cases(6, unit: 2, "2026-05-01", [.career])
                + Self.cases(1, unit: 3, "2026-05-01", [.family]), quarters: Self.quarters, retained: 0)
        #expect(alone.units.map(\.leavers) == [9, 7])
    }

    /// The total less the quarters shown may not tell the reason of one person.
    @Test func oneSmallQuarterIsNotKnownByTheOthers() {
        let board = ReasonBoard(
            Self.cases(1, unit: 1, "2026-05-01", [.health]) + Self.cases(6, unit: 1, "2026-02-01", [.career])
                + Self.cases(9, unit: 1, "2025-11-01", [.career]) + Self.cases(8, unit: 1, "2025-08-01", [.betterPay]),
            quarters: Self.quarters, retained: 0)
        #expect(board.quarters.map(\.leavers) == [8, 9, nil, nil])
        #expect(board.lines.first { $0.reason == .career }?.counts == [0, 9, nil, nil])
    }

    /// Whatever the sizes, no group shown is small and nobody is lost or counted twice where all fit.
    @Test(arguments: 1...40) func noUnitShownIsSmall(_ seed: Int) {
        var cases: [ReasonCase] = []
        var state = UInt64(seed)
        for unit in 1...Int64(6) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            cases += Self.cases(Int(state >> 60), unit: unit, "2026-05-01", [.career])
        }
        let board = ReasonBoard(cases, quarters: Self.quarters, retained: 0)
        #expect(board.units.allSatisfy { $0.leavers >= ReasonBoard.smallest })
        if cases.count >= ReasonBoard.smallest {
            #expect(board.units.reduce(0) { $0 + $1.leavers } == cases.count)
        } else {
            #expect(board.units.isEmpty)
        }
    }
}
