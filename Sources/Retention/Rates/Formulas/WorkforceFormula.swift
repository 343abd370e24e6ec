import Kernel

/// H15 to H27: figures about the people of a company as a whole. The rooms that own the facts show them.
enum WorkforceFormula {
    /// H15: the cell of the nine-box, 3 × (potential − 1) + performance, both from 1 to 3.
    static func nineBox(performance: Int, potential: Int) -> Int? {
        (1...3).contains(performance) && (1...3).contains(potential) ? 3 * (potential - 1) + performance : nil
    }

    /// H15: which third a value lies in; a tie at a limit goes to the lower third.
    static func third(of value: Rate, limits: (lower: Rate, upper: Rate)) -> Int {
        value <= limits.lower ? 1 : value <= limits.upper ? 2 : 3
    }

    /// H16 and H17 over lines from manager to report, dotted ones left out.
    struct Span: Sendable, Hashable {
        /// With at least one report.
        let managers: Int
        let mean: Fraction?
        let median: Fraction?
        /// The longest path from the top, plus one.
        let layers: Int
    }

    static func span(_ lines: [(manager: String, report: String)]) -> Span {
        let reports = Dictionary(grouping: lines, by: \.manager).mapValues { $0.map(\.report) }
        let below = Set(lines.map(\.report))
        var (layer, layers) = (reports.keys.filter { !below.contains($0) }, 0)
        var seen = Set(layer)
        while !layer.isEmpty {
            layers += 1
            layer = layer.flatMap { reports[$0] ?? [] }.filter { seen.insert($0).inserted }
        }
        let counts = reports.values.map(\.count)
        return Span(
            managers: counts.count, mean: .share(counts.reduce(0, +), of: counts.count),
            median: median(counts.compactMap { .share($0, of: 1) }), layers: layers)
    }

    /// The middle value, or the mean of the two in the middle; nil of nothing.
    static func median(_ values: [Fraction]) -> Fraction? {
        let sorted = values.sorted { left, right in
            ((try? left - right)?.numerator ?? 0) < 0
        }
        guard !sorted.isEmpty else { return nil }
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return try? (low + high) * Fraction(1, over: 2)
    }

    /// H18: the share of 9–10 minus the share of 0–6, times 100, rounded; nil under five answers.
    static func employeeNetPromoters(promoters: Int, passives: Int, detractors: Int) -> Int? {
        let answers = promoters + passives + detractors
        guard answers >= SmallGroups.least, let share = Fraction.share((promoters - detractors) * 100, of: answers)
        else {
            return nil
        }
        return Int(share.decimal(0))
    }

    /// H19: absence days over scheduled days, in any one unit of time.
    static func absence(_ absent: Rate, scheduled: Rate) -> Fraction? { try? Fraction(absent) / Fraction(scheduled) }

    /// H20: the median of calendar days from application to accepted offer, or from approval to start.
    static func timeToHire(_ days: [(from: Day, to: Day)]) -> Fraction? {
        median(days.compactMap { .share($0.to - $0.from, of: 1) })
    }

    /// H21.
    static func offerAcceptance(accepted: Int, made: Int) -> Fraction? { .share(accepted, of: made) }

    /// H22: nil without hires.
    static func costPerHire(own: Money, outside: Money, hires: Int) throws -> Money? {
        hires > 0
            ? try (own + outside).multiplied(by: Fraction(1, over: Int128(hires)), rounding: .halfAwayFromZero) : nil
    }

    /// H23: revenue for each full-time equivalent; nil without any.
    static func revenuePerEquivalent(_ revenue: Money, equivalents: Rate) throws -> Money? {
        equivalents > .zero
            ? try revenue.multiplied(by: Fraction.one / Fraction(equivalents), rounding: .halfAwayFromZero) : nil
    }

    /// H24.
    static func labourCostRatio(_ cost: Money, revenue: Money) -> Fraction? { .share(cost, of: revenue) }

    /// H25, the form of ISO 30414: (revenue − (operating cost − labour cost)) / labour cost − 1.
    static func returnOnHumanCapital(revenue: Money, operating: Money, labour: Money) throws -> Fraction? {
        guard let share = Fraction.share(try revenue - (operating - labour), of: labour) else { return nil }
        return try share - .one
    }

    /// H26.
    static func filledInside(_ inside: Int, of all: Int) -> Fraction? { .share(inside, of: all) }

    /// H27: median pay of one group over that of another; nil when either is too small to be shown.
    static func payRatio(_ one: [Money], to other: [Money]) -> Fraction? {
        guard one.count >= SmallGroups.least, other.count >= SmallGroups.least,
            let above = median(one.map { Fraction($0) }), let below = median(other.map { Fraction($0) })
        else { return nil }
        return try? above / below
    }
}

extension Fraction {
    /// An amount in fen.
    fileprivate init(_ amount: Money) {
        // A whole number is its own lowest terms.
        self = (try? Fraction(Int128(amount.fen))) ?? .zero
    }
}
