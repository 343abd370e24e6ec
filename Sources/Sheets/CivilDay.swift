/// Days since 1970-01-01 in the proleptic Gregorian calendar, as plain numbers for whole columns at a time.
enum CivilDay {
    /// Nil when there is no such day, or the year is not one that stands in a staff or customer file (1800…9999).
    static func number(year: Int, month: Int, day: Int) -> Double? {
        guard (1800...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        guard day <= length else { return nil }
        // Years that begin in March put the leap day last, so month lengths follow one formula.
        let shifted = month > 2 ? year : year - 1
        let century = shifted / 400
        let yearOfEra = shifted - century * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return Double(century * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
    }

    /// 20240105 read as a day, for years 1900…2099.
    static func compact(_ value: Double) -> Double? {
        guard value >= 19_000_101, value <= 20_991_231, value == value.rounded() else { return nil }
        let whole = Int(value)
        return number(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    }

    /// Excel's day number. In the 1900 system 60 is the 29 February 1900 that never was; earlier days are one off.
    static func fromSerial(_ serial: Double, since1904: Bool) -> Double {
        if since1904 { return serial - 24_107 }
        return serial < 60 ? serial - 25_568 : serial - 25_569
    }

    /// "2024-01-05", with " 13:45:00" when there is a time of day.
    static func text(_ value: Double) -> String {
        var whole = value.rounded(.down)
        var seconds = Int(((value - whole) * 86_400).rounded())
        if seconds >= 86_400 {
            whole += 1
            seconds = 0
        }
        guard abs(whole) < 5_000_000 else { return PlainText.number(value) }
        let (year, month, day) = parts(Int(whole))
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        if seconds == 0 { return date }
        return date + " \(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    private static func parts(_ number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
