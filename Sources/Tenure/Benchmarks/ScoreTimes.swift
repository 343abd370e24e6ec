import Retention

/// How long a made-up population takes from columns in memory to tiers and reasons.
public struct ScoreTimes: Sendable {
    public let tiers: Double
    public let reasons: Double
    /// The kind of model that was chosen.
    public let kind: String
    public let explained: Int

    public static func measure(subjects: Int, facts: Int, rows: Int) throws -> ScoreTimes {
        let times = try ScoreRehearsal.measure(subjects: subjects, facts: facts, rows: rows)
        return ScoreTimes(
            tiers: times.tiers, reasons: times.reasons, kind: times.kind, explained: times.explained)
    }
}
