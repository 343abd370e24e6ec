import Kernel
import Markup
import SQL

/// Where a job stands.
package enum JobState: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    /// Its time has not come, or nobody was free yet; also between two attempts.
    case waiting
    case running
    case done
    /// All attempts are used up, or one said that more would not help.
    case failed
    case cancelled

    package var name: Phrase {
        switch self {
        case .waiting: Phrase(zh: "等待中", en: "Waiting")
        case .running: Phrase(zh: "进行中", en: "Running")
        case .done: Phrase(zh: "已完成", en: "Done")
        case .failed: Phrase(zh: "失败", en: "Failed")
        case .cancelled: Phrase(zh: "已取消", en: "Cancelled")
        }
    }

    package var isOver: Bool { self != .waiting && self != .running }
}
