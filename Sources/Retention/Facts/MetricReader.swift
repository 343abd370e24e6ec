import Kernel
import SQL
import Shell

/// Finds what texts of sheets and programs speak of: metrics by code or name, people by number.
struct MetricReader {
    let metrics: [Metric]
    let today: Day
    private let places: [String: UInt16]
    private let people: [String: Int64]
    /// Texts as they came, since sheets say the same ones again and again.
    private var seen: [String: UInt16] = [:]

    /// - Parameter numbers: only people with these numbers are looked up; everybody with nil.
    init(today: Day, numbers: Set<String>? = nil, _ tx: Transaction) throws {
        let metrics = try Metrics.all(tx)
        var places: [String: UInt16] = [:]
        for (place, metric) in metrics.enumerated() {
            for name in [metric.name.en, metric.name.zh, metric.code] { places[Self.key(name)] = UInt16(place) }
        }
        var people: [String: Int64] = [:]
        func read(_ which: Query) throws {
            try tx.each("select number, id from people where \(which)") { row in
                people[try row.value()] = try row.value(Int64.self)
            }
        }
        // A few values of a large company do not read everybody while others wait to write.
        if let numbers, numbers.count <= Self.few {
            if !numbers.isEmpty { try read("number in \(numbers.sorted())") }
        } else {
            try read("1 = 1")
        }
        (self.metrics, self.today, self.places, self.people) = (metrics, today, places, people)
    }

    private static func key(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }

    mutating func metric(_ text: String) -> UInt16? {
        if let place = seen[text] { return place }
        guard let place = places[Self.key(text)] else { return nil }
        seen[text] = place
        return place
    }

    func subject(_ number: String) -> Int64? { people[number] }

    /// - Returns: what is wrong with the day a value is about, if anything.
    func refusal(of day: Day) -> Phrase? {
        if day > today { return MetricWords.future(day) }
        return day < Self.earliest ? MetricWords.tooEarly : nil
    }

    /// - Returns: what is wrong with the day a value is said to be known from.
    func refusal(ofKnown known: Day, about day: Day) -> Phrase? {
        if known > today { return MetricWords.future(known) }
        return known < day ? MetricWords.knownBefore(day) : nil
    }

    /// `85`, `1,234.5`, `85%`, 是. In the unit the metric is stored in: shares 0…1, money in fen, flags 0 and 1.
    static func value(_ text: String, _ unit: FactUnit) -> Double? {
        if unit == .flag {
            switch text.lowercased() {
            case "1", "是", "yes", "true", "y", "√": return 1
            case "0", "否", "no", "false", "n", "×": return 0
            default: return nil
            }
        }
        guard let number = plain(text) else { return nil }
        return stored(number, unit)
    }

    /// A number as people give it, in the unit of the metric; nil when it cannot be one.
    static func stored(_ number: Double, _ unit: FactUnit) -> Double? {
        guard number.isFinite, abs(number) <= 1e12 else { return nil }
        switch unit {
        case .money: return (number * 100).rounded()
        case .flag: return number == 0 || number == 1 ? number : nil
        case .share: return abs(number) <= 1 ? number : nil
        case .count, .days, .months, .years, .hours, .score: return number
        case .kind: return nil
        }
    }

    private static func plain(_ text: String) -> Double? {
        if let number = number(text) { return number }
        var body = text.filter { $0 != "," && $0 != "，" && $0 != " " }
        if body.hasSuffix("%") || body.hasSuffix("％") {
            body.removeLast()
            return number(body).map { $0 / 100 }
        }
        return number(body)
    }

    /// Digits, sign, point and exponent only: `nan`, `inf` and hexadecimals are words here.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ 0x2B...0x39 ~= $0 && $0 != 0x2C && $0 != 0x2F || $0 == 0x45 || $0 == 0x65 }) else {
            return nil
        }
        return Double(text)
    }

    /// Up to so many are looked up one by one.
    static let few = 1_000

    private static let earliest = Day(year: 1970, month: 1, day: 1) ?? .first
}
