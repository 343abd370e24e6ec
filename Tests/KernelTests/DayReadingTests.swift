import Kernel
import Testing

@Suite struct DayReadingTests {
    @Test(arguments: [
        "2023-12-01", "2023/12/1", "2023.12.1", "2023年12月1日", "2023年12月01日", "2023 年 12 月 1 日", "2023年12月1号",
        "2023年12月1", "20231201", "２０２３－１２－０１", "２０２３年１２月１日", "2023／12／1", "二〇二三年十二月一日", "二零二三年十二月一号",
        " 2023-12-1 ", "2023-12-01 00:00:00", "2023-12-01T08:30:00Z", "2023-12-01T08:30:00.123+08:00",
        "2023/12/1 8:30", "2023/12/1 8:30:05 PM", "2023-12-01 (周五)", "2023年12月1日 星期五", "2023年12月1日（周五）",
        "2023年12月1日星期五", "1 Dec 2023", "01-Dec-2023", "Dec 1, 2023", "December 1st, 2023", "1. Dec. 2023",
        "Fri, 1 Dec 2023", "Friday, December 1, 2023", "2023 Dec 1", "2023-Dec-01", "1 DECEMBER 2023",
        "2023年12月1日 下午2:30", "2023年12月1日8时30分", "2023年12月1日 8点", "2023-12-1 8时30分05秒",
    ])
    func readsTheFirstOfDecember(text: String) throws { #expect(try Day(text).iso == "2023-12-01") }

    @Test(arguments: [
        ("25.12.2023", "2023-12-25"), ("12/25/2023", "2023-12-25"), ("25-12-2023", "2023-12-25"),
        ("5/5/2023", "2023-05-05"), ("二〇二四年二月二十九日", "2024-02-29"), ("一九九八年十月三十日", "1998-10-30"),
        ("二〇〇一年一月廿一日", "2001-01-21"), ("2001年十月卅日", "2001-10-30"), ("1899-12-31", "1899-12-31"),
        ("31 May 2024", "2024-05-31"), ("4 Sept 2024", "2024-09-04"),
    ])
    func reads(text: String, iso: String) throws { #expect(try Day(text).iso == iso) }

    @Test(arguments: ["1.12.2023", "1/12/2023", "01-12-2023", "１/１２/２０２３"])
    func refusesTheAmbiguous(text: String) throws {
        let dayFirst = try Day("2023-12-01"), monthFirst = try Day("2023-01-12")
        #expect(throws: DayRefusal.ambiguous(text, dayFirst: dayFirst, monthFirst: monthFirst)) { try Day(text) }
        #expect(try Day(text, order: .dayFirst) == dayFirst)
        #expect(try Day(text, order: .monthFirst) == monthFirst)
    }

    @Test(arguments: ["2023-02-29", "2023/13/1", "2023年2月30日", "20231301", "31 Feb 2023", "32.13.2023", "0000-01-01"])
    func refusesDaysThatDoNotExist(text: String) {
        #expect(throws: DayRefusal.noSuchDay(text)) { try Day(text) }
    }

    @Test(arguments: ["23-12-01", "1/2/23", "23年12月1日", "1 Dec 23"])
    func refusesShortYears(text: String) { #expect(throws: DayRefusal.shortYear(text)) { try Day(text) } }

    @Test(arguments: [
        "", " ", "n/a", "在职", "2023", "2023-12", "45261", "2023-12-01-02", "2023-12/01", "12:30", "Dec 2023", "2023年",
        "2023年12月", "1 Foo 2023", "2023-12-01 foo", "周五", "123456789", "2023.12", "13812345678", "2023–", "-2023-12-01",
        "1,234,567", "1 2 3", "2023-12-01 25:00", "2023-12-01 8时30", "2023-12-01 8时99分", "十", "mon", "Dec Jan 2023",
        "2023年12月1日2",
        String(repeating: "1", count: 5000),
    ])
    func refusesWhatIsNoDate(text: String) { #expect(throws: DayRefusal.unreadable(text)) { try Day(text) } }

    @Test(
        arguments: [
            (["1/2/2023", "13/2/2023"], Day.Order.dayFirst), (["1/2/2023", "2/28/2023"], .monthFirst),
            (["1/2/2023"], nil), (["13/2/2023", "2/13/2023"], nil), (["2023-01-02", "x"], nil),
        ] as [([String], Day.Order?)])
    func aColumnSettlesItsOrder(texts: [String], order: Day.Order?) { #expect(Day.Order.settled(by: texts) == order) }

    @Test func anyTextIsAnsweredAndWhatWasReadComesBack() throws {
        let alphabet = Array("0123456789-/.,年月日号T:Z ()周五星期十廿一〇DecFri１２／％\u{0301}\u{200B}é🙂")
        var dice = Dice(seed: 99)
        var read: [String: Int] = [:]
        func look(_ text: String) throws {
            if let day = try? Day(text) {
                read["day", default: 0] += 1
                #expect(try Day(day.iso) == day)
            }
            if let money = try? Money(text) {
                read["money", default: 0] += 1
                #expect(try Money(money.plain) == money)
            }
            if let rate = try? Rate(text) {
                read["rate", default: 0] += 1
                #expect(try Rate(rate.plain) == rate)
            }
            if let month = try? Month(text) {
                read["month", default: 0] += 1
                #expect(Month(iso: month.iso) == month)
            }
            if let phone = try? PhoneNumber(text) {
                read["phone", default: 0] += 1
                #expect(try PhoneNumber(phone.text) == phone)
            }
        }
        let examples = ["2023-01-02", "1,234.50", "12.5%", "2023-05", "13800138000"].map(Array.init)
        for turn in 0..<8000 {
            var text = (0..<dice.roll(0...14)).map { _ in alphabet[dice.roll(0...(alphabet.count - 1))] }
            // Every second text is one that can be read, with a character exchanged.
            if turn.isMultiple(of: 2) {
                text = examples[dice.roll(0...(examples.count - 1))]
                text[dice.roll(0...(text.count - 1))] = alphabet[dice.roll(0...(alphabet.count - 1))]
            }
            try look(String(text))
        }
        #expect(read.count == 5 && read.values.allSatisfy { $0 >= 50 }, "\(read)")
        for _ in 0..<2000 {
            let day = Day(number: dice.roll(Day.first.number...Day.last.number))
            let (year, month, dayOfMonth) = day.parts
            #expect(try Day(day.iso) == day)
            guard year >= 1000 else { continue }
            #expect(try Day("\(year)年\(month)月\(dayOfMonth)日") == day)
            #expect(try Day("\(year)/\(month)/\(dayOfMonth)") == day)
        }
    }
}
