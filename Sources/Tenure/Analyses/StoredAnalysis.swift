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
