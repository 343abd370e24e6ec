import Kernel
import SQL
import Shell

/// What other parts of this room may ask about scores. No room and no page about probation, leaving or pay may.
package struct RiskScore: Sendable, Hashable {
    package let subject: Int64
    package let tier: RiskTier
    package let probability: Double?
    package let low: Double?
    package let high: Double?
    package let change: Double?
    package let drivers: [DriverLine]
    package let day: Day
}

package enum RiskScores {
    /// The score of the last complete run; nil when there is none about this person.
    package static func latest(
        of subject: Int64, programme: String, _ tx: Transaction
    ) throws -> RiskScore? {
        try tx.first(
            """
            select r.subject_id, r.tier, r.probability, r.low, r.high, r.change, r.drivers, u.day
            from risk_programmes p join risk_runs u on u.id = p.run_id
            join risk_scores r on r.run_id = u.id and r.subject_id = \(subject) where p.code = \(programme)
            """
        ) { row in
            RiskScore(
                subject: try row.value(), tier: try row.value(), probability: try row.value(), low: try row.value(),
                high: try row.value(), change: try row.value(), drivers: DriverLine.lines(try row.value()),
                day: try row.value())
        }
    }

    /// The tier of everybody in the last complete run.
    package static func tiers(programme: String, _ tx: Transaction) throws -> [Int64: RiskTier] {
        var found: [Int64: RiskTier] = [:]
        try tx.each(
            """
            select r.subject_id, r.tier from risk_programmes p join risk_scores r on r.run_id = p.run_id
            where p.code = \(programme)
            """
        ) { row in found[try row.value()] = try row.value() }
        return found
    }
}
