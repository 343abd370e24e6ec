import Kernel
import Testing

@testable import Markup

@Suite struct TextTests {
    @Test(arguments: [
        (NumberFormat.count, 1234567.0, "1,234,567"), (.count, -999.5, "−1,000"), (.count, -0.2, "0"),
        (.decimal(2), 0.005, "0.01"), (.decimal(3), 1234.5, "1,234.500"), (.percent(1), 0.4134, "41.3%"),
        (.percent(0), 1, "100%"), (.signed(2), 0.214, "+0.21"), (.signed(2), -0.4, "−0.40"), (.signed(1), 0, "0.0"),
        (.plain, 0.1, "0.1"), (.plain, 12, "12"), (.plain, 1.0 / 3, "0.3333"), (.plain, 1e300, "1e300"),
        (.plain, 0.00012, "0.00012"), (.count, .nan, "—"), (.percent(1), .infinity, "—"), (.decimal(9), 1e12, "1e12"),
    ])
    func `numbers as they are written`(format: NumberFormat, value: Double, text: String) {
        #expect(format.text(value, in: .zh) == text)
        #expect(format.text(value, in: .en) == text)
    }

    @Test(arguments: [
        (NumberFormat.count, 20_000.0, 10_000.0, "2 万", "20k"), (.count, 5000, 5000, "5,000", "5,000"),
        (.percent(1), 0.2, 0.1, "20%", "20%"), (.percent(1), 0.005, 0.005, "0.5%", "0.5%"),
        (.decimal(2), 0.25, 0.05, "0.25", "0.25"), (.count, 3e8, 1e8, "3 亿", "300M"), (.count, 0, 1e6, "0", "0"),
    ])
    func `ticks are short`(format: NumberFormat, value: Double, step: Double, zh: String, en: String) {
        #expect(format.tick(value, step: step, in: .zh) == zh)
        #expect(format.tick(value, step: step, in: .en) == en)
    }

    @Test func `points name their unit`() {
        #expect(NumberFormat.points(1).text(0.032, in: .en) == "+3.2 pp")
        #expect(NumberFormat.points(1).text(-0.032, in: .zh) == "−3.2 个百分点")
    }

    @Test func `Chinese is about twice as wide as Latin`() {
        #expect(TextMeasure.width("离职", size: 10) > TextMeasure.width("ab", size: 10) * 1.5)
        #expect(TextMeasure.fitted("abcdef", width: 1000, size: 12) == "abcdef")
        #expect(TextMeasure.fitted("月收入与绩效", width: 40, size: 12) == "月收…")
        #expect(TextMeasure.fitted("", width: 0, size: 12) == "")
    }

    @Test func `lines break at spaces and between Chinese characters`() {
        #expect(
            TextMeasure.lines("Job role in Sales", width: 60, size: 12, atMost: 3) == ["Job role", "in Sales"])
        #expect(TextMeasure.lines("岗位属于销售代表", width: 50, size: 12, atMost: 2) == ["岗位属于", "销售代表"])
        #expect(TextMeasure.lines("一二三四五六七八", width: 26, size: 12, atMost: 2) == ["一二", "三…"])
    }

    @Test(arguments: [
        (0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (12.5, "12.5"), (.nan, "0"), (.infinity, "0"), (1e300, "1000000000"),
        (-3.0, "-3"),
    ])
    func `coordinates`(value: Double, text: String) {
        #expect(Coordinate.text(value) == text)
    }

    @Test(arguments: [
        ([0.0, 97.0], 5, [0.0, 20, 40, 60, 80, 100]), ([0.013, 0.031], 4, [0.01, 0.015, 0.02, 0.025, 0.03, 0.035]),
        ([-3.0, 4.0], 4, [-4.0, -2, 0, 2, 4]),
    ])
    func `ticks at 1, 2 and 5`(values: [Double], count: Int, ticks: [Double]) {
        let scale = Scale(values, axis: Axis(Phrase(verbatim: "")), ticks: count, from: 0, to: 100)
        #expect(scale.ticks.count == ticks.count)
        for (tick, wanted) in zip(scale.ticks, ticks) { #expect(abs(tick - wanted) < 1e-12) }
        #expect(scale(scale.low) == 0 && scale(scale.high) == 100)
    }

    @Test func `labels are spread without changing their order`() {
        #expect(spread([10, 11, 12], distance: 16, low: 0, high: 100) == [10, 26, 42])
        #expect(spread([99, 98], distance: 16, low: 0, high: 100) == [100, 84])
    }
}
