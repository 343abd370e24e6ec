import Kernel

/// One reason for a score, as it is listed.
package struct DriverLine: Sendable, Hashable, Codable {
    /// The fact, or the signal.
    package let code: String
    package let raises: Bool
    package let sentence: Phrase

    /// Kept as one line each, because lists read thousands of them: sign and code, then both sentences.
    static func text(_ lines: [DriverLine]) -> String {
        lines.map { line in
            [(line.raises ? "+" : "-") + line.code, line.sentence.zh, line.sentence.en].map(plain).joined(
                separator: "\t")
        }.joined(separator: "\n")
    }

    static func lines(_ text: String) -> [DriverLine] {
        text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let sign = parts[0].first else { return nil }
            return DriverLine(
                code: String(parts[0].dropFirst()), raises: sign == "+",
                sentence: Phrase(zh: String(parts[1]), en: String(parts[2])))
        }
    }

    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) else { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
