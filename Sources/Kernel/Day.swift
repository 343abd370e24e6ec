/// A calendar day, without a time and without a time zone: a birthday, a hire day, a due day.
///
/// Proleptic Gregorian, kept as the number of days since 1970-01-01. The calendar reaches from
/// ``first`` (0001-01-01) to ``last`` (9999-12-31); arithmetic past either end stays at that end.
public struct Day: Hashable, Sendable {
    private let offset: Int32

    /// Days since 1970-01-01; earlier days are negative.
    public var number: Int { Int(offset) }

    /// The day with that number, or the end of the calendar it lies beyond.
    public init(number: Int) {
        offset = Int32(min(max(number, Self.firstNumber), Self.lastNumber))
    }

    /// Nil when the calendar has no such day: 30 February, month 13, year 0.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(inMonth: month, ofYear: year)
        else { return nil }
        self.init(validYear: year, month, day)
    }

    private init(validYear year: Int, _ month: Int, _ day: Int) {
        // Years that begin in March put the leap day last, so month lengths follow one formula.
        let shifted = month > 2 ? year : year - 1
        let century = shifted >= 0 ? shifted / 400 : -1
        let yearOfEra = shifted - century * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        offset = Int32(century * 146_097 + dayOfEra - 719_468)
    }

    private static let firstNumber = -719_162
    private static let lastNumber = 2_932_896

    /// 0001-01-01.
    public static let first = Day(number: firstNumber)
    /// 9999-12-31.
    public static let last = Day(number: lastNumber)

    /// Whether that year has a 29 February.
    public static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The length of a month, 28 to 31.
    public static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}
