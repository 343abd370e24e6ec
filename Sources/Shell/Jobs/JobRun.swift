import Foundation
import Kernel
import SQL

/// One attempt at a job, as its code sees it.
package struct JobRun: Sendable {
    package let id: ID<Job>
    package let kind: String
    /// 1 for the first.
    package let attempt: Int
    /// The moment of a periodic job's timetable this run stands for.
    package let slot: Instant?
    /// Who asked for it.
    package let account: ID<Account>?
    let payload: String
    let checkpoint: String?
    /// Grows with every attempt; who holds an older one has lost the job to someone else.
    let lease: Int64
    let house: House
    let progress: JobProgress

    /// What was put in with the job.
    package func payload<Payload: Decodable>(_ type: Payload.Type = Payload.self) throws -> Payload {
        try JSONDecoder().decode(type, from: Data(payload.utf8))
    }

    /// How far an earlier attempt came; nil when nothing was saved.
    package func checkpoint<Checkpoint: Decodable>(_ type: Checkpoint.Type = Checkpoint.self) throws -> Checkpoint? {
        try checkpoint.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    /// Says how far the work is. Cheap: written at most twice a second.
    /// - Parameter share: 0 to 1, nil when it cannot be known.
    /// - Throws: `CancellationError` when the job should stop, ``JobLost`` when another process took it over.
    package func report(_ share: Double?, _ step: Phrase? = nil) async throws {
        try Task.checkCancellation()
        guard progress.isDue() else { return }
        try await house.database.write { tx in try hold(share, step, nil, tx) }
    }

    /// Changes things in one transaction that is kept only while the job is still ours.
    @discardableResult
    package func write<T: Sendable>(
        share: Double? = nil, step: Phrase? = nil, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        return try await house.database.write { tx in
            try hold(share, step, nil, tx)
            return try body(tx)
        }
    }

    /// Changes things and, in the same transaction, saves how far the work came: the next attempt goes on from there.
    @discardableResult
    package func write<T: Sendable>(
        saving checkpoint: some Encodable & Sendable, share: Double? = nil, step: Phrase? = nil,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        return try await house.database.write { tx in
            try hold(share, step, try Jobs.text(checkpoint), tx)
            return try body(tx)
        }
    }

    private func hold(_ share: Double?, _ step: Phrase?, _ checkpoint: String?, _ tx: Transaction) throws {
        let until = house.now.adding(milliseconds: JobQueue.leaseLength)
        let share = share.flatMap { $0.isFinite ? min(1, max(0, $0)) : nil }
        let isCancelled = try tx.first(
            """
            update jobs set lease_until = \(until), share = coalesce(\(share), share),
                step_zh = coalesce(\(step?.zh), step_zh), step_en = coalesce(\(step?.en), step_en),
                checkpoint = coalesce(\(checkpoint), checkpoint)
            where id = \(id) and lease = \(lease) and state = 'running' returning cancel_asked
            """
        ) { row in try row.value(Bool.self) }
        guard let isCancelled else { throw JobLost() }
        if isCancelled { throw CancellationError() }
    }
}

/// Another process took the job over because this one had not been heard of for too long.
package struct JobLost: Error {}
