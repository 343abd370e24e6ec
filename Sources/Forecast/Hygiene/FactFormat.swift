import Foundation
import Kernel

/// How facts are written in sentences; the same in both languages.
public enum FactFormat {
    /// A share as a percentage: one decimal below 10 % and above 90 %, where it matters.
    static func share(_ share: Double) -> String {
        let percent = share * 100
        let digits = (percent > 0 && percent < 10) || (percent > 90 && percent < 100) ? 1 : 0
        let text = fixed(percent, digits)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
    }

    /// Rounded half away from zero; plain digits, without grouping.
    static func fixed(_ value: Double, _ digits: Int) -> String {
        let scaled = (value * pow(10, Double(digits))).rounded()
        guard abs(scaled) < 9e15 else {
            return String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
        }
        // Sentences are written by the hundred thousand; whole numbers are much faster than a format.
        let text = String(Int64(abs(scaled)))
        let sign = scaled < 0 ? "-" : ""
        guard digits > 0 else { return sign + text }
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
        return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
    }

    /// Without a fraction where there is none: 3, 2.5.
    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// A number with as many digits as people read: 12,345 · 123 · 45.6 · 5.83 · 0.0042.
    static func number(_ value: Double) -> String {
        let size = abs(value)
        if value == value.rounded(), size < 1e15 { return grouped(fixed(value, 0)) }
        let digits =
            size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : min(8, 2 - Int(floor(log10(size))))
        var text = fixed(value, digits)
        while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
        return grouped(text)
    }

    private static func grouped(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.count > 4 else { return text }
        var out = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { out += "," }
            out.append(digit)
        }
        return sign + out + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// Days since 1970-01-01 as 2026-03-01.
    static func day(_ number: Double) -> String {
        guard abs(number) < 1e7 else { return "–" }
        return Day(number: Int(number.rounded(.down))).iso
    }
}

extension FactFormat {
    /// A single value as people read it: numbers grouped, shares in percent, days (already counted back) as a number of days.
    public static func value(_ value: Double, _ kind: ColumnKind) -> String {
        kind == .percentage ? share(value) : number(value)
    }
}
