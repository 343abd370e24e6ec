/// One person's score of one run, before it is kept.
struct ScoredPerson: Sendable {
    let subject: Int64
    var tier: RiskTier
    /// Nil when too little is known, or when signals were counted.
    var probability: Double?
    var low: Double?
    var high: Double?
    /// Against what the same model says of the facts of about a week before.
    var change: Double?
    /// Whether the tier is higher than then.
    var hasRisen = false
    /// Points of open signals, while there is no model.
    var points: Int?
    var drivers: [DriverLine] = []
    var detail: ScoreDetail?

    init(_ subject: Int64, tier: RiskTier = .unknown) {
        (self.subject, self.tier) = (subject, tier)
    }
}

/// What is said of somebody for the facts of an earlier day.
struct EarlierScore: Sendable {
    let tier: RiskTier
    let probability: Double?
}
