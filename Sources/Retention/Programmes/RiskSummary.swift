import Kernel
import Organization
import SQL
import Shell

/// What one viewer's list comes to.
struct RiskSummary: Sendable, Codable {
    let veryHigh: Int
    let high: Int
    /// People in a higher tier than about a week before.
    let risen: Int
    /// How many are expected to leave within the horizon: the sum of the probabilities; nil while signals are counted.
    let expected: Double?
    /// What replacing those would cost; nil for whoever does not see the whole company and its pay.
    let cost: Money?
}

extension RiskList {
    /// - Returns: nil when counting would cost more than the page.
    static func summary(_ run: RiskRuns.Line, as viewer: Viewer, _ tx: Transaction) throws -> RiskSummary? {
        if Visibility.condition(viewer, .readRisk, showing: .risk) == everybody {
            // Oneself is counted in the run and not on one's list.
            let own = try viewer.subject.flatMap { try counted("r.subject_id = \($0)", run, tx) }
            let seesCost = viewer.grants(for: .readTurnover, showing: .pay).contains {
                $0.reach != .line && $0.unit == nil
            }
            return RiskSummary(
                veryHigh: run.count(.veryHigh) - (own?.veryHigh ?? 0), high: run.count(.high) - (own?.high ?? 0),
                risen: run.risen - (own?.risen ?? 0), expected: run.expected.map { $0 - (own?.expected ?? 0) },
                cost: seesCost ? run.cost : nil)
        }
        let visible = visible(viewer)
        let size = try tx.value(
            "select count(*) from (select 1 as one from staff s where \(visible) limit 4001) few", as: Int.self)
        guard let size, size <= 4_000 else { return nil }
        return try counted("r.subject_id in (select s.person_id from staff s where \(visible))", run, tx)
    }

    private static func counted(_ whom: Query, _ run: RiskRuns.Line, _ tx: Transaction) throws -> RiskSummary? {
        try tx.first(
            """
            select coalesce(sum(case when r.tier = \(RiskTier.veryHigh) then 1 else 0 end), 0),
                coalesce(sum(case when r.tier = \(RiskTier.high) then 1 else 0 end), 0),
                coalesce(sum(case when r.has_risen = 1 then 1 else 0 end), 0), sum(r.probability)
            from risk_scores r where r.run_id = \(run.id) and \(whom)
            """
        ) { row in
            RiskSummary(
                veryHigh: try row.value(), high: try row.value(), risen: try row.value(), expected: try row.value(),
                cost: nil)
        }
    }
}
