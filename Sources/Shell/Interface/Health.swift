import Kernel
import Logging
import SQL
import Synchronization

/// Whether the database can be written, found out by a tiny write now and then.
package final class Health: Sendable {
    private struct State {
        var isWell = true
        var checkedAt: Instant?
        var isAsking = false
    }

    private let state = Mutex(State())
    /// Milliseconds an answer holds.
    private static let trust: Int64 = 10_000
    /// How long an answer waits for the write: behind an import of hundred thousands of rows it takes its turn, and the
    /// answer before holds.
    private static let patience = Duration.seconds(2)

    package init() {}

    func isWell(_ house: House) async -> Bool {
        let now = house.now
        let begins = state.withLock { state in
            if state.isAsking { return false }
            if let age = state.checkedAt.map({ $0.distance(to: now) }), (0..<Self.trust).contains(age) { return false }
            state.isAsking = true
            return true
        }
        if begins {
            Task { await ask(house, at: now) }
            let end = ContinuousClock.now.advanced(by: Self.patience)
            while state.withLock({ $0.isAsking }), ContinuousClock.now < end {
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
        return state.withLock { $0.isWell }
    }

    private func ask(_ house: House, at now: Instant) async {
        var isWell = true
        do {
            try await house.database.write { tx in
                _ = try tx.execute("update access_state set version = version where id = 1")
            }
        } catch SQLFault.busy, SQLFault.conflict {
            // Somebody else is writing.
        } catch {
            isWell = false
            house.logger.error("the database cannot be written", metadata: ["error": "\(type(of: error))"])
        }
        let found = isWell
        state.withLock { $0 = State(isWell: found, checkedAt: now, isAsking: false) }
    }
}
