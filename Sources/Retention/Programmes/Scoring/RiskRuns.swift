import Kernel
import SQL
import Shell

/// Runs of scoring, and the scores they leave ready to be listed.
enum RiskRuns {
    /// What a run starts from.
    struct Start: Sendable {
        let programme: RiskProgramme
        let model: ID<RiskModel>
        /// Nil counts signals.
        let scoring: RiskScoring?
        let snapshot: Snapshot
        let announced: Set<Int64>
        /// What to compare with, and who had announced to leave by then; nil where no snapshot reaches back.
        let compared: (snapshot: Snapshot, announced: Set<Int64>)?
        /// The tiers everybody stood in after the last run.
        let standing: [Int64: RiskTier]
        /// By points of signals; empty when a model scores.
        let bySignals: [ScoredPerson]
    }

    /// How old the newest snapshot may be, in days.
    private static let oldest = 8

    /// - Throws: ``RiskRefusal``, `ModelFileRefusal`.
    static func start(_ code: String, on today: Day, _ tx: Transaction) throws -> Start {
        let programme = try RiskProgramme.named(code, tx)
        guard let model = programme.model else { throw RiskRefusal.noModel }
        guard let day = try Snapshots.latestDay(programme.population, tx),
            let snapshot = try Snapshots.load(programme.population, day, tx)
        else { throw RiskRefusal.noSnapshots(programme.population) }
        guard today - day <= oldest else { throw RiskRefusal.snapshotTooOld(day) }
        let scoring = try RiskModels.scoring(model, programme, tx)
        let leavings = try Leavings(knownOn: today, tx)
        // Whoever is known to leave needs no prediction, nor does who left since the snapshot.
        let announced = Set(
            snapshot.subjects.filter { subject in
                leavings.fate(of: subject, after: day.number, within: programme.horizon) != .stayed
                    || leavings.fate(of: subject, after: today.number, within: programme.horizon) == .announced
            })
        let compared = try compared(programme, with: day, tx)
        let left = snapshot.subjects.filter { !announced.contains($0) }
        return Start(
            programme: programme, model: model, scoring: scoring, snapshot: snapshot, announced: announced,
            compared: compared, standing: try standing(programme, tx),
            bySignals: scoring == nil
                ? try SignalPoints.scores(of: left, since: compared?.snapshot.day, tx) : [])
    }

    /// The snapshot to compare with, and whom it says nothing of.
    private static func compared(
        _ programme: RiskProgramme, with day: Day, _ tx: Transaction
    ) throws -> (snapshot: Snapshot, announced: Set<Int64>)? {
        let then = Population.compared(with: day)
        guard let snapshot = try Snapshots.load(programme.population, then, tx) else { return nil }
        let leavings = try Leavings(knownOn: then, tx)
        let announced = snapshot.subjects.filter {
            leavings.fate(of: $0, after: then.number, within: programme.horizon) != .stayed
        }
        return (snapshot, Set(announced))
    }

    /// The tiers of the last complete run.
    private static func standing(_ programme: RiskProgramme, _ tx: Transaction) throws -> [Int64: RiskTier] {
        guard let run = programme.run else { return [:] }
        var found: [Int64: RiskTier] = [:]
        try tx.each("select subject_id, tier from risk_scores where run_id = \(run)") { row in
            found[try row.value()] = try row.value(RiskTier.self)
        }
        return found
    }

    /// Begins a run; what a run that was stopped left behind goes.
    static func begin(
        _ start: Start, _ people: [ScoredPerson], drift: [DriftLine], _ house: House, _ tx: Transaction
    ) throws -> ID<RiskRun> {
        let code = start.programme.code
        let abandoned: Query = "select id from risk_runs where programme = \(code) and is_complete = 0"
        try tx.execute("delete from risk_scores where run_id in (\(abandoned))")
        try tx.execute("delete from risk_runs where programme = \(code) and is_complete = 0")
        let id = try tx.newID(RiskRun.self)
        let counts = RiskTier.allCases.map { tier in people.count { $0.tier == tier } }
        let missing = start.snapshot.columns.compactMap { column in
            column.missing.map { MissingFact(name: column.name, reason: $0) }
        }
        try tx.execute(
            """
            insert into risk_runs (id, programme, model_id, day, made_at, compared_on, tiers, expected, risen, cost,
                missing, drift, is_complete)
            values (\(id), \(code), \(start.model), \(start.snapshot.day), \(house.now),
                \(start.compared?.snapshot.day), \(counts.map(String.init).joined(separator: ",")),
                \(start.scoring == nil ? nil : people.reduce(0) { $0 + ($1.probability ?? 0) }),
                \(people.count(where: \.hasRisen)), \(try AtStake.cost(people, on: start.snapshot.day, tx)),
                \(try RiskModels.json(missing)), \(try RiskModels.json(drift)), 0)
            """)
        return id
    }

    /// Keeps a part of the scores.
    /// - Parameter place: of the first of them, from 1.
    static func keep(_ people: ArraySlice<ScoredPerson>, from place: Int, _ run: ID<RiskRun>, _ tx: Transaction) throws
    {
        var values: [SQLValue] = []
        values.reserveCapacity(people.count * 12)
        for (offset, person) in people.enumerated() {
            values += [
                run.sqlValue, .integer(person.subject), (place + offset).sqlValue, person.tier.sqlValue,
                person.probability.sqlValue, person.low.sqlValue, person.high.sqlValue, person.change.sqlValue,
                person.hasRisen.sqlValue, person.points.sqlValue, .text(DriverLine.text(person.drivers)),
                (person.detail?.bytes).sqlValue,
            ]
        }
        try tx.insert(
            into: "risk_scores",
            [
                "run_id", "subject_id", "place", "tier", "probability", "low", "high", "change", "has_risen", "points",
                "drivers", "detail",
            ], values: values)
    }

    /// The run counts from now on; what the one before found goes with ``clear(_:_:)``, its line in each history stays.
    static func finish(_ run: ID<RiskRun>, _ start: Start, _ tx: Transaction) throws {
        let (code, day) = (start.programme.code, start.snapshot.day)
        try tx.execute("update risk_runs set is_complete = 1 where id = \(run)")
        try tx.execute("update risk_programmes set run_id = \(run) where code = \(code)")
        try tx.execute(
            """
            insert into risk_history (subject_id, programme, period, day, probability, tier)
            select subject_id, \(code), \(start.programme.period(of: day)), \(day), probability, tier from risk_scores
            where run_id = \(run) and probability is not null
            on conflict (subject_id, programme, period) do update set day = excluded.day,
                probability = excluded.probability, tier = excluded.tier
            """)
    }

    /// Takes away a part of the scores that no longer count, so that nobody waits long for it.
    /// - Returns: whether more are left.
    static func clear(_ code: String, _ tx: Transaction) throws -> Bool {
        let old = try tx.first(
            """
            select s.run_id, s.place from risk_scores s
            where s.run_id in (select r.id from risk_runs r where r.programme = \(code)
                and r.id <> (select coalesce(p.run_id, 0) from risk_programmes p where p.code = \(code)))
            order by s.run_id, s.place limit 1
            """
        ) { row in (run: try row.value(ID<RiskRun>.self), place: try row.value(Int.self)) }
        guard let old else { return false }
        try tx.execute(
            "delete from risk_scores where run_id = \(old.run) and place < \(old.place + clearedAtOnce)")
        return true
    }

    private static let clearedAtOnce = 10_000

    /// A complete run, as pages show it.
    struct Line: Sendable, Codable {
        let id: ID<RiskRun>
        let model: ID<RiskModel>
        let day: Day
        /// What changes are told against; nil where nothing was known so far back.
        let compared: Day?
        /// People per tier, from unknown up.
        var tiers: [Int] = []
        /// How many are expected to leave within the horizon; nil while signals are counted.
        var expected: Double?
        var risen = 0
        /// What replacing those would cost.
        var cost: Money?
        let missing: [MissingFact]
        let drift: [DriftLine]
        let verdict: ModelVerdict
        let baseRate: Double?

        /// Figures of everybody stay out of JSON: less those of ``RiskSummary`` they would be one's own, or the company's
        /// before somebody who sees a team.
        private enum CodingKeys: String, CodingKey {
            case id, model, day, compared, missing, drift, verdict, baseRate
        }

        func count(_ tier: RiskTier) -> Int { tiers.indices.contains(tier.rank) ? tiers[tier.rank] : 0 }
        var people: Int { tiers.reduce(0, +) }
    }

    static func line(_ run: ID<RiskRun>, _ tx: Transaction) throws -> Line? {
        try tx.first(
            """
            select r.id, r.model_id, r.day, r.compared_on, r.tiers, r.expected, r.risen, r.cost, r.missing, r.drift, m.verdict, m.base_rate
            from risk_runs r join risk_models m on m.id = r.model_id where r.id = \(run)
            """
        ) { row in
            Line(
                id: try row.value(), model: try row.value(), day: try row.value(), compared: try row.value(),
                tiers: try row.value(String.self).split(separator: ",").compactMap { Int($0) },
                expected: try row.value(), risen: try row.value(), cost: try row.value(),
                missing: try RiskModels.read(row.value()), drift: try RiskModels.read(row.value()),
                verdict: ModelVerdict(rawValue: try row.value()) ?? .tooFew, baseRate: try row.value())
        }
    }
}

/// A fact that could not be had on the day of a snapshot.
struct MissingFact: Sendable, Codable {
    let name: Phrase
    let reason: Phrase
}
