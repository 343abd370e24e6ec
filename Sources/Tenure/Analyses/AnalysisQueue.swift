import Analysis
import Foundation
import Kernel
import Logging

/// Runs requested analyses one after the other, away from the request handlers, and tells how far they are.
actor AnalysisQueue {
    struct Standing: Sendable, Codable {
        var share: Double
        var step: Phrase

        static let waiting = Standing(share: 0, step: Phrase(zh: "排队中", en: "Waiting"))
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

    /// Clears away and takes up again what a stop of the program interrupted.
    func resume() {
        workspace.removeLeftovers()
        for analysis in workspace.all().reversed() where analysis.state == .requested { add(analysis.id) }
    }

    /// Work on an earlier request of the same analysis is stopped and begins again with the new one.
    func add(_ id: String) {
        if running == id { board.cancel(id) }
        guard !waiting.contains(id) else { return }
        waiting.append(id)
        board.set(.waiting, for: id)
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
        if waiting.contains(id) { board.set(.waiting, for: id) }
        startNext()
    }
}
