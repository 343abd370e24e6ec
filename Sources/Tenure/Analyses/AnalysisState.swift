import Kernel

/// Where an analysis stands, as pages and programs are told.
enum AnalysisState: String, Codable, Sendable, CaseIterable {
    case uploaded, requested, finished, refused

    init(_ state: StoredAnalysis.State) {
        switch state {
        case .uploaded: self = .uploaded
        case .requested: self = .requested
        case .finished: self = .finished
        case .refused: self = .refused
        }
    }

    var words: Phrase {
        switch self {
        case .uploaded: Phrase(zh: "待选择结果列", en: "Outcome not chosen yet")
        case .requested: Phrase(zh: "分析中", en: "Running")
        case .finished: Phrase(zh: "已完成", en: "Finished")
        case .refused: Phrase(zh: "未能完成", en: "Could not be done")
        }
    }
}
