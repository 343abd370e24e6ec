import Logging
import Synchronization

/// Everything that is logged, at every level, with its metadata.
final class CapturedLog: Sendable {
    private let lines = Mutex<[String]>([])

    /// What was logged since this was last asked: everything is looked at, and nothing twice.
    func more() -> String {
        lines.withLock { lines in
            defer { lines.removeAll(keepingCapacity: true) }
            return lines.joined(separator: "\n")
        }
    }

    var logger: Logger {
        var logger = Logger(label: "judge") { _ in Handler(log: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let log: CapturedLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            log.lines.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
