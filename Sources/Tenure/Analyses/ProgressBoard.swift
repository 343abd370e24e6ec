import Foundation

/// Where running work writes how far it is; read by pages at any time.
final class ProgressBoard: @unchecked Sendable {
    private let lock = NSLock()
    private var standings: [String: AnalysisQueue.Standing] = [:]
    private var cancelled: Set<String> = []

    func set(_ standing: AnalysisQueue.Standing, for id: String) {
        lock.withLock { standings[id] = standing }
    }

    func standing(of id: String) -> AnalysisQueue.Standing? {
        lock.withLock { standings[id] }
    }

    func cancel(_ id: String) {
        lock.withLock { _ = cancelled.insert(id) }
    }

    func isCancelled(_ id: String) -> Bool {
        lock.withLock { cancelled.contains(id) }
    }

    func remove(_ id: String) {
        lock.withLock {
            standings[id] = nil
            cancelled.remove(id)
        }
    }
}
