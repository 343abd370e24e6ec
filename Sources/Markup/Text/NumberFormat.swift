import Foundation
import Kernel

/// How a number is written. Thousands are grouped by commas, the minus is a real minus, and what is not a finite
/// number is written "—": unknown is never 0.
public enum NumberFormat: Sendable, Hashable {
    /// Whole things: 12,345.
    case count
    /// A fixed number of decimals: 0.613.
    case decimal(_ places: Int)
    /// A share of 1 as per cent: 0.413 → 41.3% with one place.
    case percent(_ places: Int)
    /// A difference, with its sign: +0.21, −0.40.
    case signed(_ places: Int)
    /// A difference of shares in percentage points: +3.2 个百分点, +3.2 pp.
    case points(_ places: Int)
    /// As many decimals as the number needs, at most four significant digits after rounding.
    case plain

    /// What stands for a value that is not known.
    public static let unknown = "—"

    /// The number with this format.
    public func text(_ value: Double, in language: Language) -> String {
        guard value.isFinite else { return Self.unknown }
        switch self {
        case .count: return Self.fixed(value, places: 0)
        case .decimal(let places): return Self.fixed(value, places: places)
        case .percent(let places): return Self.fixed(value * 100, places: places) + "%"
        case .signed(let places): return Self.signed(value, places: places)
        case .points(let places):
            return Self.signed(value * 100, places: places) + (language == .zh ? " 个百分点" : " pp")
        case .plain: return Self.fixed(value, places: Self.places(value))
        }
    }

    /// The number as words of a page.
    public func phrase(_ value: Double) -> Phrase {
        Phrase(zh: text(value, in: .zh), en: text(value, in: .en))
    }

    /// Shorter, for the ticks of an axis: no more decimals than the distance between ticks needs, and large counts as
    /// 2 万 or 20k.
    /// - Parameter largest: size of the largest value of the axis; all ticks share its unit.
    func tick(_ value: Double, step: Double, largest: Double = 0, in language: Language) -> String {
        guard value.isFinite else { return Self.unknown }
        let scaled =
            switch self {
            case .percent, .points: (value * 100, step * 100)
            default: (value, step)
            }
        let places = Self.decimals(ofStep: scaled.1)
        let number = scaled.0 == 0 ? 0 : scaled.0
        let sign =
            switch self {
            case .signed, .points: Self.sign(number)
            default: number < 0 ? "−" : ""
            }
        let unit =
            switch self {
            case .percent, .points: "%"
            default: ""
            }
        let size = abs(number)
        if unit.isEmpty, max(size, abs(scaled.1), largest) >= 10_000 {
            let (divisor, name): (Double, String) =
                switch (language, max(size, largest)) {
                case (.zh, 1e8...): (1e8, " 亿")
                case (.zh, _): (1e4, " 万")
                case (.en, 1e9...): (1e9, "bn")
                case (.en, 1e6...): (1e6, "M")
                case (.en, _): (1e3, "k")
                }
            if size == 0 { return "0" }
            return sign + Self.fixed(size / divisor, places: Self.places(size / divisor)) + name
        }
        return sign + Self.fixed(size, places: places) + unit
    }

    /// With its sign, unless nothing but zeros is left after rounding.
    private static func signed(_ value: Double, places: Int) -> String {
        let size = fixed(abs(value), places: places)
        return size.contains { $0 != "0" && $0 != "." } ? sign(value) + size : size
    }

    private static func sign(_ value: Double) -> String {
        value < 0 ? "−" : value > 0 ? "+" : ""
    }

    private static func places(_ value: Double) -> Int {
        let size = abs(value)
        if size == size.rounded() || size >= 1000 { return 0 }
        let most = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : size >= 0.01 ? 4 : 6
        for places in 0..<most where abs(fixedValue(size, places) - size) < size * 1e-6 { return places }
        return most
    }

    private static func fixedValue(_ value: Double, _ places: Int) -> Double {
        let power = pow(10, Double(places))
        return (value * power).rounded() / power
    }

    static func decimals(ofStep step: Double) -> Int {
        guard step.isFinite, step > 0 else { return 0 }
        return min(9, max(0, Int(-floor(log10(step) + 1e-9))))
    }

    /// Halves are rounded away from zero. Beyond 15 digits a `Double` has nothing more to say, so powers of ten follow.
    static func fixed(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return unknown }
        let power = pow(10, Double(max(0, min(9, places))))
        let scaled = (abs(value) * power).rounded()
        guard scaled < 9e15 else { return (value < 0 ? "−" : "") + scientific(abs(value)) }
        let units = Int64(scaled)
        let (whole, part) = units.quotientAndRemainder(dividingBy: Int64(power))
        var text = value < 0 && units != 0 ? "−" : ""
        text += grouped(whole)
        if places > 0 {
            let digits = String(part)
            text += "." + String(repeating: "0", count: min(9, places) - digits.count) + digits
        }
        return text
    }

    private static func scientific(_ value: Double) -> String {
        let exponent = floor(log10(value))
        var digits = fixed(value / pow(10, exponent), places: 2)
        while digits.last == "0" || digits.last == "." { if digits.removeLast() == "." { break } }
        return digits + "e" + String(Int(exponent))
    }

    private static func grouped(_ whole: Int64) -> String {
        let digits = String(whole)
        guard digits.count > 3 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
