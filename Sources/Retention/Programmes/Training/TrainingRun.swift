import Forecast
import Kernel
import SQL
import Shell

/// One programme's training inside a job: reads snapshots one after the other, learns, and keeps everything at the end.
struct TrainingRun: Sendable {
    let run: JobRun
    let house: House
    let programme: RiskProgramme

    /// Snapshots further back say little about today.
    private static let mostMonths = 36
    /// More rows than this are not needed; whole people are drawn from them.
    static let mostRows = 120_000

    /// - Throws: ``RiskRefusal``, `ForecastRefusal`.
    func trained() async throws -> TrainedModel {
        let today = house.today
        let programme = programme
        try await run.report(0.01, Phrase(zh: "读取历史快照", en: "Reading the snapshots of the past"))
        let days = try await house.database.read { tx in try Snapshots.days(programme.population, tx) }
        let earliest = today.adding(months: -Self.mostMonths)
        let leavings = try await house.database.read { tx in try Leavings(knownOn: today, since: earliest, tx) }
        let usable = days.filter {
            programme.population.isKept($0) && $0 >= earliest
                && leavings.covers($0, horizon: programme.horizon, knownOn: today)
        }
        guard let last = days.last else { throw RiskRefusal.noSnapshots(programme.population) }
        let size = try await house.database.read { tx in
            try tx.value(
                "select subject_count from snapshots where population = \(programme.population) and day = \(last)",
                as: Int.self) ?? 0
        }
        if programme.population == .employees, size < RiskRefusal.leastPeople {
            throw RiskRefusal.tooFewPeople(size)
        }
        let rows = try await rows(usable, leavings, size: size)
        let house = house
        let (protected, signals, audiences) = try await house.database.read { tx in
            (
                try ProtectedAttributes.columns(of: rows, tx), try SignalHistory.points(of: rows, tx),
                Dictionary(try FactCatalogue(house).facts(tx).map { ($0.code, $0.audience) }) { first, _ in first }
            )
        }
        return try await Lane.run(run, from: 0.2, to: 0.97) { report in
            try RiskTraining(
                programme: programme.code, today: today, shares: programme.shares, audiences: audiences, report: report
            )
            .fit(rows, protected: protected, signals: signals)
        }
    }

    private func rows(_ days: [Day], _ leavings: Leavings, size: Int) async throws -> TrainingRows {
        let programme = programme
        let whole = Double(size * max(1, days.count))
        var rows = TrainingRows(
            horizon: programme.horizon, without: programme.leftOut.union(RiskProgramme.protected),
            sample: min(1, Double(Self.mostRows) / max(1, whole)), seed: 7)
        for (place, day) in days.enumerated() {
            let snapshot = try await house.database.read { tx in try Snapshots.load(programme.population, day, tx) }
            if let snapshot { rows.append(snapshot, leavings) }
            try await run.report(0.02 + 0.17 * Double(place) / Double(days.count))
        }
        return rows
    }

    /// Everything at once: the model, its cases, the word to those who decide, and scoring when it is in force.
    static func keep(
        _ trained: TrainedModel, _ programme: RiskProgramme, _ run: JobRun, _ house: House, _ tx: Transaction
    ) throws {
        let (id, isInForce) = try RiskModels.keep(trained, of: programme.code, on: house.today, house, tx)
        try Audit.record(
            [AuditEntry(.trainModel, of: AuditRecord(.riskModel, id), reason: programme.code)], by: .program, house,
            in: tx)
        if isInForce {
            try Jobs.enqueue(
                RiskJobs.scoring, RiskJobs.Payload(programme: programme.code), key: RiskJobs.scoring.code, in: tx, house
            )
            return
        }
        let deciders = try tx.rows(
            """
            select distinct r.account_id from account_roles r join role_grants g on g.role_id = r.role_id
            join accounts a on a.id = r.account_id
            where g.capability = \(Capability.manageRisk.code) and a.is_active = 1 order by r.account_id
            """
        ) { row in InboxOwner.account(try row.value()) }
        try Inbox.put(
            InboxNotice(
                .task,
                Phrase(
                    zh: "新的风险模型（\(programme.name.zh)）等待决定是否启用",
                    en: "A new risk model (\(programme.name.en.lowercased())) waits for a decision"),
                detail: Phrase(
                    zh: "结论：\(trained.verdict.name.zh)。请对照检验结果后决定；在此之前原有模型继续有效。",
                    en:
                        "\(trained.verdict.name.en). Look at its test and decide; until then the earlier model stays in force."
                ),
                link: "/risk/models/\(id)", key: "risk model \(programme.code)"),
            for: deciders, in: tx, house)
    }
}
