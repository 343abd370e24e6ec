import Dispatch
import Synchronization

/// The connections of one database: who asks first is served first, and the warmest connection is taken.
final class PostgresPool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<PostgresLink, any Error>
    }

    private struct State {
        var idle: [PostgresLink]
        var waiting: [Waiter] = []
        var lastNumber = 0
        var isClosed = false
    }

    private let state: Mutex<State>

    init(_ address: PostgresAddress, connections: Int) {
        state = Mutex(State(idle: (0..<connections).map { PostgresLink(address, number: $0) }))
    }

    /// Runs the body on a connection's own queue.
    /// - Throws: `CancellationError` when the task is cancelled before the body begins; never after.
    func use<T: Sendable>(_ body: @escaping @Sendable (PostgresLink) throws -> T) async throws -> T {
        let link = try await take()
        return try await withCheckedThrowingContinuation { continuation in
            link.queue.async {
                let result = Result { try body(link) }
                self.putBack(link)
                continuation.resume(with: result)
            }
        }
    }

    private func take() async throws -> PostgresLink {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<PostgresLink, any Error>? = state.withLock { state in
                    if state.isClosed { return .failure(SQLFault.closed) }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let link = state.idle.popLast() { return .success(link) }
                    state.waiting.append(Waiter(number: number, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private func putBack(_ link: PostgresLink) {
        let waiter: Waiter? = state.withLock { state in
            if state.isClosed { link.close() }
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.idle.append(link)
            return nil
        }
        waiter?.continuation.resume(returning: link)
    }

    /// Ends every connection; those in use end after their transaction. A second time nothing happens.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            for link in state.idle { link.close() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.continuation.resume(throwing: SQLFault.closed) }
    }
}
