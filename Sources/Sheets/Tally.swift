/// How many cells of a column read as what. Adding tallies is order-independent, so blocks can be counted apart.
struct Tally: Equatable {
    var cells = 0
    var integers = 0
    var decimals = 0
    var percentages = 0
    var amounts = 0
    var codes = 0
    var days = 0
    /// Among `integers`: eight digits that are a day.
    var compactDays = 0
    /// Among `integers`: 20000…80000, Excel's day numbers for 1954…2119.
    var serials = 0
    /// Among `days`: only day/month, only month/day is possible, either.
    var dayFirst = 0
    var monthFirst = 0
    var eitherFirst = 0
    var eitherSlashed = 0

    var numbers: Int { integers + decimals + percentages + amounts }

    mutating func add(_ reading: Reading, times: Int = 1) {
        if case .missing = reading { return }
        cells += times
        switch reading {
        case .missing, .text: break
        case .number(let value, .integer): addInteger(value, times)
        case .number(_, .decimal): decimals += times
        case .number(_, .percentage): percentages += times
        case .number(_, .money): amounts += times
        case .code: codes += times
        case .day: days += times
        case .numericDay(let first, let second, _, _, let slash):
            days += times
            if first > 12 {
                dayFirst += times
            } else if second > 12 {
                monthFirst += times
            } else {
                eitherFirst += times
                if slash { eitherSlashed += times }
            }
        }
    }

    @inline(__always)
    mutating func addInteger(_ value: Double, _ times: Int) {
        integers += times
        if value >= 20_000 {
            if value <= 80_000 {
                serials += times
            } else if value >= 19_000_101, CivilDay.compact(value) != nil {
                compactDays += times
            }
        }
    }

    mutating func add(_ other: Tally) {
        cells += other.cells
        integers += other.integers
        decimals += other.decimals
        percentages += other.percentages
        amounts += other.amounts
        codes += other.codes
        days += other.days
        compactDays += other.compactDays
        serials += other.serials
        dayFirst += other.dayFirst
        monthFirst += other.monthFirst
        eitherFirst += other.eitherFirst
        eitherSlashed += other.eitherSlashed
    }
}
