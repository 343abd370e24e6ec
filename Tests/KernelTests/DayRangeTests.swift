import Foundation
import Kernel
import Testing

@Suite struct DayRangeTests {
    /// `labour_examples.csv` SV01, SV02, SV03, SV08: service counted with the last day included.
    @Test(arguments: [
        ("2020-03-01", "2026-08-31", 78), ("2020-03-01", "2026-08-30", 77), ("2008-01-01", "2026-06-30", 222),
        ("2024-02-29", "2026-02-28", 24), ("2024-02-29", "2026-02-27", 24), ("2024-02-29", "2026-02-26", 23),
        ("2026-01-31", "2026-02-27", 1), ("2026-01-05", "2026-01-05", 0),
    ])
    func countsService(start: String, last: String, months: Int) throws {
        let range = try DayRange(from: Day(start), through: Day(last))
        #expect(range.wholeMonths == months)
        #expect(range.wholeYears == months / 12)
    }

    @Test func endsAreClear() throws {
        let start = try Day("2024-01-01")
        #expect(DayRange(start: start, end: start) == nil)
        #expect(DayRange(start...start).dayCount == 1)
        #expect(try DayRange(from: start, through: start).description == "2024-01-01/2024-01-01")
        #expect(DayRange(from: start).description == "2024-01-01/..")
        #expect(DayRange(from: start).dayCount == nil)
        #expect(DayRange(start ... .last) == DayRange(from: start))
        #expect(DayRange(from: start).ending(by: start + 10)?.dayCount == 10)
        #expect(DayRange(from: start).ending(by: start) == nil)
        #expect(throws: DayRangeRefusal.endsBeforeItStarts(start, start - 1)) {
            try DayRange(from: start, through: start - 1)
        }
    }

    @Test func travelsWithBothDays() throws {
        let range = try DayRange(from: Day("2024-01-01"), through: Day("2024-01-31"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(range)
        #expect(String(decoding: json, as: UTF8.self) == #"{"from":"2024-01-01","through":"2024-01-31"}"#)
        #expect(try JSONDecoder().decode(DayRange.self, from: json) == range)
        let open = DayRange(from: range.start)
        #expect(try JSONDecoder().decode(DayRange.self, from: encoder.encode(open)) == open)
        let turned = Data(#"{"from":"2024-02-01","through":"2024-01-01"}"#.utf8)
        #expect(throws: DayRangeRefusal.self) { try JSONDecoder().decode(DayRange.self, from: turned) }
    }

    /// Set operations against day-by-day membership.
    @Test func setsAgreeWithTheirDays() {
        var dice = Dice(seed: 17)
        let window = 0...40
        func range() -> DayRange {
            let start = Day(number: dice.roll(0...30))
            return dice.roll(0...4) == 0
                ? DayRange(from: start) : DayRange(start...start + dice.roll(0...9))
        }
        for _ in 0..<3000 {
            let one = range(), other = range()
            let rest = one.subtracting(other)
            let common = one.intersection(other)
            let both = one.union(other)
            for number in window {
                let day = Day(number: number)
                let (a, b) = (one.contains(day), other.contains(day))
                #expect(common?.contains(day) ?? false == (a && b))
                #expect(rest.contains { $0.contains(day) } == (a && !b))
                if let both { #expect(both.contains(day) == (a || b)) }
            }
            #expect(one.overlaps(other) == (common != nil))
            #expect(one.contains(other) == other.subtracting(one).isEmpty)
            if one.overlaps(other) { #expect(both != nil) }
            if let count = one.dayCount { #expect(one.days.reduce(0) { sum, _ in sum + 1 } == count) }
        }
    }
}
