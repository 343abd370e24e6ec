import Dispatch
import Kernel
import SQL
import Shell
import Synchronization

/// Learning and scoring in the background.
enum RiskJobs {
    static let all = [training, scoring]

    struct Payload: Codable, Sendable {
        /// One programme; all of them without.
        var programme: String?
    }

    /// Every month, and when somebody asks. Nothing is kept before a model is whole, so a run that is killed leaves the
    /// model in force as it is and begins again.
    static let training = JobKind(
        "retention.training", Phrase(zh: "学习离职风险", en: "Learn the risk of leaving"), every: .monthly(2, 1, 30),
        attempts: 3
    ) { run, house in
        let asked = try? run.payload(Payload.self).programme
        var done = try run.checkpoint(Done.self)?.programmes ?? []
        let programmes = try await house.database.read { tx in try RiskProgramme.all(tx) }
            .filter { (asked == nil || $0.code == asked) && !done.contains($0.code) }
        var failure: JobFailure?
        for programme in programmes {
            do {
                let trained = try await TrainingRun(run: run, house: house, programme: programme).trained()
                done.append(programme.code)
                let finished = Done(programmes: done)
                try await run.write(saving: finished, share: 0.99) { tx in
                    try TrainingRun.keep(trained, programme, run, house, tx)
                }
            } catch let refusal as any Refusal {
                // One programme without data does not keep the other from learning.
                if asked == nil, (refusal as? RiskRefusal)?.isOfASmallCompany == true { continue }
                failure = failure ?? JobFailure(refusal.explanation)
            }
        }
        if let failure { throw failure }
    }

    /// Every night after the snapshots, and after a model was put into force.
    static let scoring = JobKind(
        "retention.scoring", Phrase(zh: "评估离职风险", en: "Score the risk of leaving"), every: .daily(3, 20), attempts: 3
    ) { run, house in
        let asked = try? run.payload(Payload.self).programme
        let programmes = try await house.database.read { tx in try RiskProgramme.all(tx) }
            .filter { $0.model != nil && (asked == nil || $0.code == asked) }
        var failure: JobFailure?
        for programme in programmes {
            do {
                try await score(programme.code, run, house)
            } catch let refusal as any Refusal {
                failure = failure ?? JobFailure(refusal.explanation)
            }
        }
        if let failure { throw failure }
    }

    private struct Done: Codable, Sendable {
        var programmes: [String]
    }

    private static let block = 10_000

    private static func score(_ code: String, _ run: JobRun, _ house: House) async throws {
        let today = house.today
        try await run.report(0.02, Phrase(zh: "读取快照", en: "Reading the snapshot"))
        let start = try await house.database.read { tx in try RiskRuns.start(code, on: today, tx) }
        let step = Phrase(zh: "评分", en: "Scoring")
        let (people, drift) = try await Lane.run(run, from: 0.05, to: 0.5) {
            report -> ([ScoredPerson], [DriftLine]) in
            guard let scoring = start.scoring else { return (start.bySignals, []) }
            return try scoring.scores(start.snapshot, without: start.announced, earlier: start.earlier) {
                try report($0, step)
            }
        }
        let saving = Phrase(zh: "保存评分", en: "Keeping the scores")
        let id = try await run.write(share: 0.5, step: saving) { tx in
            try RiskRuns.begin(start, people, drift: drift, house, tx)
        }
        for first in stride(from: 0, to: people.count, by: block) {
            let part = people[first..<min(first + block, people.count)]
            try await run.write(share: 0.5 + 0.45 * Double(first) / Double(people.count), step: saving) { tx in
                try RiskRuns.keep(part, from: first + 1, id, tx)
            }
        }
        try await run.write(share: 0.97, step: saving) { tx in
            try RiskRuns.finish(id, start, tx)
            try RiskAlerts.send(people, start, house, tx)
            try Audit.record(
                [AuditEntry(.scoreRisk, of: nil, reason: "\(code) \(start.snapshot.day)")], by: .program, house, in: tx)
        }
    }
}

/// Long work beside the tasks of the program, with its progress and its end when the job is cancelled.
enum Lane {
    typealias Report = @Sendable (Double, Phrase) throws -> Void

    /// - Parameters: from, to: the part of the whole job the work stands for.
    static func run<T: Sendable>(
        _ run: JobRun, from: Double, to: Double, _ work: @escaping @Sendable (@escaping Report) throws -> T
    ) async throws -> T {
        let latest = LatestProgress()
        let pulse = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(700))
                if let (share, step) = latest.value { try await run.report(from + (to - from) * share, step) }
            }
        }
        defer { pulse.cancel() }
        let stop = Stop()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global(qos: .utility).async {
                    continuation.resume(
                        with: Result {
                            try work { share, step in
                                if stop.isAsked { throw CancellationError() }
                                latest.set(share, step)
                            }
                        })
                }
            }
        } onCancel: {
            stop.ask()
        }
    }

    private final class LatestProgress: Sendable {
        private let state = Mutex<(Double, Phrase)?>(nil)
        var value: (Double, Phrase)? { state.withLock { $0 } }
        func set(_ share: Double, _ step: Phrase) { state.withLock { $0 = (share, step) } }
    }

    private final class Stop: Sendable {
        private let state = Mutex(false)
        var isAsked: Bool { state.withLock { $0 } }
        func ask() { state.withLock { $0 = true } }
    }
}
