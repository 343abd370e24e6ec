import Dispatch
import Synchronization

/// A few threads of their own for blocking network work, so that a slow peer never holds up a request handler.
final class TransferLane: Sendable {
    private typealias Job = @Sendable () -> Void

    private struct State {
        var running = 0
        var next = 0
        var waiting: [(number: Int, job: Job)] = []
    }

    private let queue: DispatchQueue
    private let width: Int
    private let state = Mutex(State())

    /// - Parameter width: how many pieces of work may block at the same time; the others wait in order.
    init(_ label: String, width: Int) {
        self.width = width
        queue = DispatchQueue(label: label, attributes: .concurrent)
    }

    /// Runs blocking work and returns what it found. Cancelling the task stops it through the switch; work that still
    /// waits for its turn is then run at once, and ends at once because its switch is already off.
    func run<Outcome: Sendable>(_ work: @escaping @Sendable (StopSwitch) -> Outcome) async -> Outcome {
        let stop = StopSwitch()
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                submit(number, stop) { continuation.resume(returning: work(stop)) }
            }
        } onCancel: {
            stop.stop()
            overtake(number)
        }
    }

    private func submit(_ number: Int, _ stop: StopSwitch, _ job: @escaping Job) {
        let startsNow = state.withLock { state in
            // A task cancelled before it came here waits for nobody.
            guard state.running < width || stop.isStopped else {
                state.waiting.append((number, job))
                return false
            }
            state.running += 1
            return true
        }
        if startsNow { start(job) }
    }

    private func overtake(_ number: Int) {
        let job: Job? = state.withLock { state in
            guard let place = state.waiting.firstIndex(where: { $0.number == number }) else { return nil }
            state.running += 1
            return state.waiting.remove(at: place).job
        }
        if let job { start(job) }
    }

    private func start(_ job: @escaping Job) {
        queue.async {
            job()
            let next: Job? = self.state.withLock { state in
                state.running -= 1
                guard state.running < self.width, !state.waiting.isEmpty else { return nil }
                state.running += 1
                return state.waiting.removeFirst().job
            }
            if let next { self.start(next) }
        }
    }
}
