import Foundation
import Kernel
import Testing

@Suite struct DayTests {
    /// Every 13th day from 1636 to 2600 against Foundation's calendar: parts, weekday, and months added by way of
    /// the length Foundation gives the month of arrival (its own addition makes 2240-02-29 − 696 months 2182-03-01).
    @Test func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        var dice = Dice(seed: 11)
        for number in stride(from: -122_000, through: 230_000, by: 13) {
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let (year, month, dayOfMonth) = (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            #expect(day.parts == (year, month, dayOfMonth))
            #expect(day.weekday.rawValue % 7 + 1 == parts.weekday)
            guard number % 5 == 0 else { continue }
            let months = dice.roll(-600...600)
            let arrival = DateComponents(year: year, month: month + months, day: 1)
            let first = try #require(calendar.date(from: arrival))
            let length = try #require(calendar.range(of: .day, in: .month, for: first)).count
            let expected = first.addingTimeInterval(Double(min(dayOfMonth, length) - 1) * 86_400)
            #expect(Double(day.adding(months: months).number) * 86_400 == expected.timeIntervalSince1970)
        }
    }

    @Test func everyDayOfTheCalendarHasOneNumber() {
        var expected = Day.first.number
        for year in 1...9999 {
            for month in [1, 2, 3, 12] {
                guard let first = Day(year: year, month: month, day: 1) else { continue }
                if month == 1 { #expect(first.number == expected) }
                #expect(first.parts == (year, month, 1))
            }
            expected += Day.isLeap(year: year) ? 366 : 365
        }
        #expect(expected - 1 == Day.last.number)
        #expect(Day.first.iso == "0001-01-01")
        #expect(Day.last.iso == "9999-12-31")
    }

    @Test func arithmeticStaysInsideTheCalendar() throws {
        #expect(Day.last + 1 == .last)
        #expect(Day.first - 1 == .first)
        #expect(Day.first - Int.min == .last)
        #expect(Day.first + .max == .last)
        #expect(Day.last.adding(months: .max) == .last)
        #expect(Day.first.adding(years: .min) == .first)
        #expect(Day(year: 2023, month: 2, day: 29) == nil)
        #expect(Day(year: 2023, month: 13, day: 1) == nil)
        #expect(Day(year: 0, month: 1, day: 1) == nil)
        let day = try Day("2024-01-31")
        #expect(day.adding(months: 1).iso == "2024-02-29")
        #expect(day.adding(months: -2).iso == "2023-11-30")
        #expect(try Day("2024-02-29").adding(years: 1).iso == "2025-02-28")
        #expect(Array(day...(day + 2)).map(\.iso) == ["2024-01-31", "2024-02-01", "2024-02-02"])
        #expect(day.phrase == Phrase(zh: "2024-01-31 (周三)", en: "2024-01-31 (Wednesday)"))
    }

    @Test func monthsAreCountedAsAdded() {
        var dice = Dice(seed: 3)
        for _ in 0..<5000 {
            let start = Day(number: dice.roll(-30_000...60_000))
            let end = start + dice.roll(0...20_000)
            let months = start.wholeMonths(to: end)
            #expect(start.adding(months: months) <= end)
            #expect(start.adding(months: months + 1) > end)
            #expect(start.wholeYears(to: end) == months / 12)
            #expect(end.wholeMonths(to: start) == -months)
        }
    }

    @Test func travelsAsISOText() throws {
        let days = [Day.first, try Day("2024-02-29"), .last]
        let json = try JSONEncoder().encode(days)
        #expect(String(decoding: json, as: UTF8.self) == #"["0001-01-01","2024-02-29","9999-12-31"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: json) == days)
        #expect(throws: DayRefusal.unreadable("2024-02-30")) {
            try JSONDecoder().decode([Day].self, from: Data(#"["2024-02-30"]"#.utf8))
        }
    }
}
