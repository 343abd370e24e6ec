import Analysis
import Foundation
import Kernel
import Logging

/// Runs requested analyses one after the other, away from the request handlers, and tells how far they are.
actor AnalysisQueue {
    struct Standing: Sendable, Codable {
        var share: Double
        var step: Phrase
    }

    private let workspace: Workspace
    private let logger: Logger
    private var waiting: [String] = []
    private var running: String?
    private let board = ProgressBoard()

    init(workspace: Workspace, logger: Logger) {
        self.workspace = workspace
        self.logger = logger
    }

    /// Takes up again what a stop of the program interrupted.
    func resume() {
        for analysis in workspace.all().reversed() where analysis.state == .requested { add(analysis.id) }
    }

    func add(_ id: String) {
        guard running != id, !waiting.contains(id) else { return }
        waiting.append(id)
        board.set(Standing(share: 0, step: Phrase(zh: "排队中", en: "Waiting")), for: id)
        startNext()
    }

    func standing(of id: String) -> Standing? { board.standing(of: id) }

    /// Stops the work on an analysis that is being deleted.
    func cancel(_ id: String) {
        waiting.removeAll { $0 == id }
        board.cancel(id)
    }

    private func startNext() {
        guard running == nil, let id = waiting.first else { return }
        waiting.removeFirst()
        running = id
        let (workspace, board, logger) = (workspace, board, logger)
        Thread {
            AnalysisRun(workspace: workspace, board: board, logger: logger).run(id)
            Task { await self.finished(id) }
        }.start()
    }

    private func finished(_ id: String) {
        running = nil
        board.remove(id)
        startNext()
    }
}

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
