import Synchronization

/// Keeps reports of progress from becoming writes more than twice a second.
final class JobProgress: Sendable {
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    func isDue() -> Bool {
        let now = ContinuousClock.now
        return last.withLock { last in
            if let last, now - last < .milliseconds(500) { return false }
            last = now
            return true
        }
    }
}
