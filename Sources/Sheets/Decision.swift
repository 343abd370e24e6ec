/// What a column is, from the tally of all its cells.
///
/// A column is numeric (or a day) when at least 98 % of its non-missing cells read so, or all but one of at least 20;
/// the few others become ``TableColumn/unreadable``. Identifiers (leading zeros, 15 digits) count as not numeric.
enum Decision: Equatable {
    case text
    case number(TableColumn.Kind)
    /// `serials`: whole numbers in it are Excel day numbers.
    case day(monthFirst: Bool, serials: Bool)

    init(_ tally: Tally, name: String) {
        func nearlyAll(_ fit: Int) -> Bool {
            let misfits = tally.cells - fit
            return fit > 0 && (misfits * 50 <= tally.cells || misfits == 1 && tally.cells >= 20)
        }
        let monthFirst =
            tally.monthFirst == tally.dayFirst
            ? tally.eitherSlashed > 0 || tally.monthFirst > 0
            : tally.monthFirst > tally.dayFirst
        if tally.cells == 0 {
            self = .text
        } else if tally.days > 0, nearlyAll(tally.days + tally.compactDays) {
            self = .day(monthFirst: monthFirst, serials: false)
        } else if tally.compactDays == tally.cells {
            self = .day(monthFirst: false, serials: false)
        } else if tally.days * 2 > tally.cells, nearlyAll(tally.days + tally.compactDays + tally.serials) {
            self = .day(monthFirst: monthFirst, serials: true)
        } else if tally.serials == tally.cells, Self.namesDay(name) {
            self = .day(monthFirst: false, serials: true)
        } else if nearlyAll(tally.numbers) {
            self = .number(Self.kind(tally))
        } else {
            self = .text
        }
    }

    /// Whether the order of day and month had to be guessed.
    static func isGuess(_ tally: Tally) -> Bool {
        tally.eitherFirst > 0 && tally.dayFirst == tally.monthFirst
    }

    private static func kind(_ tally: Tally) -> TableColumn.Kind {
        if tally.percentages * 2 > tally.numbers { return .percentage }
        if tally.amounts > 0 { return .money }
        return tally.decimals + tally.percentages > 0 ? .decimal : .integer
    }

    private static func namesDay(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["日期", "生日", "出生", "入职时间", "离职时间", "date", "birthday"].contains { name.contains($0) }
    }

    /// The number a reading stands for in a column so decided; NaN when it does not fit.
    func value(_ reading: Reading) -> Double {
        switch (self, reading) {
        case (.number, .number(let value, _)): value
        case (.day, .day(let value)): value
        case (.day(let monthFirst, _), .numericDay(let first, let second, let year, let time, _)):
            (CivilDay.number(year: year, month: monthFirst ? first : second, day: monthFirst ? second : first)
                ?? CivilDay.number(year: year, month: monthFirst ? second : first, day: monthFirst ? first : second))
                .map { $0 + time } ?? .nan
        case (.day(_, let serials), .number(let value, .integer)):
            CivilDay.compact(value)
                ?? (serials && (20_000...80_000).contains(value)
                    ? CivilDay.fromSerial(value, since1904: false) : .nan)
        default: .nan
        }
    }
}
