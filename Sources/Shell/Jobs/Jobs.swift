import Foundation
import Kernel
import SQL

/// The queue of background work, kept in the database: what is put in is done, whatever happens to the process.
package enum Jobs {
    /// Puts a job into the queue, as part of this transaction.
    /// - Parameters:
    ///   - key: at most one job with the same key runs at a time.
    ///   - at: not before this moment; nil for as soon as possible.
    ///   - account: who asked for it; they may follow it and are told when it fails.
    @discardableResult
    package static func enqueue(
        _ kind: JobKind, _ payload: some Encodable & Sendable = NoPayload(), key: String? = nil, at: Instant? = nil,
        by account: ID<Account>? = nil, in tx: Transaction, _ house: House
    ) throws -> ID<Job> {
        let id: ID<Job> = try tx.newID()
        let now = house.now
        try tx.execute(
            """
            insert into jobs (id, kind, key, payload, state, run_at, created_at, account_id)
            values (\(id), \(kind.code), \(key), \(try text(payload)), \(JobState.waiting), \(at ?? now), \(now),
                \(account))
            """)
        tx.afterCommit { house.jobBell.ring() }
        return id
    }

    /// Like ``enqueue(_:_:key:at:by:in:_:)``, unless a job with this key waits already: that one is moved forward to the
    /// earlier of both moments, and keeps its payload.
    package static func enqueueOnce(
        _ kind: JobKind, _ payload: some Encodable & Sendable = NoPayload(), key: String, at: Instant? = nil,
        by account: ID<Account>? = nil, in tx: Transaction, _ house: House
    ) throws {
        let moment = at ?? house.now
        let waiting = try tx.first(
            "select id, run_at from jobs where key = \(key) and state = 'waiting' order by run_at limit 1"
        ) { row in
            (id: try row.value(ID<Job>.self), runAt: try row.value(Instant.self))
        }
        guard let waiting else {
            try enqueue(kind, payload, key: key, at: moment, by: account, in: tx, house)
            return
        }
        guard moment < waiting.runAt else { return }
        try tx.execute("update jobs set run_at = \(moment) where id = \(waiting.id) and state = 'waiting'")
        tx.afterCommit { house.jobBell.ring() }
    }

    /// Takes a waiting job out of the queue, or asks a running one to stop.
    /// - Returns: whether there was something to cancel.
    @discardableResult
    package static func cancel(_ id: ID<Job>, in tx: Transaction, _ house: House) throws -> Bool {
        let changed = try tx.execute(
            """
            update jobs set cancel_asked = 1,
                ended_at = case when state = 'waiting' then \(house.now) end,
                state = case when state = 'waiting' then 'cancelled' else state end
            where id = \(id) and state in ('waiting', 'running')
            """)
        tx.afterCommit { house.jobBell.cancel(id) }
        return changed > 0
    }

    /// Begins a failed or cancelled job again, where it stopped.
    @discardableResult
    package static func retry(_ id: ID<Job>, in tx: Transaction, _ house: House) throws -> Bool {
        let changed = try tx.execute(
            """
            update jobs set state = 'waiting', attempts = 0, cancel_asked = 0, run_at = \(house.now), ended_at = null,
                failure_zh = null, failure_en = null
            where id = \(id) and state in ('failed', 'cancelled')
            """)
        tx.afterCommit { house.jobBell.ring() }
        return changed > 0
    }

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// For kinds that need to be told nothing.
    package struct NoPayload: Codable, Sendable {
        package init() {}
    }
}
