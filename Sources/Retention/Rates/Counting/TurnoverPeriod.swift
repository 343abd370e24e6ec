import Kernel

/// How long the periods of a board are.
enum PeriodLength: String, Codable, Sendable, Hashable, CaseIterable {
    case month, quarter, year

    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// How many a trend shows.
    var shown: Int {
        switch self {
        case .month: 12
        case .quarter: 8
        case .year: 5
        }
    }

    var name: Phrase {
        switch self {
        case .month: Phrase(zh: "按月", en: "Months")
        case .quarter: Phrase(zh: "按季度", en: "Quarters")
        case .year: Phrase(zh: "按年", en: "Years")
        }
    }

    /// The first month of the calendar period a month lies in.
    func start(of month: Month) -> Month {
        switch self {
        case .month: month
        case .quarter: month.adding(-((month.monthOfYear - 1) % 3))
        case .year: month.adding(1 - month.monthOfYear)
        }
    }
}

/// A calendar month, quarter or year, cut off at the day a board goes to.
struct TurnoverPeriod: Codable, Sendable, Hashable {
    let length: PeriodLength
    let first: Day
    let last: Day

    /// The one a day lies in, as far as that day.
    init(_ length: PeriodLength, through day: Day) {
        self.length = length
        first = length.start(of: day.month).firstDay
        last = day
    }

    /// A period of the same length as a whole, so many before.
    func earlier(_ count: Int) -> TurnoverPeriod {
        count == 0
            ? self : TurnoverPeriod(length, through: first.month.adding(-length.months * (count - 1)).firstDay - 1)
    }

    /// The last ones up to this, the earliest first.
    var trend: [TurnoverPeriod] { (0..<length.shown).reversed().map(earlier) }

    /// The day its opening headcount is counted at the end of.
    var before: Day { first - 1 }

    /// Whether it goes to its own end: a rate of part of a period is no rate of a year.
    var isWhole: Bool { last == first.month.adding(length.months - 1).lastDay }

    var name: Phrase {
        let year = first.month.year
        switch length {
        case .month: return Phrase(verbatim: first.month.description)
        case .quarter:
            return Phrase(zh: "\(year) 年第 \(first.month.quarter) 季度", en: "Q\(first.month.quarter) \(year)")
        case .year: return Phrase(zh: "\(year) 年", en: "\(year)")
        }
    }

    var days: Phrase { Phrase(zh: "\(first.iso) 至 \(last.iso)", en: "\(first.iso) to \(last.iso)") }
}
