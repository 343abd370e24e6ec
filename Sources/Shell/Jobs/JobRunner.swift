import Kernel
import Logging
import SQL
import ServiceLifecycle
import Synchronization

/// Does the work of the queue, in this process, until it is asked to stop. Several processes may share one queue.
package final class JobRunner: Service {
    private let house: House
    private let workers: Int
    /// How long a worker sleeps when nothing rings.
    private let pause: Duration
    private let heartbeat: Duration
    private let running = Mutex<[ID<Job>: JobRun]>([:])
    private let isStopping = Mutex(false)

    /// - Parameter workers: how many jobs run at the same time.
    package init(
        _ house: House, workers: Int = 2, pause: Duration = .seconds(1), heartbeat: Duration = .seconds(5)
    ) {
        self.house = house
        self.workers = workers
        self.pause = pause
        self.heartbeat = heartbeat
    }

    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<workers { group.addTask { await self.work() } }
            }
        } onGracefulShutdown: {
            self.stop()
        }
        await Audit.writeReads(house)
    }

    /// Asks the workers to end; jobs in the middle go back to the queue and are resumed later.
    package func stop() {
        isStopping.withLock { $0 = true }
        for id in running.withLock({ Array($0.keys) }) { house.jobBell.cancel(id) }
        for _ in 0..<workers { house.jobBell.ring() }
    }

    private func work() async {
        while !isStopping.withLock({ $0 }), !Task.isCancelled {
            do {
                if try await runNext() { continue }
            } catch is CancellationError {
                return
            } catch {
                house.logger.error("the job queue cannot be read", metadata: ["error": "\(type(of: error))"])
            }
            await house.jobBell.wait(upTo: pause)
        }
    }

    /// Does everything that is due now, one job after the other. - Returns: how many jobs were run.
    @discardableResult
    package func runDue() async throws -> Int {
        var count = 0
        while try await runNext() { count += 1 }
        return count
    }

    /// - Returns: false when nothing is due.
    func runNext() async throws -> Bool {
        let house = house
        try await house.settings.refresh(house)
        let (isPlanDue, isBusy) = try await house.database.read { tx in
            (try JobTimetable.isDue(house, tx), try JobQueue.isBusy(house, tx))
        }
        if isPlanDue { try await house.database.write { tx in try JobTimetable.plan(house, tx) } }
        guard isPlanDue || isBusy else { return false }
        // After a jump of the clock our own leases look as old as everybody's.
        let own = running.withLock { Array($0.values) }
        let claimed: JobRun?
        do {
            claimed = try await house.database.write { tx in
                for run in own { _ = try JobQueue.renew(run, tx) }
                try JobQueue.reclaim(house, tx)
                return try JobQueue.claim(house, tx)
            }
        } catch SQLFault.unique {
            // Another process began a job with the same key in this moment.
            return false
        }
        guard let claimed, let kind = house.jobs.first(where: { $0.code == claimed.kind }) else { return false }
        await perform(claimed, kind)
        return true
    }

    private func perform(_ run: JobRun, _ kind: JobKind) async {
        running.withLock { $0[run.id] = run }
        let start = ContinuousClock.now
        let house = house
        let work = Task {
            let ending = await ending(of: run, kind)
            do {
                // Not part of this task: a job that was stopped must still be able to say so.
                try await Task {
                    try await house.database.write { tx in
                        guard try JobQueue.end(run, ending, tx) else { return }
                        if case .failed(let words) = ending { try JobNotices.failed(run, kind, words, house, tx) }
                    }
                }.value
            } catch {
                // The lease runs out and the job is resumed.
                house.logger.error(
                    "the end of a job could not be written",
                    metadata: ["job": "\(run.id)", "error": "\(type(of: error))"])
            }
        }
        house.jobBell.began(run.id, work)
        if isStopping.withLock({ $0 }) { work.cancel() }
        let pulse = Task { await beat(run, work) }
        await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            work.cancel()
        }
        pulse.cancel()
        house.jobBell.ended(run.id)
        running.withLock { _ = $0.removeValue(forKey: run.id) }
        // An import of a whole company leaves room behind that nothing else needs.
        if ContinuousClock.now - start > .seconds(2) { SystemMemory.giveBack() }
    }

    private func beat(_ run: JobRun, _ work: Task<Void, Never>) async {
        while true {
            do { try await Task.sleep(for: heartbeat) } catch { return }
            // A database that is away for a moment costs one beat.
            guard let standing = try? await house.database.write({ tx in try JobQueue.renew(run, tx) }) else {
                continue
            }
            guard standing == true else { return work.cancel() }
        }
    }

    private func ending(of run: JobRun, _ kind: JobKind) async -> JobEnding {
        do {
            try await kind.run(run, house)
            return .done
        } catch let failure as JobFailure {
            return .failed(failure.explanation)
        } catch {
            if Task.isCancelled || error is CancellationError {
                if await isCancelAsked(run) { return .cancelled }
                if Task.isCancelled { return .givenBack }
            }
            let words = JobNotices.words(for: error)
            house.logger.error(
                "job failed",
                metadata: [
                    "kind": "\(run.kind)", "job": "\(run.id)", "attempt": "\(run.attempt)",
                    "error": "\(type(of: error))",
                ])
            if run.attempt >= kind.attempts { return .failed(words) }
            return .again(house.now.adding(milliseconds: Self.delay(after: run.attempt)), words)
        }
    }

    private func isCancelAsked(_ run: JobRun) async -> Bool {
        let asked = Task {
            try await house.database.read { tx in
                try tx.value("select cancel_asked from jobs where id = \(run.id)", as: Bool.self)
            }
        }
        return (try? await asked.value) == true
    }

    /// 30 seconds, doubled with every attempt, at most 6 hours.
    static func delay(after attempt: Int) -> Int64 { min(30_000 << Int64(min(attempt - 1, 12)), 6 * 3_600_000) }
}
