/// Words that answer a yes-or-no question. A column is one when all its levels come from one pair.
enum YesNoWords {
    private static let pairs: [(yes: Set<String>, no: Set<String>)] = [
        (["yes", "y"], ["no", "n"]), (["true", "t"], ["false", "f"]), (["是"], ["否", "不是"]), (["有"], ["无", "没有"]),
        (["对", "√", "✓"], ["错", "×", "✗"]), (["已"], ["未"]),
    ]

    static func cover(_ levels: [String]) -> Bool {
        guard (1...4).contains(levels.count) else { return false }
        let words = levels.map { $0.lowercased() }
        return pairs.contains { pair in
            words.allSatisfy { pair.yes.contains($0) || pair.no.contains($0) }
                // "T" or "F" alone names a category more often than an answer (f: female).
                && (words.count > 1 || words[0].unicodeScalars.count > 1 || ["y", "n", "是", "否"].contains(words[0]))
        }
    }
}
