import Foundation
import Kernel
import Logging

/// One line an entry on standard error, to read or as JSON. What is logged names kinds, numbers and types, never people.
struct LineLog: LogHandler {
    enum Format: String {
        case text, json
    }

    let label: String
    let format: Format
    var logLevel = Logger.Level.notice
    var metadata: Logger.Metadata = [:]

    init(label: String, format: Format) {
        (self.label, self.format) = (label, format)
    }

    /// For commands: what goes wrong only.
    static var quiet: Logger {
        var logger = Logger(label: "tenure") { LineLog(label: $0, format: .text) }
        logger.logLevel = .error
        return logger
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        let at = Instant(Date()).iso
        let line =
            switch format {
            case .text:
                "\(at) \(event.level) \(Self.plain("\(event.message)"))"
                    + facts.map { " \($0.key)=\(Self.plain("\($0.value)"))" }.joined()
            case .json:
                "{"
                    + ([("at", at), ("level", "\(event.level)"), ("message", "\(event.message)")]
                    + facts.map { ($0.key, "\($0.value)") }).map { Self.quoted($0) + ":" + Self.quoted($1) }
                    .joined(separator: ",") + "}"
            }
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// One entry stays one line, and nothing of it can steer a terminal.
    private static func plain(_ text: String) -> String {
        String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } ? " " : $0 })
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
