import Analysis
import Foundation
import Kernel

/// One uploaded sheet and what became of it.
struct StoredAnalysis: Codable, Sendable {
    enum State: Codable, Sendable, Equatable {
        /// Uploaded; the outcome is not chosen yet.
        case uploaded
        /// Asked for; also the state after a restart in the middle, from which the work starts again.
        case requested
        case finished
        case refused(Phrase)
    }

    let id: String
    let fileName: String
    let byteCount: Int
    let uploadedAt: Date
    var request: AnalysisRequest
    var state: State
    /// Counts the requests. Results are kept per run, so that those of an earlier request are never shown as a later one's.
    var run = 0
}

extension StoredAnalysis.State {
    var words: Phrase {
        switch self {
        case .uploaded: Phrase(zh: "待选择结果列", en: "Outcome not chosen yet")
        case .requested: Phrase(zh: "分析中", en: "Running")
        case .finished: Phrase(zh: "已完成", en: "Finished")
        case .refused: Phrase(zh: "未能完成", en: "Could not be done")
        }
    }
}
