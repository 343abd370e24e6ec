import Kernel
import SQL
import Shell

/// Learning from what a company has brought in: snapshots of its past, signals, models, scores, one job after the other.
package enum RiskLearning {
    /// Puts it into the queue, as part of this transaction; what is under way already goes on alone.
    /// - Parameter account: who asked for it; they may follow the jobs and are told when one fails.
    /// - Returns: the job to follow; nil in a house without this room.
    @discardableResult
    package static func begin(
        by account: ID<Account>? = nil, in tx: Transaction, _ house: House
    ) throws -> ID<Job>? {
        guard house.jobs.contains(where: { $0.code == SnapshotJob.code }) else { return nil }
        if let job = try standing(house, tx)?.job { return job }
        return try NightPlan(learns: true).begin(by: account, in: tx, house)
    }

    /// How far it is.
    struct Standing: Sendable, Codable {
        let job: ID<Job>
        /// Who asked for it.
        let account: ID<Account>?
        let name: Phrase
        let share: Double?
        let step: Phrase?
        /// About how long it takes until there are scores.
        let minutes: Int
    }

    /// The job of learning that runs or comes next; nil when nothing is under way.
    static func standing(_ house: House, _ tx: Transaction) throws -> Standing? {
        let found = try tx.first(
            """
            select id, kind, account_id, share, step_zh, step_en, started_at from jobs
            where state in ('waiting', 'running') and (kind = \(RiskJobs.training.code) and run_at <= \(house.now)
                or kind in \([SnapshotJob.code, SignalJob.job.code]) and payload like '%"learns":true%')
            order by case state when 'running' then 0 else 1 end, id limit 1
            """
        ) { row in
            (
                job: try row.value(ID<Job>.self), kind: try row.value(String.self),
                account: try row.value(ID<Account>?.self), share: try row.value(Double?.self),
                zh: try row.value(String?.self), en: try row.value(String?.self),
                began: try row.value(Instant?.self)
            )
        }
        guard let found else { return nil }
        let people = try tx.value("select count(*) from staff where is_employed = 1", as: Int.self) ?? 0
        return Standing(
            job: found.job, account: found.account,
            name: house.jobs.first { $0.code == found.kind }?.name ?? Phrase(verbatim: found.kind), share: found.share,
            step: found.zh.map { Phrase(zh: $0, en: found.en ?? $0) },
            minutes: LearningTime(people: people).minutes(
                during: found.kind, share: found.share,
                after: found.began.map { Double($0.distance(to: house.now)) / 1_000 }))
    }
}
