import Foundation
import Kernel
import Testing

@Suite struct MonthTests {
    @Test(arguments: [
        "2023-12", "2023/12", "2023.12", "202312", "2023年12月", "２０２３年１２月", "Dec 2023", "12/2023", "12.2023", "二〇二三年十二月",
        "December 2023",
    ])
    func reads(text: String) throws { #expect(try Month(text).iso == "2023-12") }

    @Test(arguments: ["", "2023", "2023-13", "12", "2023-12-01", "1/1/2023", "12/23", "x"])
    func refuses(text: String) { #expect(throws: MonthRefusal.unreadable(text)) { try Month(text) } }

    @Test func knowsItsDays() throws {
        let month = try Month("2024-02")
        #expect(month.dayCount == 29)
        #expect(month.days.description == "2024-02-01/2024-02-29")
        #expect(month.next.iso == "2024-03")
        #expect(month.adding(-14).iso == "2022-12")
        #expect(month.quarter == 1)
        #expect(month.phrase == Phrase(zh: "2024年2月", en: "February 2024"))
        #expect(try Day("2024-02-29").month == month)
        #expect(try month.contains(Day("2024-02-01")))
        #expect(month.distance(to: try Month("2025-03")) == 13)
        #expect(try JSONDecoder().decode([Month].self, from: JSONEncoder().encode([month])) == [month])
        #expect(try Month("9999-12").next.iso == "9999-12")
        #expect(try Month("9999-12").days.isOpenEnded)
    }
}
