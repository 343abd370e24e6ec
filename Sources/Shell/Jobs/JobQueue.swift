import Kernel
import SQL

/// The queue as workers use it. Every move names the lease it was made under, so that a worker that was given up for
/// dead cannot undo the work of its successor.
enum JobQueue {
    /// How long a worker may be silent, in milliseconds.
    static let leaseLength: Int64 = 30_000

    /// Whether there is anything to do; asked before the queue is written to.
    static func isBusy(_ house: House, _ tx: Transaction) throws -> Bool {
        let now = house.now
        return try tx.value(
            """
            select exists (select 1 from jobs where state = 'waiting' and run_at <= \(now) and kind in \(codes(house)))
                or exists (select 1 from jobs where state = 'running' and lease_until < \(now))
            """) ?? false
    }

    /// Gives the jobs of silent workers back to the queue, or up if they were begun too often.
    static func reclaim(_ house: House, _ tx: Transaction) throws {
        let now = house.now
        let words = Phrase(
            zh: "执行中途停止，多次重试后仍未完成。", en: "The work stopped in the middle, again and again.")
        let lost = try tx.rows(
            """
            select id, kind, attempts, cancel_asked from jobs where state = 'running' and lease_until < \(now)
            \(lock(tx))
            """
        ) { row in
            (
                id: try row.value(ID<Job>.self), kind: try row.value(String.self), attempts: try row.value(Int.self),
                isCancelled: try row.value(Bool.self)
            )
        }
        guard !lost.isEmpty else { return }
        let limits = Dictionary(house.jobs.map { ($0.code, $0.attempts) }) { first, _ in first }
        let cancelled = lost.filter(\.isCancelled).map(\.id)
        let failed = lost.filter { !$0.isCancelled && $0.attempts >= limits[$0.kind] ?? .max }.map(\.id)
        let others = lost.map(\.id).filter { !cancelled.contains($0) && !failed.contains($0) }
        try tx.execute("update jobs set state = 'cancelled', ended_at = \(now) where id in \(cancelled)")
        try tx.execute(
            """
            update jobs set state = 'failed', ended_at = \(now), failure_zh = \(words.zh), failure_en = \(words.en)
            where id in \(failed)
            """)
        try tx.execute("update jobs set state = 'waiting', run_at = \(now) where id in \(others)")
    }

    /// Takes the job that has waited longest.
    static func claim(_ house: House, _ tx: Transaction) throws -> JobRun? {
        let now = house.now
        return try tx.first(
            """
            update jobs set state = 'running', attempts = attempts + 1, lease = lease + 1,
                lease_until = \(now.adding(milliseconds: leaseLength)), started_at = coalesce(started_at, \(now)),
                failure_zh = null, failure_en = null
            where id = (
                select j.id from jobs j
                where j.state = 'waiting' and j.run_at <= \(now) and j.kind in \(codes(house))
                    and not exists (select 1 from jobs r where r.key = j.key and r.state = 'running')
                order by j.run_at, j.id limit 1 \(lock(tx)))
            returning id, kind, attempts, slot, account_id, payload, checkpoint, lease
            """
        ) { row in
            JobRun(
                id: try row.value(), kind: try row.value(), attempt: try row.value(), slot: try row.value(),
                account: try row.value(), payload: try row.value(), checkpoint: try row.value(),
                lease: try row.value(), house: house, progress: JobProgress())
        }
    }

    /// - Returns: false when the job is no longer ours, nil when it should stop.
    static func renew(_ run: JobRun, _ tx: Transaction) throws -> Bool? {
        let until = run.house.now.adding(milliseconds: leaseLength)
        let isCancelled = try tx.first(
            """
            update jobs set lease_until = \(until) where id = \(run.id) and lease = \(run.lease) and state = 'running'
            returning cancel_asked
            """
        ) { row in try row.value(Bool.self) }
        guard let isCancelled else { return false }
        return isCancelled ? nil : true
    }

    /// - Returns: false when the job was no longer ours.
    @discardableResult
    static func end(_ run: JobRun, _ ending: JobEnding, _ tx: Transaction) throws -> Bool {
        let now = run.house.now
        let mine = "id = \(run.id) and lease = \(run.lease) and state = 'running'" as Query
        let change: Query =
            switch ending {
            case .done:
                "state = 'done', share = 1, step_zh = null, step_en = null, checkpoint = null, ended_at = \(now)"
            case .cancelled: "state = 'cancelled', ended_at = \(now)"
            case .failed(let words):
                "state = 'failed', ended_at = \(now), failure_zh = \(words.zh), failure_en = \(words.en)"
            case .again(let moment, let words):
                "state = 'waiting', run_at = \(moment), failure_zh = \(words.zh), failure_en = \(words.en)"
            case .givenBack: "state = 'waiting', run_at = \(now), attempts = attempts - 1"
            }
        return try tx.execute("update jobs set \(change), lease_until = null where \(mine)") > 0
    }

    private static func codes(_ house: House) -> [String] { house.jobs.map(\.code) }

    /// Several nodes share one PostgreSQL; in SQLite there is one writer anyway.
    static func lock(_ tx: Transaction) -> Query { tx.dialect == .postgres ? "for update skip locked" : .empty }
}

/// How an attempt ended.
enum JobEnding: Sendable, Equatable {
    case done
    case cancelled
    /// For good.
    case failed(Phrase)
    /// To be tried again at a moment.
    case again(Instant, Phrase)
    /// The server stops; this attempt does not count.
    case givenBack
}
