import CCurl
import Synchronization

/// Stops a running transfer from another thread.
final class StopSwitch: Sendable {
    /// The handle is only woken under the lock, and detached before it is freed.
    private struct State: @unchecked Sendable {
        var isStopped = false
        var transfer: UnsafeMutableRawPointer?
    }

    private let state = Mutex(State())

    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Asks the transfer to end; it notices at once, even while it waits for its peer.
    func stop() {
        state.withLock {
            $0.isStopped = true
            if let transfer = $0.transfer { curl_multi_wakeup(transfer) }
        }
    }

    /// From here on `stop()` wakes this libcurl multi handle, until `detach()`.
    func attach(_ multi: UnsafeMutableRawPointer) {
        // A pointer is not Sendable; what crosses into the lock is its number.
        let address = UInt(bitPattern: multi)
        state.withLock { $0.transfer = UnsafeMutableRawPointer(bitPattern: address) }
    }

    func detach() { state.withLock { $0.transfer = nil } }
}
