import Kernel
import Synchronization

/// Wakes this process's workers when something was put into the queue, so that they need not look every moment.
package final class JobBell: Sendable {
    private struct State {
        var isRung = false
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
        var count = 0
        var running: [ID<Job>: Task<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package func ring() {
        let sleepers = state.withLock { state in
            state.isRung = state.sleepers.isEmpty
            defer { state.sleepers = [:] }
            return state.sleepers
        }
        for sleeper in sleepers.values { sleeper.resume() }
    }

    /// Returns at the next ring, after the time, or when the task is cancelled.
    func wait(upTo time: Duration) async {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        let alarm = Task {
            try? await Task.sleep(for: time)
            wake(number)
        }
        defer { alarm.cancel() }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if state.isRung || Task.isCancelled {
                        state.isRung = false
                        return true
                    }
                    state.sleepers[number] = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            wake(number)
        }
    }

    private func wake(_ number: Int) {
        state.withLock { $0.sleepers.removeValue(forKey: number) }?.resume()
    }

    func began(_ id: ID<Job>, _ task: Task<Void, Never>) { state.withLock { $0.running[id] = task } }

    func ended(_ id: ID<Job>) { state.withLock { _ = $0.running.removeValue(forKey: id) } }

    /// Stops a job of this process at once; other processes see the wish at their next heartbeat.
    func cancel(_ id: ID<Job>) { state.withLock { $0.running[id] }?.cancel() }
}
