import Kernel
import SQL
import Shell

/// When a fact becomes a signal.
struct SignalRule: Hashable, Sendable {
    enum Kind: String, Sendable, Hashable, Codable, CaseIterable, SQLBindable, SQLReadable {
        /// Smaller than the threshold, for so many periods in a row.
        case below
        /// Greater than the threshold, for so many periods in a row.
        case above
        /// The threshold or more, for so many periods in a row.
        case atLeast = "at_least"
        /// Unusually high against the person's own past: the robust z is greater than the threshold.
        case ownHigh = "own_high"
        /// Unusually low against the person's own past.
        case ownLow = "own_low"
        /// So many days or fewer are left.
        case daysUntil = "days_until"

        var looksBack: Bool { self == .ownHigh || self == .ownLow }
    }

    var kind: Kind
    var threshold: Double
    /// How many periods in a row it must hold; 1 for at once.
    var periods = 1
    /// What a period is, for streaks and for one's own past.
    var period = FactGrain.week
    /// How far one's own past reaches back, in days.
    var windowDays = 183
}

extension SignalRule {
    /// Fewer values of one's own past than this tell nothing.
    static let leastPast = 6

    /// Whether it holds.
    /// - Parameters:
    ///   - values: the value of the day first, then one per period back; NaN where unknown. What is unknown fires
    ///     nothing and breaks a streak.
    func holds(_ values: [Float]) -> Bool {
        guard let now = values.first, now.isFinite else { return false }
        switch kind {
        case .below, .above, .atLeast:
            guard values.count >= periods else { return false }
            return values.prefix(periods).allSatisfy { $0.isFinite && passes(Double($0)) }
        case .daysUntil: return now >= 0 && Double(now) <= threshold
        case .ownHigh, .ownLow:
            guard let z = Self.robustZ(of: Double(now), against: values.dropFirst().filter(\.isFinite).map(Double.init))
            else { return false }
            return kind == .ownHigh ? z > threshold : z < -threshold
        }
    }

    private func passes(_ value: Double) -> Bool {
        // Stored values are single precision: 0.8 as a Float must not fall below 0.8.
        let limit = Double(Float(threshold))
        return switch kind {
        case .below: value < limit
        case .above: value > limit
        default: value >= limit
        }
    }

    /// How many spreads a value lies from the median of the past. The spread is 1.4826 times the median absolute
    /// deviation, or 1.2533 times the mean one where more than half of the values are the same (Iglewicz and Hoaglin 1993).
    ///
    /// Nil with fewer than six values or a past that never changed: there is nothing to measure by.
    static func robustZ(of value: Double, against past: [Double]) -> Double? {
        guard past.count >= leastPast else { return nil }
        let middle = median(past)
        let distances = past.map { abs($0 - middle) }
        var spread = 1.4826 * median(distances)
        if spread == 0 { spread = 1.2533 * distances.reduce(0, +) / Double(distances.count) }
        guard spread > 0 else { return nil }
        return (value - middle) / spread
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }

    /// The rule over a fact that changes less often than the rule asks: its periods are those of the fact.
    func fitted(to grain: FactGrain?) -> SignalRule {
        guard let grain, grain.days > period.days else { return self }
        var rule = self
        rule.period = grain
        return rule
    }

    /// How many values back it needs beside that of the day.
    var depth: Int {
        switch kind {
        case .daysUntil: 0
        case .below, .above, .atLeast: periods - 1
        case .ownHigh, .ownLow: max(Self.leastPast, windowDays / period.days)
        }
    }
}

extension FactGrain {
    /// Its length, in days.
    var days: Int {
        switch self {
        case .day: 1
        case .week: 7
        case .month: 30
        case .quarter: 91
        }
    }

    /// The same moment so many periods earlier.
    func before(_ day: Day, _ count: Int) -> Day {
        switch self {
        case .day: day - count
        case .week: day - 7 * count
        case .month: day.adding(months: -count)
        case .quarter: day.adding(months: -3 * count)
        }
    }
}

extension FactGrain: SQLBindable, SQLReadable {}
