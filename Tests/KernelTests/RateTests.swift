import Foundation
import Kernel
import Testing

@Suite struct RateTests {
    @Test(
        arguments: [
            ("12.5%", 125_000_000, "0.125"), ("0.125", 125_000_000, "0.125"), ("１２．５％", 125_000_000, "0.125"),
            ("-3‰", -3_000_000, "-0.003"), ("1,250%", 12_500_000_000, "12.5"), ("100 %", 1_000_000_000, "1"),
            ("0", 0, "0"), ("0.000000001", 1, "0.000000001"), ("-0.5", -500_000_000, "-0.5"),
            ("1.350", 1_350_000_000, "1.35"),
        ] as [(String, Int64, String)])
    func reads(text: String, billionths: Int64, plain: String) throws {
        let rate = try Rate(text)
        #expect(rate.billionths == billionths)
        #expect(rate.plain == plain)
        #expect(try Rate(rate.percentText) == rate)
        #expect(try JSONDecoder().decode([Rate].self, from: JSONEncoder().encode([rate])) == [rate])
    }

    @Test func refuses() {
        #expect(throws: RateRefusal.unreadable("%")) { try Rate("%") }
        #expect(throws: RateRefusal.unreadable("half")) { try Rate("half") }
        #expect(throws: RateRefusal.tooPrecise("0.0000000001")) { try Rate("0.0000000001") }
        #expect(throws: RateRefusal.tooLarge) { try Rate("10000000000") }
        #expect(throws: RateRefusal.tooLarge) { try Rate(billionths: .max) + .one }
        #expect(throws: RateRefusal.noWhole) { try Rate.share(Money(fen: 1), of: .zero) }
    }

    @Test func computes() throws {
        #expect(Rate.percent(5).percentText == "5%")
        #expect(try Rate.share(Money(yuan: 1), of: Money(yuan: 3)).plain == "0.333333333")
        #expect(try Rate.share(Money(yuan: -2), of: Money(yuan: -3)).plain == "0.666666667")
        #expect(try Rate("0.5").multiplied(by: Rate("0.5"), rounding: .down) == Rate("25%"))
        #expect(try Rate.one - Rate("0.2") == Rate("80%"))
        #expect(try Money("86400").multiplied(by: Rate("0.05"), rounding: .halfAwayFromZero) == Money("4320"))
    }
}
