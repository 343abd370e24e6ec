import Kernel
import Testing

@testable import Retention

@Suite struct TurnoverPeriodTests {
    @Test(arguments: [
        (PeriodLength.month, "2026-05-31", "2026-05-01", true), (.month, "2026-05-20", "2026-05-01", false),
        (.quarter, "2026-06-30", "2026-04-01", true), (.quarter, "2026-05-31", "2026-04-01", false),
        (.year, "2026-12-31", "2026-01-01", true), (.year, "2026-02-28", "2026-01-01", false),
    ])
    func begins(_ length: PeriodLength, _ last: String, _ first: String, _ isWhole: Bool) throws {
        let period = TurnoverPeriod(length, through: try #require(Day(iso: last)))
        #expect(period.first.iso == first)
        #expect(period.isWhole == isWhole)
    }

    @Test func aTrendHasNoGaps() throws {
        for length in PeriodLength.allCases {
            let trend = TurnoverPeriod(length, through: try #require(Day(iso: "2026-03-10"))).trend
            #expect(trend.count == length.shown)
            for (one, next) in zip(trend, trend.dropFirst()) {
                #expect(one.last + 1 == next.first)
                #expect(one.isWhole)
            }
        }
    }

    @Test func bandsCoverEveryTenure() {
        #expect(TenureBand.starts.count == TenureBand.names.count)
        #expect(TenureBand.band(of: 0) == 0)
        #expect(TenureBand.band(of: 30) == 0)
        #expect(TenureBand.band(of: 31) == 1)
        #expect(TenureBand.band(of: 100_000) == TenureBand.starts.count - 1)
        #expect(TenureBand.starts.contains(TenureBand.settled))
    }

    @Test(arguments: [
        (1, 3, 4, "0.3333"), (2, 3, 0, "1"), (-1, 6, 4, "-0.1667"), (1, 2_000, 3, "0.001"), (15, 10, 4, "1.5000"),
    ])
    func textsOfFractionsRoundOnce(_ above: Int, _ below: Int, _ places: Int, _ text: String) throws {
        let fraction = try Fraction(Int128(above), over: Int128(below))
        #expect(fraction.decimal(places) == text)
    }

    @Test func moreThanEverybodyIsNoCompoundRate() throws {
        let rate = try Fraction(3, over: 2)
        #expect(Annualising.compound.yearly(rate, months: 1) == nil)
        #expect(Annualising.simple.yearly(rate, months: 1)?.decimal(2) == "18.00")
    }
}
