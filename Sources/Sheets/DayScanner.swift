/// Dates as people write them: 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 2024年1月, 2024-01, 5/1/2024, 05.01.2024,
/// 5-Jan-2024, Jan 5, 2024; each with an optional time. Works on ``CellTokens``.
enum DayScanner {
    static func read(_ tokens: UnsafeBufferPointer<UInt8>) -> Reading? {
        var scan = TokenCursor(tokens: tokens)
        scan.skipSpaces()
        if let name = scan.monthName() { return monthFirst(name, &scan) }
        guard let (first, digits) = scan.integer() else { return nil }
        if digits == 4 { return yearFirst(first, &scan) }
        guard digits <= 2 else { return nil }
        scan.skipSpaces()
        guard let separator = scan.take(anyOf: [0x2D, 0x2F, 0x2E]) ?? (scan.previousIsSpace ? 0x20 : nil) else {
            return nil
        }
        if let month = scan.monthName() {
            _ = scan.take(anyOf: [0x2E])
            _ = scan.take(anyOf: [0x2D, 0x2F, 0x2C])
            scan.skipSpaces()
            guard let year = scan.year() else { return nil }
            return day(year, month, first, &scan)
        }
        guard separator != 0x20, let (second, secondDigits) = scan.integer(), secondDigits <= 2,
            scan.take(anyOf: [separator]) != nil, let (last, lastDigits) = scan.integer(),
            lastDigits == 4 || lastDigits == 2 && separator == 0x2F
        else { return nil }
        guard let time = scan.time() else { return nil }
        let year = lastDigits == 4 ? last : century(last)
        // With points the day always comes first.
        if separator == 0x2E { return CivilDay.number(year: year, month: second, day: first).map { .day($0 + time) } }
        let possible =
            CivilDay.number(year: year, month: first, day: second)
            ?? CivilDay.number(year: year, month: second, day: first)
        guard possible != nil else { return nil }
        return .numericDay(first: first, second: second, year: year, time: time, slash: separator == 0x2F)
    }

    private static func yearFirst(_ year: Int, _ scan: inout TokenCursor) -> Reading? {
        scan.skipSpaces()
        guard let separator = scan.take(anyOf: [0x2D, 0x2F, 0x2E, CellTokens.year]) else { return nil }
        scan.skipSpaces()
        guard let (month, digits) = scan.integer(), digits <= 2 else { return nil }
        scan.skipSpaces()
        let monthMark = separator == CellTokens.year ? CellTokens.month : separator
        guard scan.take(anyOf: [monthMark]) != nil else {
            // 2024.01 is a number, 2024-01 a month.
            guard scan.atEnd, separator == 0x2D || separator == 0x2F else { return nil }
            return CivilDay.number(year: year, month: month, day: 1).map { .day($0) }
        }
        scan.skipSpaces()
        if scan.atEnd {
            guard separator == CellTokens.year else { return nil }
            return CivilDay.number(year: year, month: month, day: 1).map { .day($0) }
        }
        guard let (number, dayDigits) = scan.integer(), dayDigits <= 2 else { return nil }
        scan.skipSpaces()
        _ = scan.take(anyOf: [CellTokens.day])
        return day(year, month, number, &scan)
    }

    private static func monthFirst(_ month: Int, _ scan: inout TokenCursor) -> Reading? {
        _ = scan.take(anyOf: [0x2E, 0x2D])
        scan.skipSpaces()
        guard let (number, digits) = scan.integer(), digits <= 2 else { return nil }
        _ = scan.take(anyOf: [0x2C, 0x2D])
        scan.skipSpaces()
        guard let (year, yearDigits) = scan.integer(), yearDigits == 4 else { return nil }
        return day(year, month, number, &scan)
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int, _ scan: inout TokenCursor) -> Reading? {
        guard let number = CivilDay.number(year: year, month: month, day: day), let time = scan.time() else {
            return nil
        }
        return .day(number + time)
    }

    /// Two-digit years the way POSIX and Excel's neighbours do: 69…99 are the 1900s.
    static func century(_ year: Int) -> Int { year + (year < 69 ? 2000 : 1900) }
}
