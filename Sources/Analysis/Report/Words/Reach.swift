import Kernel

/// How many of those with the outcome are found by looking at the upper tiers only.
struct Reach: Sendable {
    /// Rows in the upper tiers, as a share of all rows.
    let looked: Double
    /// The events among them, as a share of all events.
    let found: Double
    let rows: Int

    /// The two upper tiers of held-out rows; nil when there are no tiers or no events.
    init?(of tiers: [TierNote]) {
        let total = tiers.reduce(0) { $0 + $1.count }
        let events = tiers.reduce(0) { $0 + Double($1.count) * $1.actual.value }
        let upper = tiers.filter { $0.tier == .veryHigh || $0.tier == .high }
        guard total > 0, events > 0, events.isFinite, !upper.isEmpty else { return nil }
        rows = upper.reduce(0) { $0 + $1.count }
        looked = Double(rows) / Double(total)
        found = upper.reduce(0) { $0 + Double($1.count) * $1.actual.value } / events
    }
}
