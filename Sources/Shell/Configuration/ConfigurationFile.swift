import Foundation

/// The lines of a configuration file: `key = value`, comments after `#`, quotes around a value that needs them.
struct ConfigurationFile {
    struct Entry {
        let name: String
        let value: String
        let line: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var problems: [ConfigurationProblem] = []

    private static let largest = 1 << 20

    init(at path: String) {
        guard FileManager.default.fileExists(atPath: path) else {
            self.init(problem: .fileMissing(path: path))
            return
        }
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.largest,
            let text = String(validating: data, as: UTF8.self)
        else {
            self.init(problem: .fileUnreadable(path: path))
            return
        }
        self.init(text: text, path: path)
    }

    private init(problem: ConfigurationProblem) {
        problems = [problem]
    }

    init(text: String, path: String) {
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let sign = line.firstIndex(of: "=") else {
                problems.append(.noKey(path: path, line: index + 1))
                continue
            }
            let name = line[..<sign].trimmingCharacters(in: .whitespaces)
            let rest = line[line.index(after: sign)...].trimmingCharacters(in: .whitespaces)
            guard !name.isEmpty, let value = Self.value(rest) else {
                problems.append(.noKey(path: path, line: index + 1))
                continue
            }
            entries.append(Entry(name: name.lowercased(), value: value, line: index + 1))
        }
    }

    /// - Returns: nil when a quote is not closed.
    private static func value(_ text: String) -> String? {
        for quote in ["\"", "'"] as [Character] where text.first == quote {
            guard let end = text.dropFirst().firstIndex(of: quote) else { return nil }
            let rest = text[text.index(after: end)...].drop { $0 == " " || $0 == "\t" }
            guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
            return String(text[text.index(after: text.startIndex)..<end])
        }
        guard let comment = text.firstRange(of: " #") else { return text.hasPrefix("#") ? "" : text }
        return text[..<comment.lowerBound].trimmingCharacters(in: .whitespaces)
    }
}
