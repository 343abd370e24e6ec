import Kernel
import Logging
import Synchronization

/// The work on batches that is under way in this process. Nothing of it needs to outlive the process: a check is asked for
/// again, and a commit is either kept whole or was never there.
package final class ImportDesk: Sendable {
    package struct Standing: Sendable {
        var step: Phrase
        /// 0…1
        var share: Double
        var isRunning: Bool
        /// Why it ended, if not well.
        var failure: Phrase?
    }

    private let board = Mutex<[Int64: Standing]>([:])

    package init() {}

    func standing(of id: ID<ImportBatch>) -> Standing? { board.withLock { $0[id.rawValue] } }

    /// - Throws: ``ImportRefusal/busy`` while other work on the batch goes on.
    func start(
        _ id: ID<ImportBatch>, _ step: Phrase, _ house: House,
        _ body: @escaping @Sendable (@escaping @Sendable (Double) -> Void) async throws -> Void
    ) throws {
        let isFree = board.withLock { board in
            if board[id.rawValue]?.isRunning == true { return false }
            board[id.rawValue] = Standing(step: step, share: 0, isRunning: true)
            return true
        }
        guard isFree else { throw ImportRefusal.busy }
        Task.detached { [self] in
            do {
                try await body { share in
                    self.board.withLock { $0[id.rawValue]?.share = share }
                }
                board.withLock { $0[id.rawValue] = nil }
            } catch {
                let words = Self.words(error, house)
                board.withLock { $0[id.rawValue] = Standing(step: step, share: 1, isRunning: false, failure: words) }
            }
        }
    }

    /// Small files are done before anybody could look: waits a moment for the work to end.
    func settle(_ id: ID<ImportBatch>, milliseconds: Int = 900) async {
        for _ in 0..<max(1, milliseconds / 30) where standing(of: id)?.isRunning == true {
            try? await Task.sleep(for: .milliseconds(30))
        }
    }

    func forget(_ id: ID<ImportBatch>) {
        board.withLock { board in
            if board[id.rawValue]?.isRunning == false { board[id.rawValue] = nil }
        }
    }

    private static func words(_ error: any Error, _ house: House) -> Phrase {
        if let refusal = error as? any Refusal { return refusal.explanation }
        // The name of the error only: its text could hold what someone typed.
        house.logger.error("import failed", metadata: ["error": "\(type(of: error))"])
        return Phrase(
            zh: "处理中断，没有写入任何数据。请重试；如仍失败，请告诉管理员。",
            en: "The work was cut off and nothing was written. Try again; if it fails again, tell your administrator.")
    }
}
