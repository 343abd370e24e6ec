import Synchronization

/// Counts finished parts and remembers the first reason to stop.
final class ProgressTally: Sendable {
    private struct State {
        var done = 0
        var stopped: (any Error)?
    }

    private let total: Int
    private let state = Mutex(State())

    init(of total: Int) { self.total = total }

    /// Throws when another part has failed or was told to stop, so that the rest is skipped.
    func check() throws {
        if let error = state.withLock({ $0.stopped }) { throw error }
    }

    func stop(_ error: any Error) {
        state.withLock { if $0.stopped == nil { $0.stopped = error } }
    }

    func finish(_ report: (Int, Int) throws -> Void) throws {
        let done = state.withLock { state in
            state.done += 1
            return state.done
        }
        try report(done, total)
    }
}
