import Forecast
import Kernel
import SQL
import Shell

/// A night of a company of any size, with the jobs of every night, to measure it.
package enum NightRehearsal {
    /// How long each job of a night took, and what it left behind.
    package struct Times: Sendable {
        package let snapshots: Double
        package let signals: Double
        package let scores: Double
        /// How many columns the snapshot has.
        package let facts: Int
        package let begunHits: Int
        package let notices: Int
        package let scored: Int

        package var all: Double { snapshots + signals + scores }
    }

    /// Leaves a model in force, learned from a part of the people, and a history that wants no other day.
    /// - Parameter rows: about how many rows are learned from.
    package static func prepare(_ house: House, rows wanted: Int) async throws {
        let (catalogue, today) = (FactCatalogue(house), house.today)
        let programme = try await house.database.read { tx in try RiskProgramme.named("employees", tx) }
        let leavings = try await house.database.read { tx in try Leavings(knownOn: today, tx) }
        let days = Population.employees.days(from: today.adding(months: -8), through: today - programme.horizon)
            .suffix(3)
        var rows: TrainingRows?
        for day in days {
            let snapshot = try await house.database.read { tx in
                try Snapshots.measure(.employees, day, catalogue, tx)
            }
            let whole = Double(snapshot.subjects.count * days.count)
            var known =
                rows
                ?? TrainingRows(
                    horizon: programme.horizon, without: RiskProgramme.protected,
                    sample: min(1, Double(wanted) / max(1, whole)), seed: 7)
            known.append(snapshot, leavings)
            rows = known
        }
        guard let rows else { throw RiskRefusal.noSnapshots(.employees) }
        let trained = try RiskTraining(programme: programme.code, today: today, shares: .usual)
            .fit(rows, protected: [])
        try await house.database.write { tx in
            _ = try RiskModels.keep(trained, of: programme.code, on: today, house, tx)
            // Days without people stand for those that were measured long ago.
            for due in try Snapshots.due(catalogue, through: today - 1, tx) where due.day != today - 1 {
                try Snapshots.store(
                    Snapshot(
                        population: due.population, day: due.day, subjects: [],
                        columns: try catalogue.facts(tx).map {
                            SnapshotColumn(code: $0.code, name: $0.name, unit: $0.unit, values: [])
                        }), at: house.now, tx)
            }
        }
    }

    /// Does one night.
    package static func night(_ house: House) async throws -> Times {
        let (day, before) = (house.today - 1, try await counts(house))
        try await house.database.write { tx in _ = try NightPlan().begin(in: tx, house) }
        try await JobRunner(house).runDue()
        let after = try await counts(house)
        return try await house.database.read { tx in
            var seconds: [String: Double] = [:]
            try tx.each(
                """
                select kind, state, ended_at - started_at from jobs where id > \(before.job) and kind in
                    \([SnapshotJob.code, SignalJob.job.code, RiskJobs.scoring.code]) order by id
                """
            ) { row in
                let (kind, state) = (try row.value(String.self), try row.value(JobState.self))
                guard state == .done, let milliseconds = try row.value(Int64?.self) else {
                    throw JobFailure(Phrase(zh: "任务 \(kind) 未完成。", en: "The job \(kind) did not end well."))
                }
                seconds[kind, default: 0] += Double(milliseconds) / 1_000
            }
            return Times(
                snapshots: seconds[SnapshotJob.code] ?? .nan, signals: seconds[SignalJob.job.code] ?? .nan,
                scores: seconds[RiskJobs.scoring.code] ?? .nan,
                facts: try tx.value(
                    """
                    select count(*) from snapshot_columns c join snapshots s on s.id = c.snapshot_id
                    where s.population = 'employees' and s.day = \(day)
                    """, as: Int.self) ?? 0,
                begunHits: after.hits - before.hits, notices: after.notices - before.notices,
                scored: try tx.value(
                    """
                    select count(*) from risk_scores s join risk_programmes p on p.run_id = s.run_id
                    where p.code = 'employees'
                    """, as: Int.self) ?? 0)
        }
    }

    private static func counts(_ house: House) async throws -> (job: Int64, hits: Int, notices: Int) {
        try await house.database.read { tx in
            (
                try tx.value("select coalesce(max(id), 0) from jobs", as: Int64.self) ?? 0,
                try tx.value("select count(*) from signal_hits", as: Int.self) ?? 0,
                try tx.value("select count(*) from inbox_notices", as: Int.self) ?? 0
            )
        }
    }
}
