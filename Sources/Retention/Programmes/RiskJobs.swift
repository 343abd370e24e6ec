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
        /// Whether everything to learn from was looked after before.
        var hasSnapshots: Bool?
    }

    /// Every month after the night's work, and when somebody asks. Nothing is kept before a model is whole, so a run that is killed leaves the
    /// model in force as it is and begins again.
    static let training = JobKind(
        "retention.training", Phrase(zh: "训练离职风险模型", en: "Learn the risk of leaving"), every: .monthly(2, 4, 30),
        attempts: 5
    ) { run, house in
        let payload = try? run.payload(Payload.self)
        if run.slot != nil, payload?.hasSnapshots != true, try await queuedAfterSnapshots(run, house) { return }
        let asked = payload?.programme
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

    /// The night's work is late: the month is learned from when its snapshots are there.
    private static func queuedAfterSnapshots(_ run: JobRun, _ house: House) async throws -> Bool {
        let (catalogue, last) = (FactCatalogue(house), house.today - 1)
        let due = try await house.database.read { tx in try Snapshots.due(catalogue, through: last, tx) }
        guard !due.isEmpty else { return false }
        try await run.write { tx in _ = try NightPlan(learns: true).begin(in: tx, house) }
        return true
    }

    /// Every night after the signals, and after a model was put into force.
    static let scoring = JobKind(
        "retention.scoring", Phrase(zh: "评估离职风险", en: "Score the risk of leaving"), attempts: 5
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
            // A week from before the model's facts existed is nothing to compare with.
            let earlier = try? start.compared.map { try scoring.earlier($0.snapshot, without: $0.announced) }
            return try scoring.scores(start.snapshot, without: start.announced, earlier: earlier ?? [:]) {
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
        while try await run.write({ tx in try RiskRuns.clear(code, tx) }) {}
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
        let (stop, end) = (Stop(), End<T>())
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                end.wait(continuation)
                DispatchQueue.global(qos: .utility).async {
                    end.come(
                        Result {
                            try work { share, step in
                                if stop.isAsked { throw CancellationError() }
                                latest.set(share, step)
                            }
                        })
                }
            }
        } onCancel: {
            stop.ask()
            DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + patience) {
                end.come(.failure(CancellationError()))
            }
        }
    }

    /// A step of the work that takes longer than so many seconds is not waited for: a server that stops has to end.
    private static let patience = 8.0

    /// The first end counts; what comes later is nobody's.
    private final class End<T: Sendable>: Sendable {
        private let waiting = Mutex<CheckedContinuation<T, any Error>?>(nil)

        func wait(_ continuation: CheckedContinuation<T, any Error>) { waiting.withLock { $0 = continuation } }

        func come(_ result: Result<T, any Error>) {
            waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }?.resume(with: result)
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
