import Foundation
import Kernel
import Testing

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("1234.5", 123_450), ("¥1,234.50", 123_450), ("￥1，234.50", 123_450), ("-1234元", -123_400),
            ("(1,234.50)", -123_450), ("CNY 12", 1200), ("RMB 12.30", 1230), ("1.2万", 1_200_000),
            ("３亿元", 30_000_000_000),
            ("0", 0), (".5", 50), ("+3", 300), ("人民币 5 元", 500), ("１２．３４", 1234), ("−7", -700), ("-¥8.00", -800),
            ("1.500", 150), ("92233720368547758.07", Int64.max), ("-92233720368547758.08", Int64.min),
        ] as [(String, Int64)])
    func reads(text: String, fen: Int64) throws { #expect(try Money(text).fen == fen) }

    @Test(arguments: [
        "", "元", "abc", "1,2", "1,2345", "1.2.3", "1e5", "--1", "1.234,56", "5 USD", "()", ",123", "0x10",
    ])
    func refuses(text: String) { #expect(throws: MoneyRefusal.unreadable(text)) { try Money(text) } }

    @Test func refusesWhatDoesNotFit() throws {
        #expect(throws: MoneyRefusal.tooPrecise("1.005")) { try Money("1.005") }
        #expect(try Money("1.005", rounding: .halfAwayFromZero).fen == 101)
        #expect(throws: MoneyRefusal.tooLarge) { try Money("92233720368547758.08") }
        #expect(throws: MoneyRefusal.tooLarge) { try Money("999999999999999999999999999999亿") }
        let most = Money(fen: .max)
        #expect(throws: MoneyRefusal.tooLarge) { try most + Money(fen: 1) }
        #expect(throws: MoneyRefusal.tooLarge) { try Money(fen: .min) - Money(fen: 1) }
        #expect(throws: MoneyRefusal.tooLarge) { try -Money(fen: .min) }
        #expect(throws: MoneyRefusal.tooLarge) { try most * 2 }
        #expect(throws: MoneyRefusal.tooLarge) { try most.multiplied(by: .percent(101), rounding: .down) }
        #expect(try Money.sum([most, most, -most, -most]).fen == 0)
    }

    @Test(
        arguments: [
            (Rounding.halfAwayFromZero, [1, 1, 2, -1, -2, -1]), (.halfEven, [0, 1, 2, 0, -2, -1]),
            (.halfTowardZero, [0, 1, 1, 0, -1, -1]), (.up, [1, 1, 2, 0, -1, 0]), (.down, [0, 0, 1, -1, -2, -1]),
            (.awayFromZero, [1, 1, 2, -1, -2, -1]), (.towardZero, [0, 0, 1, 0, -1, 0]),
        ] as [(Rounding, [Int64])])
    func roundings(rule: Rounding, expected: [Int64]) throws {
        let fifths = ["0.005", "0.006", "0.015", "-0.005", "-0.015", "-0.006"]
        let rounded = try fifths.map { try Money($0, rounding: rule).fen }
        #expect(rounded == expected)
    }

    /// `labour_examples.csv` OT04 and rule I-6.
    @Test func roundsOnceAtTheEnd() throws {
        let factor = try Fraction(Rate("1.5")) * Fraction(Rate("1.5")) / Fraction(Rate("21.75")) / Fraction(8)
        #expect(try Money(yuan: 8000).multiplied(by: factor, rounding: .halfAwayFromZero) == Money("103.45"))
        #expect(try Money("188.655", rounding: .halfAwayFromZero) == Money("188.66"))
        #expect(try Money("1250.50").rounded(to: Money(yuan: 1), .halfAwayFromZero) == Money("1251"))
        #expect(throws: FractionRefusal.zeroDenominator) { try Fraction(1) / Fraction(0) }
        #expect(throws: FractionRefusal.tooLarge) { try Fraction(.max) * Fraction(2) }
        #expect(try Fraction(6, over: -4) == Fraction(-3, over: 2))
    }

    @Test(
        arguments: [
            (123_450, "¥1,234.50", "CNY 1,234.50", "¥1,234.5", "CNY 1.23K"),
            (-5, "-¥0.05", "-CNY 0.05", "-¥0.05", "-CNY 0.05"), (0, "¥0.00", "CNY 0.00", "¥0", "CNY 0"),
            (12_345_678_900, "¥123,456,789.00", "CNY 123,456,789.00", "¥1.23亿", "CNY 123.46M"),
            (1_000_000, "¥10,000.00", "CNY 10,000.00", "¥1万", "CNY 10K"),
            (999_999, "¥9,999.99", "CNY 9,999.99", "¥1万", "CNY 10K"),
            (100_500_000, "¥1,005,000.00", "CNY 1,005,000.00", "¥100.5万", "CNY 1.01M"),
        ] as [(Int64, String, String, String, String)])
    func texts(fen: Int64, zh: String, en: String, shortZh: String, shortEn: String) throws {
        let money = Money(fen: fen)
        #expect(money.phrase == Phrase(zh: zh, en: en))
        #expect(money.shortText(in: .zh) == shortZh)
        #expect(money.shortText(in: .en) == shortEn)
        #expect(try Money(money.plain) == money)
        #expect(try Money(zh) == money)
    }

    @Test func travelsAsText() throws {
        let json = try JSONEncoder().encode([Money(fen: .min), Money(fen: 5)])
        #expect(String(decoding: json, as: UTF8.self) == #"["-92233720368547758.08","0.05"]"#)
        #expect(try JSONDecoder().decode([Money].self, from: json) == [Money(fen: .min), Money(fen: 5)])
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Money].self, from: Data(#"["x"]"#.utf8)) }
    }
}
