import Kernel
import SQL
import Shell

/// The order of a night: snapshots of the day that is over, signals over them, scores that may count signals; alerts go
/// out with the last two. Each job puts the next one into the queue when it is done, so each finds what the one before
/// left, however late that was; only the first looks at the clock. After a job that failed for good the next one goes on
/// with what there is.
struct NightPlan: Codable, Sendable {
    /// Whether the programmes learn once the snapshots are there.
    var learns: Bool?

    init(learns: Bool = false) { self.learns = learns ? true : nil }

    init(of run: JobRun) { self = (try? run.payload(NightPlan.self)) ?? NightPlan() }

    /// Does one job of the night, then queues what follows.
    /// - Parameter attempts: after so many what follows is queued although the job fails.
    static func go(
        _ run: JobRun, _ house: House, attempts: Int, _ body: () async throws -> Void,
        then follow: @escaping @Sendable (NightPlan, Transaction) throws -> Void
    ) async throws {
        let plan = NightPlan(of: run)
        do {
            try await body()
        } catch {
            let isOver = error is JobFailure || run.attempt >= attempts
            if isOver, !(error is CancellationError) { try await run.write { tx in try follow(plan, tx) } }
            throw error
        }
        try await run.write { tx in try follow(plan, tx) }
    }

    /// The first job of a night. It waits for one that runs already.
    @discardableResult
    func begin(by account: ID<Account>? = nil, in tx: Transaction, _ house: House) throws -> ID<Job> {
        try Jobs.enqueue(
            SnapshotJob.job, self, key: SnapshotJob.job.timetableKey, by: account, in: tx, house)
    }

    func signals(after run: JobRun, in tx: Transaction, _ house: House) throws {
        try Jobs.enqueue(SignalJob.job, self, key: SignalJob.job.code, by: run.account, in: tx, house)
    }

    /// Scores come at once for programmes that have a model; one that is learned now is scored when it is in force.
    func scores(after run: JobRun, in tx: Transaction, _ house: House) throws {
        try Jobs.enqueue(
            RiskJobs.scoring, RiskJobs.Payload(), key: RiskJobs.scoring.code, by: run.account, in: tx, house)
        guard learns == true else { return }
        try Jobs.enqueue(
            RiskJobs.training, RiskJobs.Payload(hasSnapshots: true), key: RiskJobs.training.code, by: run.account,
            in: tx, house)
    }
}
