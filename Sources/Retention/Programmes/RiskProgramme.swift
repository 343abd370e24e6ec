import Kernel
import SQL
import Shell

/// What is predicted about whom: a population, an outcome within a horizon, and the facts that may be used.
struct RiskProgramme: Sendable, Codable {
    /// `employees`, `probationers`: stored, never renamed.
    let code: String
    let population: Population
    /// Days within which somebody leaves by own wish.
    let horizon: Int
    let shares: TierShares
    /// Codes of facts that are not to be used.
    let leftOut: Set<String>
    /// The model in force; nil while there is none.
    let model: ID<RiskModel>?
    /// The last complete run of scoring.
    let run: ID<RiskRun>?
    let version: Int

    var name: Phrase { population.name }

    var outcome: Phrase {
        Phrase(zh: "\(horizon) 天内主动离职", en: "Leaves by own wish within \(horizon) days")
    }

    var rhythm: Phrase {
        switch population {
        case .employees: Phrase(zh: "按月末快照训练，每晚评分", en: "Learns from month ends, scored every night")
        case .probationers: Phrase(zh: "按周末快照训练，每晚评分", en: "Learns from week ends, scored every night")
        }
    }

    /// The day that names the stretch of time one point of somebody's history stands for.
    func period(of day: Day) -> Day {
        switch population {
        case .employees: day.month.firstDay
        case .probationers: day - (day.weekday.rawValue - 1)
        }
    }

    /// Attributes that must never tell people apart (Employment Promotion Law art. 3, 26–31); used only to test fairness.
    static let protected: Set<String> = [
        "gender", "sex", "age", "age_years", "birthday", "marital_status", "children", "pregnant", "nationality",
        "ethnicity", "religion", "disability", "household_registration",
    ]
}

/// What ids of models and runs number.
package enum RiskModel {}
package enum RiskRun {}

extension RiskProgramme {
    static func all(_ tx: Transaction) throws -> [RiskProgramme] {
        try tx.rows("select \(columns) from risk_programmes order by code") { row in try RiskProgramme(&row) }
    }

    /// - Throws: ``Missing``.
    static func named(_ code: String, _ tx: Transaction) throws -> RiskProgramme {
        let found = try tx.first("select \(columns) from risk_programmes where code = \(code)") { row in
            try RiskProgramme(&row)
        }
        guard let found else { throw Missing() }
        return found
    }

    private static let columns: Query = "code, population, horizon, shares, left_out, model_id, run_id, version"

    private init(_ row: inout Row) throws {
        code = try row.value()
        population = try row.value()
        horizon = try row.value()
        shares = TierShares(try row.value(String.self)) ?? .usual
        leftOut = Set(try row.value(String.self).split(separator: ",").map(String.init))
        model = try row.value()
        run = try row.value()
        version = try row.value()
    }
}
