import Foundation
import Synchronization

/// What happened, in order.
final class Recorder: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    var all: [String] { lines.withLock { $0 } }
}

/// Holds a transaction's body until it is opened; ten seconds at most, so that no mistake hangs the suite.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    func wait(milliseconds: Int = 10_000) { _ = semaphore.wait(timeout: .now() + .milliseconds(milliseconds)) }
}
