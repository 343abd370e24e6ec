import Kernel
import Shell

/// One reason for a score, as it is listed.
package struct DriverLine: Sendable, Hashable, Codable {
    /// The fact, or the signal.
    package let code: String
    package let raises: Bool
    package let sentence: Phrase
    /// Who may read the sentence: those who see this class of the person's fields.
    package let fieldClass: FieldClass

    /// Kept as one line each, because lists read thousands of them: sign and code, class, both sentences.
    static func text(_ lines: [DriverLine]) -> String {
        lines.map { line in
            [
                (line.raises ? "+" : "-") + line.code, line.fieldClass.rawValue, line.sentence.zh, line.sentence.en,
            ].map(plain).joined(
                separator: "\t")
        }.joined(separator: "\n")
    }

    static func lines(_ text: String) -> [DriverLine] {
        // By bytes: to look for the ends of characters would take a third of the time of a page.
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard parts.count == 4, let sign = parts[0].first, let fieldClass = FieldClass(rawValue: string(parts[1]))
            else { return nil }
            return DriverLine(
                code: string(parts[0].dropFirst()), raises: sign == UInt8(ascii: "+"),
                sentence: Phrase(zh: string(parts[2]), en: string(parts[3])), fieldClass: fieldClass)
        }
    }

    private static func string(_ part: Substring.UTF8View) -> String { String(Substring(part)) }

    /// The line for somebody who sees these classes of the person: of other facts only that there is one.
    func seen(with classes: Set<FieldClass>) -> DriverLine {
        guard !classes.contains(fieldClass) else { return self }
        return DriverLine(
            code: fieldClass.rawValue, raises: raises, sentence: Self.hidden(fieldClass), fieldClass: fieldClass)
    }

    static func hidden(_ fieldClass: FieldClass) -> Phrase {
        Phrase(
            zh: "一项“\(fieldClass.name.zh)”类数据（您无权查看）",
            en: "A fact of the class “\(fieldClass.name.en)” that is not for you")
    }

    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 }) else { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
