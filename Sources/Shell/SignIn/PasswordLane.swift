import Dispatch
import Synchronization

/// Where passwords are hashed: away from the threads that answer requests, and two at a time, because one hash takes
/// 32 MiB and a good part of a tenth of a second.
package final class PasswordLane: Sendable {
    private struct State {
        var free = 2
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// How many may wait; more are turned away at once.
    static let room = 64

    private let queue = DispatchQueue(label: "tenure.passwords", qos: .utility, attributes: .concurrent)
    private let state = Mutex(State())

    package init() {}

    /// Does the work when it is its turn.
    /// - Throws: ``SignInRefusal/busy`` when too many wait already, and what the work throws.
    package func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        guard state.withLock({ $0.free > 0 || $0.waiting.count < Self.room }) else { throw SignInRefusal.busy }
        await enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let isNext = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isNext { continuation.resume() }
        }
    }

    /// Hands the place to who waits longest.
    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
