/// One person's score of one run, before it is kept.
struct ScoredPerson: Sendable {
    let subject: Int64
    var tier: RiskTier
    /// Nil when too little is known, or when signals were counted.
    var probability: Double?
    var low: Double?
    var high: Double?
    /// Against the last run of an earlier day.
    var change: Double?
    var hasRisen = false
    /// Points of open signals, while there is no model.
    var points: Int?
    var drivers: [DriverLine] = []
    var detail: ScoreDetail?

    init(_ subject: Int64, tier: RiskTier = .unknown) {
        (self.subject, self.tier) = (subject, tier)
    }
}

/// What the last run said of somebody.
struct EarlierScore: Sendable {
    let tier: RiskTier
    /// Of the last run of an earlier day.
    let probability: Double?
}
