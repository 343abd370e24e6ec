import Kernel

/// A kind of work done in the background; a room lists its own in ``Room/jobs``.
///
/// ```swift
/// static let rescoring = JobKind("retention.rescore", Phrase(zh: "重新计算风险", en: "Score risks again"),
///     every: .daily(2, 30)) { run, house in … }
/// ```
/// A job may be stopped at any moment and begun again, so what it does twice must end as if it was done once:
/// change things in ``JobRun/write(saving:share:step:_:)``, together with the note how far it came.
package struct JobKind: Sendable {
    /// `room.work`: stored, never renamed.
    package let code: String
    package let name: Phrase
    /// When it comes up by itself.
    package let every: Schedule?
    /// How often it is begun before it counts as failed.
    package let attempts: Int
    let run: @Sendable (JobRun, House) async throws -> Void

    package init(
        _ code: String, _ name: Phrase, every: Schedule? = nil, attempts: Int = 6,
        run: @escaping @Sendable (JobRun, House) async throws -> Void
    ) {
        self.code = code
        self.name = name
        self.every = every
        self.attempts = attempts
        self.run = run
    }

    /// The key of the runs the timetable asks for: whatever is queued with it waits for them, and they for it.
    package var timetableKey: String { "periodic " + code }
}

/// Thrown by a job that need not be tried again.
package struct JobFailure: Refusal {
    package let explanation: Phrase

    package init(_ explanation: Phrase) {
        self.explanation = explanation
    }
}

/// What job ids number.
package enum Job {}
